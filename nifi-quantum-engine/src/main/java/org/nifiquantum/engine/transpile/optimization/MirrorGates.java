// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.transpile.rotation.EntanglingCost;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Local;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;

/**
 * Replaces an interaction by itself and an exchange where that takes fewer gates, and takes the exchange back by renaming the
 * wires (McKinney, Hatridge and Jones, arXiv:2308.03874): an exchange written as three controlled NOTs takes none.
 */
public final class MirrorGates {
    private final int[] wireOf;
    private final List<Node> nodes = new ArrayList<>();

    private MirrorGates(int wires) {
        this.wireOf = new int[wires];
        Arrays.setAll(wireOf, wire -> wire);
    }

    /** The circuit with wires renamed where that saves gates. */
    public static RotationCircuit apply(RotationCircuit circuit, boolean continuous) {
        MirrorGates mirror = new MirrorGates(circuit.wires());
        for (Node node : circuit.nodes()) {
            mirror.add(node.on(wire -> mirror.wireOf[wire]), continuous);
        }
        List<Measurement> measurements = circuit.measurements().stream()
                .map(measurement -> new Measurement(mirror.wireOf[measurement.qubit()], measurement.bit()))
                .toList();
        List<Integer> wireOfQubit =
                circuit.wireOfQubit().stream().map(wire -> mirror.wireOf[wire]).toList();
        return new RotationCircuit(circuit.wires(), mirror.nodes, wireOfQubit, measurements);
    }

    private void add(Node node, boolean continuous) {
        if (!(node instanceof Interaction interaction)
                || EntanglingCost.withExchange(interaction, continuous) >= EntanglingCost.of(interaction, continuous)) {
            nodes.add(node);
            return;
        }
        Interaction.Exchanged exchanged = interaction.thenExchange();
        nodes.add(exchanged.interaction());
        nodes.add(new Local(interaction.first(), exchanged.onFirst()));
        nodes.add(new Local(interaction.second(), exchanged.onSecond()));
        for (int wire = 0; wire < wireOf.length; wire++) {
            if (wireOf[wire] == interaction.first()) {
                wireOf[wire] = interaction.second();
            } else if (wireOf[wire] == interaction.second()) {
                wireOf[wire] = interaction.first();
            }
        }
    }
}
