// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.services.api.QuantumBackendService;

/** Properties that several processors have, the same wherever they appear. */
final class CommonProperties {

    static final PropertyDescriptor QUANTUM_BACKEND = new PropertyDescriptor.Builder()
            .name("Quantum Backend")
            .description("The simulator or provider that runs the circuits.")
            .required(true)
            .identifiesControllerService(QuantumBackendService.class)
            .build();

    static final PropertyDescriptor SHOTS = new PropertyDescriptor.Builder()
            .name("Shots")
            .description("Measurements of each evaluation; 0 asks a simulator for exact results.")
            .required(true)
            .defaultValue("1024")
            .addValidator(StandardValidators.NON_NEGATIVE_INTEGER_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .build();

    static final PropertyDescriptor SEED = new PropertyDescriptor.Builder()
            .name("Seed")
            .description("Makes a run repeatable: the same input, settings and seed give the same evaluations on a"
                    + " simulator. A whole number.")
            .required(true)
            .defaultValue("1")
            .addValidator(StandardValidators.LONG_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .build();

    private CommonProperties() {}

    /** Accepts a finite number above zero. */
    static ValidationResult positiveNumber(String subject, String input, ValidationContext context) {
        return new ValidationResult.Builder()
                .subject(subject)
                .input(input)
                .valid(isPositiveNumber(input))
                .explanation("must be a number above 0")
                .build();
    }

    private static boolean isPositiveNumber(String input) {
        try {
            double number = Double.parseDouble(input);
            return Double.isFinite(number) && number > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
