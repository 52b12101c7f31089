// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;

/**
 * Prints how much a gradient of QAOA costs beside an evaluation, on one thread, warm: {@code java ... GradientTiming}. A
 * measurement, not a test.
 */
final class GradientTiming {
    private static final int BATCHES = 15;
    private static final int COLD = 5;
    /** Processor time, since the machine may be shared. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private GradientTiming() {}

    public static void main(String[] arguments) {
        for (int layers : new int[] {2, 4}) {
            for (int nodes : new int[] {12, 16, 20}) {
                List<Edge> weighted = QaoaCircuits.randomGraph(nodes, 0.5, 1);
                List<Edge> plain = weighted.stream()
                        .map(edge -> new Edge(edge.from(), edge.to(), 1))
                        .toList();
                print(nodes, layers, "random weights", weighted);
                print(nodes, layers, "weights 1", plain);
            }
        }
    }

    private static void print(int nodes, int layers, String kind, List<Edge> edges) {
        CompiledCircuit circuit = CompiledCircuit.compile(QaoaCircuits.circuit(nodes, edges, layers));
        CompiledObservable cut = CompiledObservable.compile(QaoaCircuits.cut(edges), nodes);
        double[] bindings = new double[2 * layers];
        Arrays.setAll(bindings, index -> 0.3 + 0.07 * index);
        int repetitions = Math.max(1, (1 << 21) >> nodes);
        double[] evaluation = new double[BATCHES];
        double[] gradient = new double[BATCHES];
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            // In turn, so that a busy neighbour slows both down alike.
            for (int batch = 0; batch < BATCHES; batch++) {
                evaluation[batch] = millis(
                        repetitions, () -> simulator.evaluate(circuit, bindings, state -> state.expectation(cut)));
                gradient[batch] = millis(
                        repetitions,
                        () -> simulator.gradient(circuit, cut, bindings).value());
            }
        }
        double one = median(evaluation);
        double all = median(gradient);
        System.out.printf(
                Locale.ROOT,
                "n = %d, p = %d, %s: evaluation %.4f ms, gradient %.4f ms of processor time, ratio %.2f%n",
                nodes,
                layers,
                kind,
                one,
                all,
                all / one);
    }

    private static double millis(int repetitions, DoubleSupplier work) {
        long start = THREADS.getCurrentThreadCpuTime();
        double checksum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            checksum += work.getAsDouble();
        }
        if (!Double.isFinite(checksum)) {
            throw new IllegalStateException("The result is " + checksum);
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / repetitions;
    }

    private static double median(double[] millis) {
        double[] warm = Arrays.copyOfRange(millis, COLD, millis.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
