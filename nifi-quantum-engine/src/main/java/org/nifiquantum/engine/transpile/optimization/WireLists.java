// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.transpile.rotation.Node;

/** Nodes in order, and for each wire the nodes on it: a list that shrinks and changes near its end. */
final class WireLists {
    static final int NONE = -1;

    /** By number; null where one was removed. */
    private final List<Node> nodes = new ArrayList<>();

    private final int[][] onWire;
    private final int[] lengths;

    WireLists(int wires) {
        onWire = new int[wires][4];
        lengths = new int[wires];
    }

    Node get(int number) {
        return nodes.get(number);
    }

    void set(int number, Node node) {
        nodes.set(number, node);
    }

    void append(Node node) {
        for (int wire : node.wires()) {
            if (lengths[wire] == onWire[wire].length) {
                onWire[wire] = Arrays.copyOf(onWire[wire], 2 * lengths[wire]);
            }
            onWire[wire][lengths[wire]++] = nodes.size();
        }
        nodes.add(node);
    }

    void remove(int number) {
        for (int wire : nodes.get(number).wires()) {
            int place = lengths[wire] - 1;
            while (onWire[wire][place] != number) {
                place--;
            }
            System.arraycopy(onWire[wire], place + 1, onWire[wire], place, lengths[wire] - place - 1);
            lengths[wire]--;
        }
        nodes.set(number, null);
    }

    /** The number of the node so many places before the last on a wire, or {@link #NONE}. */
    int fromEnd(int wire, int places) {
        return places < lengths[wire] ? onWire[wire][lengths[wire] - 1 - places] : NONE;
    }

    /** The nodes that were not removed, in order. */
    List<Node> toList() {
        List<Node> remaining = new ArrayList<>(nodes);
        remaining.removeIf(node -> node == null);
        return remaining;
    }
}
