// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;

/** Prints how long an evaluation of QAOA takes on one thread, warm: {@code java ... QaoaTiming}. A measurement, not a test. */
final class QaoaTiming {
    private static final int LAYERS = 2;
    /** Processor time, since the machine may be shared. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private QaoaTiming() {}

    public static void main(String[] arguments) {
        for (int nodes : new int[] {8, 12, 16}) {
            List<Edge> weighted = QaoaCircuits.randomGraph(nodes, 0.5, 1);
            List<Edge> plain = weighted.stream()
                    .map(edge -> new Edge(edge.from(), edge.to(), 1))
                    .toList();
            print(nodes, "random weights", weighted);
            print(nodes, "weights 1", plain);
        }
    }

    private static void print(int nodes, String kind, List<Edge> edges) {
        CompiledCircuit circuit = CompiledCircuit.compile(QaoaCircuits.circuit(nodes, edges, LAYERS));
        CompiledObservable cut = CompiledObservable.compile(QaoaCircuits.cut(edges), nodes);
        double[] bindings = {0.4, 0.55, 0.7, 0.29};
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            double[] millis = new double[21];
            double checksum = 0;
            for (int batch = 0; batch < millis.length; batch++) {
                int repetitions = Math.max(1, (1 << 22) >> nodes);
                long start = THREADS.getCurrentThreadCpuTime();
                for (int repetition = 0; repetition < repetitions; repetition++) {
                    bindings[0] += 1e-9;
                    checksum += simulator.evaluate(circuit, bindings, state -> state.expectation(cut));
                }
                millis[batch] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / repetitions;
            }
            double[] warm = Arrays.copyOfRange(millis, 8, millis.length);
            Arrays.sort(warm);
            System.out.printf(
                    Locale.ROOT,
                    "n = %d, p = %d, %d edges, %s: %.4f ms of processor time per evaluation (%d passes, checksum %.6f)%n",
                    nodes,
                    LAYERS,
                    edges.size(),
                    kind,
                    warm[warm.length / 2],
                    circuit.passes(),
                    checksum);
        }
    }
}
