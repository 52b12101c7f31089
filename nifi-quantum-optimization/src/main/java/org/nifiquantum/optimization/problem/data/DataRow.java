// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is known by its numbers.
 *
 * @param name in the user's words, the only row of this name
 * @param values a number for each feature
 * @param label the class it belongs to, where that is known
 */
public record DataRow(String name, List<Double> values, Optional<String> label) {
    public DataRow {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
        Objects.requireNonNull(label, "label");
    }
}
