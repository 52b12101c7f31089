// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** The circuits and observables of the rows, the same at each call. */
final class BenchCircuits {

    /** Edges of a node. */
    static final int DEGREE = 3;

    private static final String LETTERS = "XYZ";

    private BenchCircuits() {}

    /** An edge of a graph whose nodes are qubits. */
    record Edge(int from, int to) {}

    /** A random graph in which each node has three edges: points of all nodes are paired until no pair is a loop or a double. */
    static List<Edge> regularGraph(int nodes, long seed) {
        Random random = new Random(seed);
        List<Integer> points = new ArrayList<>();
        for (int point = 0; point < DEGREE * nodes; point++) {
            points.add(point / DEGREE);
        }
        while (true) {
            Collections.shuffle(points, random);
            Set<Edge> edges = new HashSet<>();
            List<Edge> inOrder = new ArrayList<>();
            for (int index = 0; index < points.size(); index += 2) {
                int from = Math.min(points.get(index), points.get(index + 1));
                int to = Math.max(points.get(index), points.get(index + 1));
                if (from != to && edges.add(new Edge(from, to))) {
                    inOrder.add(new Edge(from, to));
                }
            }
            if (2 * inOrder.size() == points.size()) {
                return inOrder;
            }
        }
    }

    /** Parameters are gamma_0, beta_0, gamma_1, ... */
    static Circuit qaoa(int qubits, List<Edge> edges, int layers) {
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int layer = 0; layer < layers; layer++) {
            builder.parameter("gamma_" + layer).parameter("beta_" + layer);
        }
        for (int qubit = 0; qubit < qubits; qubit++) {
            builder.gate(StandardGate.H, qubit);
        }
        for (int layer = 0; layer < layers; layer++) {
            List<Expression> gamma = List.of(Expression.parameter("gamma_" + layer));
            List<Expression> beta = List.of(Expression.parameter("beta_" + layer));
            for (Edge edge : edges) {
                builder.gate(StandardGate.CX, edge.from(), edge.to())
                        .gate(StandardGate.RZ, gamma, edge.to())
                        .gate(StandardGate.CX, edge.from(), edge.to());
            }
            for (int qubit = 0; qubit < qubits; qubit++) {
                builder.gate(StandardGate.RX, beta, qubit);
            }
        }
        return builder.build();
    }

    static PauliSum cut(List<Edge> edges) {
        PauliSumBuilder builder = PauliSum.builder();
        for (Edge edge : edges) {
            builder.constant(0.5).add(-0.5, "ZZ", edge.from(), edge.to());
        }
        return builder.build();
    }

    /** In each layer any one-qubit gate on every qubit, then CZ or CX on every other pair of neighbours. */
    static Circuit bricks(int qubits, int depth, long seed) {
        Random random = new Random(seed);
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int layer = 0; layer < depth; layer++) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                List<Expression> angles = random.doubles(3, 0, 2 * Math.PI)
                        .mapToObj(Expression::constant)
                        .toList();
                builder.gate(StandardGate.U3, angles, qubit);
            }
            for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
                builder.gate(layer % 4 < 2 ? StandardGate.CZ : StandardGate.CX, qubit, qubit + 1);
            }
        }
        return builder.build();
    }

    /** A sum of random strings of one to four letters. */
    static PauliSum strings(int qubits, int count, long seed) {
        Random random = new Random(seed);
        PauliSumBuilder strings = PauliSum.builder();
        for (int index = 0; index < count; index++) {
            List<Integer> places = new ArrayList<>();
            for (int qubit = 0; qubit < qubits; qubit++) {
                places.add(qubit);
            }
            Collections.shuffle(places, random);
            int weight = 1 + random.nextInt(4);
            StringBuilder letters = new StringBuilder();
            int[] on = new int[weight];
            for (int letter = 0; letter < weight; letter++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                on[letter] = places.get(letter);
            }
            strings.add(random.nextDouble(-1, 1), letters.toString(), on);
        }
        return strings.build();
    }
}
