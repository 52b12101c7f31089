// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MaxCut graphs of the QED-C benchmarks: QAOA with two layers and COBYLA measures a best cut of each. */
class QedcGraphsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"004_003", "006_003", "008_003", "008_005", "010_003", "012_003", "012_009", "016_003", "020_003"
            })
    void theBestSampleIsABestCut(String name) throws IOException {
        Optional<Path> graphs = graphs();
        assumeTrue(graphs.isPresent(), "there is no folder shared/data beside the checkout");
        Path graph = graphs.get().resolve("mc_%s_000.txt".formatted(name));
        Path solution = graphs.get().resolve("mc_%s_000.sol".formatted(name));
        double best = Double.parseDouble(Files.readAllLines(solution).getFirst().strip());

        JsonNode run = new ObjectMapper().readTree(SolvedRun.of(graph, "--layers", "2", "--optimizer", "COBYLA"));

        assertEquals("quantum", run.at("/solution/source").asText());
        assertEquals(best, run.at("/solution/objective").asDouble(), run.path("solution")::toString);
        assertTrue(run.at("/optimization/evaluations").size() > 10, "a loop");
    }

    private static Optional<Path> graphs() {
        return Stream.iterate(Path.of("").toAbsolutePath(), parent -> parent != null, Path::getParent)
                .map(parent -> parent.resolve("shared/data/maxcut/qedc"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
