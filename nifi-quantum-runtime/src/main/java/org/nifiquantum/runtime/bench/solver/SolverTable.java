// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nifiquantum.runtime.bench.MarkdownTable;

/** The rows of the solvers' benchmark, for people or for programs. */
public record SolverTable(List<SolverRow> rows) {

    /** All columns but the instance's name. */
    private static final Set<Integer> NUMBERS =
            IntStream.range(1, SolverRow.HEAD.size()).boxed().collect(Collectors.toUnmodifiableSet());

    public SolverTable {
        rows = List.copyOf(rows);
    }

    public String text() {
        return new MarkdownTable(SolverRow.HEAD, NUMBERS)
                .text(rows.stream().map(SolverRow::cells).toList());
    }

    /** An array with an object for each row. */
    public String json() {
        ArrayNode array = new ObjectMapper().createArrayNode();
        rows.forEach(row -> row.write(array.addObject()));
        return array.toPrettyString();
    }
}
