// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.SharedData;

class QedcGraphReaderTest {
    private static final MaxCut TRIANGLE = new MaxCut(
            List.of("0", "1", "2"), List.of(Edge.unweighted(0, 1), Edge.unweighted(1, 2), Edge.unweighted(0, 2)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3\n0 1\n1 2\n0 2\n",
                "3\n0 1\n1 2\n0 2",
                "3\r\n0 1\r\n1 2\r\n0 2\r\n",
                "\n3 \n\n0 1  \n\t1   2\n \n0\t2\n\n\n"
            })
    void readsTheFormatWithItsQuirks(String text) {
        assertEquals(TRIANGLE, QedcGraphReader.read(text));
    }

    @Test
    void graphMayHaveNoEdges() {
        assertEquals(new MaxCut(List.of("0", "1"), List.of()), QedcGraphReader.read("2\n"));
    }

    @Test
    void repeatedEdgesAddUp() {
        assertEquals(
                List.of(new Edge(0, 1, 2)),
                QedcGraphReader.read("2\n0 1\n1 0\n").edges());
    }

    @Test
    void publishedSolutionsHaveTheirPublishedCuts() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path("maxcut/qedc"))) {
            List<Path> graphs =
                    files.filter(file -> file.toString().endsWith(".txt")).toList();
            assertTrue(graphs.size() >= 11, () -> "only " + graphs);
            for (Path graph : graphs) {
                Path solution =
                        graph.resolveSibling(graph.getFileName().toString().replace(".txt", ".sol"));
                List<String> published =
                        Files.readString(solution).lines().map(String::strip).toList();
                MaxCut problem = QedcGraphReader.read(Files.readString(graph));
                // The file names node 0 first, a bit string names it last.
                String sides = new StringBuilder(published.get(1).replace(" ", ""))
                        .reverse()
                        .toString();
                assertEquals(
                        Double.parseDouble(published.get(0)),
                        problem.objective(BitString.parse(sides)),
                        graph.toString());
            }
        }
    }
}
