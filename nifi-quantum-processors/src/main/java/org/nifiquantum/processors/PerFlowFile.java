// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.HashMap;
import java.util.Map;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.processor.ProcessContext;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.RunException;

/** Settings whose value a FlowFile's attributes decide, where a bad value is the FlowFile's fault. */
final class PerFlowFile {

    private PerFlowFile() {}

    /**
     * A whole number from an expression.
     *
     * @throws RunException if the expression gives something else
     */
    static long wholeNumber(ProcessContext context, PropertyDescriptor descriptor, Map<String, String> attributes) {
        String value = context.getProperty(descriptor)
                .evaluateAttributeExpressions(attributes)
                .getValue();
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new RunException(descriptor.getName(), "[%s] is not a whole number".formatted(value), e);
        }
    }

    /** A whole number that fits an {@code int}. */
    static int integer(ProcessContext context, PropertyDescriptor descriptor, Map<String, String> attributes) {
        long value = wholeNumber(context, descriptor, attributes);
        if (value != (int) value) {
            throw new RunException(descriptor.getName(), "[%d] is too large".formatted(value));
        }
        return (int) value;
    }

    /** The values that attributes give to a bare circuit's parameters. */
    static Map<String, Double> circuitParameters(Map<String, String> attributes) {
        Map<String, Double> parameters = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith(Attributes.PARAMETER_PREFIX)) {
                parameters.put(name.substring(Attributes.PARAMETER_PREFIX.length()), finiteNumber(name, value));
            }
        });
        return parameters;
    }

    /** What attributes say that a file of the field leaves open. */
    static FileSettings fileSettings(Map<String, String> attributes) {
        Map<String, String> settings = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith(Attributes.PROBLEM_PREFIX)) {
                settings.put(name.substring(Attributes.PROBLEM_PREFIX.length()), value);
            }
        });
        return new FileSettings(settings);
    }

    /**
     * A number that somebody wrote.
     *
     * @param name of the property or attribute it stands in
     * @throws RunException if it is none, or not finite
     */
    static double finiteNumber(String name, String value) {
        try {
            double number = Double.parseDouble(value.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new RunException(name, "[%s] is not a number".formatted(value), e);
        }
        throw new RunException(name, "[%s] is not finite".formatted(value));
    }
}
