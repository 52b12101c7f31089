// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import org.apache.nifi.components.DescribedValue;

/** In which form an answer leaves the flow of runs. */
enum SolutionFormat implements DescribedValue {
    RUN("Run Document", "The run with its solution: what CompareBaseline and the content viewer take."),
    CSV(
            "CSV Table",
            "Of data a line for each row, with its name, its label, and its kernel with each training row or its features; of"
                    + " other problems a line for each variable. The run document ends here.");

    private final String displayName;
    private final String description;

    SolutionFormat(String displayName, String description) {
        this.displayName = displayName;
        this.description = description;
    }

    @Override
    public String getValue() {
        return name();
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public String getDescription() {
        return description;
    }
}
