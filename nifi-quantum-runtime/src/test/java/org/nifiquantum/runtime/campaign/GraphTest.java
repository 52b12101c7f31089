// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.campaign.Graph.Edge;

class GraphTest {

    private final Graph triangle = new Graph(3, Set.of(Edge.of(0, 1), Edge.of(2, 1), Edge.of(0, 2)));

    @TempDir
    private Path folder;

    @Test
    void knowsWhatAnAnswerCuts() throws IOException {
        assertTrue(isSolvedBy("{'assignment': {'0': 1, '1': 0, '2': 0}, 'objective': 2}"));
        assertTrue(isSolvedBy("{'assignment': {'0': 1, '1': 1, '2': 1}, 'objective': 0.0}"));
        assertFalse(isSolvedBy("{'assignment': {'0': 1, '1': 0, '2': 0}, 'objective': 3}"), "it cuts two");
        assertFalse(isSolvedBy("{'assignment': {'0': 1, '1': 0}, 'objective': 1}"), "of another graph");
        assertFalse(isSolvedBy("{}"), "no answer");
    }

    private boolean isSolvedBy(String solution) throws IOException {
        return triangle.isSolvedBy(new ObjectMapper().readTree(solution.replace('\'', '"')));
    }

    @Test
    void isWrittenInTheFormOfTheBenchmarks() throws IOException {
        Path file = triangle.writeTo(folder.resolve("a").resolve("graph.txt")).file();
        assertEquals("3\n0 1\n0 2\n1 2\n", Files.readString(file).replace("\r", ""));
    }
}
