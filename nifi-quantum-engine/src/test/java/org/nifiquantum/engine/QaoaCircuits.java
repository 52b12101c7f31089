// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** QAOA for MaxCut: {@code U_C = exp(-i gamma C)} with C the weight of the cut, {@code U_B = exp(-i beta sum X)}. */
public final class QaoaCircuits {
    private QaoaCircuits() {}

    /** A weighted edge. */
    public record Edge(int from, int to, double weight) {}

    /** Parameters are gamma_0, beta_0, gamma_1, beta_1, ... */
    public static Circuit circuit(int qubits, List<Edge> edges, int layers) {
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int layer = 0; layer < layers; layer++) {
            builder.parameter("gamma_" + layer).parameter("beta_" + layer);
        }
        for (int qubit = 0; qubit < qubits; qubit++) {
            builder.gate(StandardGate.H, qubit);
        }
        for (int layer = 0; layer < layers; layer++) {
            // exp(-i g w (1 - ZZ)/2) is, up to a phase, exp(i g w ZZ / 2) = rzz(-g w).
            for (Edge edge : edges) {
                Expression angle = Expression.parameter("gamma_" + layer).times(-edge.weight());
                builder.gate(StandardGate.CX, edge.from(), edge.to())
                        .gate(StandardGate.RZ, List.of(angle), edge.to())
                        .gate(StandardGate.CX, edge.from(), edge.to());
            }
            for (int qubit = 0; qubit < qubits; qubit++) {
                builder.gate(
                        StandardGate.RX,
                        List.of(Expression.parameter("beta_" + layer).times(2)),
                        qubit);
            }
        }
        return builder.build();
    }

    /** {@code C = sum w (1 - Z Z) / 2}. */
    public static PauliSum cut(List<Edge> edges) {
        PauliSumBuilder builder = PauliSum.builder();
        for (Edge edge : edges) {
            builder.constant(edge.weight() / 2).add(-edge.weight() / 2, "ZZ", edge.from(), edge.to());
        }
        return builder.build();
    }

    /** Every pair is an edge with the given probability, of a weight between 0 and 1. */
    public static List<Edge> randomGraph(int nodes, double probability, long seed) {
        Random random = new Random(seed);
        List<Edge> edges = new ArrayList<>();
        for (int from = 0; from < nodes; from++) {
            for (int to = from + 1; to < nodes; to++) {
                if (random.nextDouble() < probability) {
                    edges.add(new Edge(from, to, random.nextDouble()));
                }
            }
        }
        return edges;
    }
}
