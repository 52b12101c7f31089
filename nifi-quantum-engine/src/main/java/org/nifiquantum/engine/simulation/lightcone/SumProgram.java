// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Computes the tables of a plan for values of the parameters. Immutable and thread-safe. */
final class SumProgram {
    private final List<Node> nodes;
    private final List<GateTable> pieces;
    private final Map<GateTable, Integer> numberOfPiece = new LinkedHashMap<>();
    /** For each node the inputs that nothing after it needs. */
    private final List<int[]> spent = new ArrayList<>();

    SumProgram(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        int[] lastUse = new int[nodes.size()];
        for (int number = 0; number < nodes.size(); number++) {
            switch (nodes.get(number)) {
                case Node.Leaf leaf -> numberOfPiece.putIfAbsent(leaf.piece(), numberOfPiece.size());
                case Node.Sum sum -> {
                    for (int input : sum.inputs()) {
                        lastUse[input] = number;
                    }
                }
            }
        }
        for (int number = 0; number < nodes.size(); number++) {
            int use = number;
            spent.add(
                    nodes.get(number) instanceof Node.Sum sum
                            ? sum.inputs().stream()
                                    .mapToInt(Integer::intValue)
                                    .filter(input -> lastUse[input] == use)
                                    .toArray()
                            : new int[0]);
        }
        this.pieces = List.copyOf(numberOfPiece.keySet());
    }

    long bytes() {
        return (long) ConeLimits.BYTES_PER_NODE * nodes.size();
    }

    /** The tables of all nodes, of which only those of no variables are still there. */
    Table[] evaluate(ToDoubleFunction<String> bindings) {
        Table[] ofPieces =
                pieces.stream().map(piece -> piece.evaluate(bindings)).toArray(Table[]::new);
        Table[] tables = new Table[nodes.size()];
        for (int number = 0; number < tables.length; number++) {
            tables[number] = switch (nodes.get(number)) {
                case Node.Leaf leaf -> leaf(leaf, ofPieces[numberOfPiece.get(leaf.piece())]);
                case Node.Sum sum -> sum(sum, tables);
            };
            for (int input : spent.get(number)) {
                tables[input] = null;
            }
        }
        return tables;
    }

    private static Table leaf(Node.Leaf leaf, Table piece) {
        Table table = new Table(leaf.bits());
        for (int index = 0; index < table.size(); index++) {
            int from = leaf.gather().get(index);
            table.set(index, piece.real[from], leaf.conjugate() ? -piece.imaginary[from] : piece.imaginary[from]);
        }
        return table;
    }

    private static Table sum(Node.Sum sum, Table[] tables) {
        Table product = new Table(sum.bits() + 1);
        for (int input = 0; input < sum.inputs().size(); input++) {
            Table factor = tables[sum.inputs().get(input)];
            int mask = sum.masks().get(input);
            if (input == 0) {
                spread(factor, mask, product);
            } else {
                multiply(factor, mask, product);
            }
        }
        Table result = new Table(sum.bits());
        for (int index = 0; index < result.size(); index++) {
            result.real[index] = product.real[2 * index] + product.real[2 * index + 1];
            result.imaginary[index] = product.imaginary[2 * index] + product.imaginary[2 * index + 1];
        }
        return result;
    }

    private static void spread(Table factor, int mask, Table product) {
        for (int index = 0; index < product.size(); index++) {
            int from = Integer.compress(index, mask);
            product.real[index] = factor.real[from];
            product.imaginary[index] = factor.imaginary[from];
        }
    }

    private static void multiply(Table factor, int mask, Table product) {
        for (int index = 0; index < product.size(); index++) {
            int from = Integer.compress(index, mask);
            product.multiply(index, factor.real[from], factor.imaginary[from]);
        }
    }
}
