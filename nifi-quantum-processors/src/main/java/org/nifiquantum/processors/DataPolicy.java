// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.util.StandardValidators;

/** Which data may go to a quantum backend, by the attribute that says how sensitive it is. */
final class DataPolicy {

    static final PropertyDescriptor ALLOWED_CLASSIFICATIONS = new PropertyDescriptor.Builder()
            .name("Allowed Data Classifications")
            .description("Values of the attribute data.classification, separated by commas, that may go to a quantum"
                    + " backend; a run with another or none may not. Where it is not set, all may.")
            .required(false)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    private DataPolicy() {}

    /** The classifications that are allowed; empty for all. */
    static Set<String> allowed(PropertyContext context) {
        PropertyValue value = context.getProperty(ALLOWED_CLASSIFICATIONS);
        return value.isSet()
                ? Arrays.stream(value.getValue().split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    static Optional<String> classification(FlowFile flowFile) {
        return Optional.ofNullable(flowFile.getAttribute(Attributes.DATA_CLASSIFICATION));
    }

    /** Why a FlowFile must not be sent; empty if it may. */
    static Optional<String> objection(PropertyContext context, FlowFile flowFile) {
        Set<String> allowed = allowed(context);
        Optional<String> classification = classification(flowFile);
        if (allowed.isEmpty() || classification.filter(allowed::contains).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("%s may not be sent; allowed are %s"
                .formatted(
                        classification
                                .map("Data classified [%s]"::formatted)
                                .orElse("Data without the attribute data.classification"),
                        allowed));
    }
}
