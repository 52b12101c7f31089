// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.partition.NumberPartition;

/**
 * {@code {"type": "number-partition", "numbers": {"a": 7, "b": 9}}}, or {@code "numbers": [7, 9]}, which are named 1, 2, ...
 */
final class NumberPartitionJson {

    private NumberPartitionJson() {}

    static NumberPartition read(Members problem) {
        List<String> names = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        if (problem.get("numbers").isArray()) {
            problem.elements("numbers", "numbers", (number, place) -> {
                numbers.add(Coefficients.number(number, place));
                names.add(Integer.toString(numbers.size()));
            });
        } else {
            problem.entries("numbers", "numbers by name", (name, number, place) -> {
                names.add(name);
                numbers.add(Coefficients.number(number, place));
            });
        }
        return new NumberPartition(names, numbers);
    }

    static void write(NumberPartition problem, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("numbers");
        for (int i = 0; i < problem.names().size(); i++) {
            out.writeNumberField(problem.names().get(i), problem.numbers().get(i));
        }
        out.writeEndObject();
    }
}
