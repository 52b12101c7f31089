// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.EntanglingCost;
import org.nifiquantum.engine.transpile.rotation.Fixed;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;

/**
 * What may come before what. On each wire, neighbouring nodes that commute there form a group; a node may be done when on each of
 * its wires all earlier groups are done. Classical bits are wires too, numbered after the others, since their order matters.
 */
final class RoutingProblem {
    private final List<Node> nodes;
    /** For each node its wires; of an interaction the first and the second. */
    private final int[][] wires;
    /** For each node the group it is in, wire by wire. */
    private final int[][] groups;
    /** For each wire and group its nodes. */
    private final List<List<int[]>> members;
    /** The interactions, those that can come early first. */
    private final int[] lookahead;

    private final byte[] cost;
    private final byte[] costWithExchange;

    private RoutingProblem(int qubits, List<Node> nodes, boolean continuous) {
        this.nodes = nodes;
        this.wires = nodes.stream().map(node -> wires(node, qubits)).toArray(int[][]::new);
        this.groups = new int[nodes.size()][];
        this.cost = new byte[nodes.size()];
        this.costWithExchange = new byte[nodes.size()];
        int all = qubits;
        for (int[] touched : wires) {
            for (int wire : touched) {
                all = Math.max(all, wire + 1);
            }
        }
        this.members = group(all);
        this.lookahead = order(all);
        for (int node : lookahead) {
            Interaction interaction = (Interaction) nodes.get(node);
            cost[node] = (byte) EntanglingCost.of(interaction, continuous);
            costWithExchange[node] = (byte) EntanglingCost.withExchange(interaction, continuous);
        }
    }

    static RoutingProblem of(RotationCircuit circuit, boolean continuous) {
        return new RoutingProblem(circuit.wires(), circuit.nodes(), continuous);
    }

    /** The same nodes, last first. */
    static RoutingProblem reversed(RotationCircuit circuit, boolean continuous) {
        return new RoutingProblem(circuit.wires(), circuit.nodes().reversed(), continuous);
    }

    int size() {
        return wires.length;
    }

    int wireCount() {
        return members.size();
    }

    Node node(int node) {
        return nodes.get(node);
    }

    boolean isInteraction(int node) {
        return nodes.get(node) instanceof Interaction;
    }

    int[] wires(int node) {
        return wires[node];
    }

    /** The group of a node on the wire at an index of its wires. */
    int group(int node, int index) {
        return groups[node][index];
    }

    int groupCount(int wire) {
        return members.get(wire).size();
    }

    int[] members(int wire, int group) {
        return members.get(wire).get(group);
    }

    int[] lookahead() {
        return lookahead;
    }

    int cost(int node) {
        return cost[node];
    }

    int costWithExchange(int node) {
        return costWithExchange[node];
    }

    private static int[] wires(Node node, int qubits) {
        IntStream wires = node.wires().stream().mapToInt(Integer::intValue);
        if (node instanceof Fixed fixed) {
            wires = IntStream.concat(wires, fixed.bits().stream().mapToInt(bit -> qubits + bit));
        }
        return wires.toArray();
    }

    private List<List<int[]>> group(int wireCount) {
        List<List<List<Integer>>> lists = new ArrayList<>();
        IntStream.range(0, wireCount).forEach(wire -> lists.add(new ArrayList<>()));
        Axis[] current = new Axis[wireCount];
        for (int node = 0; node < wires.length; node++) {
            groups[node] = new int[wires[node].length];
            for (int index = 0; index < wires[node].length; index++) {
                int wire = wires[node][index];
                Axis axis = nodes.get(node).axis(wire).orElse(null);
                List<List<Integer>> onWire = lists.get(wire);
                if (axis == null || current[wire] == null || axis.parallel(current[wire]) == 0) {
                    onWire.add(new ArrayList<>());
                    current[wire] = axis;
                }
                onWire.getLast().add(node);
                groups[node][index] = onWire.size() - 1;
            }
        }
        return lists.stream()
                .map(onWire -> onWire.stream()
                        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                        .toList())
                .toList();
    }

    /** By the length of the longest chain of groups before each. */
    private int[] order(int wireCount) {
        int[] level = new int[wires.length];
        int[] before = new int[wireCount];
        int[] within = new int[wireCount];
        int[] group = new int[wireCount];
        for (int node = 0; node < wires.length; node++) {
            for (int index = 0; index < wires[node].length; index++) {
                int wire = wires[node][index];
                if (groups[node][index] != group[wire]) {
                    group[wire] = groups[node][index];
                    before[wire] = within[wire];
                }
                level[node] = Math.max(level[node], before[wire] + 1);
            }
            for (int wire : wires[node]) {
                within[wire] = Math.max(within[wire], level[node]);
            }
        }
        return IntStream.range(0, wires.length)
                .filter(this::isInteraction)
                .boxed()
                .sorted(Comparator.comparingInt(node -> level[node]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
