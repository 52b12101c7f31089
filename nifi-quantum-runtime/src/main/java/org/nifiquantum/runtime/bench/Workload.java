// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.loop.LoopSettings;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.run.step.OptimizeSettings;

/**
 * A MaxCut problem and how hard to work on it, the same for the MaxCut template on NiFi and for the loop in this
 * process.
 *
 * @param graph in the form of the QED-C benchmarks: the number of nodes, then an edge in each line
 */
record Workload(String graph, int layers, int shots, OptimizerMethod optimizer, int maximumEvaluations) {

    private static final long SEED = 1;
    private static final int MAXIMUM_QUBITS = 20;

    /** As the template has them: no parameter of it. */
    private static final double INITIAL_STEP = 0.1;

    private static final double TOLERANCE = 0.001;

    /**
     * A long tuning: 12 qubits, 4 parameters, 256 shots, SPSA, which asks for two evaluations in each iteration and for
     * one more at its start and at its end.
     */
    static Workload tuning(int iterations) {
        return new Workload(regular(12), 2, 256, OptimizerMethod.SPSA, 2 * iterations + 2);
    }

    /** A brief run: one layer, 64 shots, COBYLA. */
    static Workload brief(int nodes, int evaluations) {
        return new Workload(ring(nodes), 1, 64, OptimizerMethod.COBYLA, evaluations);
    }

    /** A ring whose opposite nodes are joined as well: three edges at each node. */
    private static String regular(int nodes) {
        StringBuilder graph = new StringBuilder(ring(nodes));
        for (int i = 0; i < nodes / 2; i++) {
            graph.append("%d %d%n".formatted(i, i + nodes / 2));
        }
        return graph.toString();
    }

    private static String ring(int nodes) {
        StringBuilder graph = new StringBuilder("%d%n".formatted(nodes));
        for (int i = 0; i < nodes; i++) {
            graph.append("%d %d%n".formatted(i, (i + 1) % nodes));
        }
        return graph.toString();
    }

    /** The values of the template's parameters. */
    Map<String, String> parameters() {
        return Map.of(
                "layers", Integer.toString(layers),
                "shots", Integer.toString(shots),
                "seed", Long.toString(SEED),
                "optimizer", optimizer.name(),
                "maximum-evaluations", Integer.toString(maximumEvaluations));
    }

    /** Writes the graph into a folder, as a file to feed. */
    Path writeTo(Path folder) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("graph.txt"), graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Input input() {
        return InputReader.read(graph.getBytes(StandardCharsets.UTF_8), InputFormat.QEDC_GRAPH, "");
    }

    LoopSettings settings() {
        return new LoopSettings(
                new EncodeSettings(layers, InitialAngles.AUTO, shots, SEED, MAXIMUM_QUBITS, Map.of()),
                OptimizeSettings.of(optimizer, maximumEvaluations, INITIAL_STEP, TOLERANCE, OptionalDouble.empty()),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1));
    }
}
