// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.TextFormat;
import org.nifiquantum.optimization.problem.BinaryProblem;

/** The field's own graphs and QUBOs: each is read, and answered within half a percent of the best value known. */
class KnownValuesTest {
    private static final String TABLE = "/known-values.csv";
    private static final double TOLERANCE = 0.005;
    private static final Duration AMPLE = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
    void isReadAndAnswered(String file, TextFormat format, double known, int restarts) {
        BinaryProblem problem = format.read(SharedData.text(file));
        Solution solution =
                AnnealingSolver.withRestarts(restarts).solve(problem.ising(), SolverBudget.ofTime(AMPLE, 1));
        double reached = problem.objective(solution.bits());
        double better = switch (problem.sense()) {
            case MINIMIZE -> known - reached;
            case MAXIMIZE -> reached - known;
        };
        assertTrue(Math.abs(better) <= TOLERANCE * Math.abs(known), file + ": " + reached + " of " + known);
        assertEquals(Math.abs(reached), Math.abs(solution.energy()), 1e-9 * Math.abs(known), "energy and objective");
    }

    @Test
    void noFileIsLeftOut() throws IOException {
        Set<String> listed;
        try (Stream<String> lines = Files.lines(resource())) {
            listed = lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> present = new TreeSet<>();
        for (String folder : Set.of("maxcut", "ising", "qubo")) {
            Path root = SharedData.path(folder);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().matches(".*\\.(txt|mc|sparse|qubo)"))
                        .forEach(file -> present.add(
                                folder + "/" + root.relativize(file).toString().replace('\\', '/')));
            }
        }
        assertEquals(listed, present);
    }

    private static Path resource() {
        try {
            return Path.of(KnownValuesTest.class.getResource(TABLE).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
