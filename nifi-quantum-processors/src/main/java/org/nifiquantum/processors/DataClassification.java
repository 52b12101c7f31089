// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.run.policy.DataPolicy;

/** The policy for data as a property, and what a FlowFile says of its own. */
final class DataClassification {

    static final PropertyDescriptor ALLOWED_CLASSIFICATIONS = new PropertyDescriptor.Builder()
            .name("Allowed Data Classifications")
            .description("Values of the attribute data.classification, separated by commas, that may go to a quantum"
                    + " backend; a run with another or none may not. Where it is not set, all may.")
            .required(false)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    private DataClassification() {}

    static DataPolicy policy(PropertyContext context) {
        PropertyValue value = context.getProperty(ALLOWED_CLASSIFICATIONS);
        return value.isSet()
                ? new DataPolicy(Arrays.stream(value.getValue().split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()))
                : DataPolicy.ALL;
    }

    static Optional<String> of(FlowFile flowFile) {
        return Optional.ofNullable(flowFile.getAttribute(Attributes.DATA_CLASSIFICATION));
    }
}
