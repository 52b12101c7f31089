// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Fixed;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Local;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;
import org.nifiquantum.engine.transpile.rotation.Term;
import org.nifiquantum.engine.transpile.rotation.Turn;

/** Leaves out what no measurement at the end can tell: rotations about the very axes that are measured. */
public final class BeforeMeasurement {
    /** For each wire the axis that is measured after what was seen so far; null where more than that axis matters. */
    private final Axis[] measured;

    private BeforeMeasurement(int wires) {
        this.measured = new Axis[wires];
    }

    /** The circuit without what changes no outcome of its measurements at the end. */
    public static RotationCircuit simplify(RotationCircuit circuit) {
        if (circuit.measurements().isEmpty()) {
            return circuit;
        }
        BeforeMeasurement state = new BeforeMeasurement(circuit.wires());
        circuit.measurements().forEach(measurement -> state.measured[measurement.qubit()] = Axis.Z);
        List<Node> kept = new ArrayList<>();
        for (Node node : circuit.nodes().reversed()) {
            state.add(node, kept);
        }
        Collections.reverse(kept);
        return circuit.with(kept);
    }

    private void add(Node node, List<Node> kept) {
        switch (node) {
            case Local local -> {
                Axis axis = measured[local.wire()];
                measured[local.wire()] =
                        axis == null ? null : local.rotation().inverse().apply(axis);
                kept.add(local);
            }
            case Turn turn -> {
                if (!isMeasured(turn.wire(), turn.about())) {
                    keep(turn, kept);
                }
            }
            case Interaction interaction -> {
                List<Term> terms = interaction.terms().stream()
                        .filter(term -> !isMeasured(interaction.first(), term.first())
                                || !isMeasured(interaction.second(), term.second()))
                        .toList();
                if (!terms.isEmpty()) {
                    keep(new Interaction(interaction.first(), interaction.second(), terms), kept);
                }
            }
            case Fixed fixed -> keep(fixed, kept);
        }
    }

    private void keep(Node node, List<Node> kept) {
        kept.add(node);
        for (int wire : node.wires()) {
            if (node.axis(wire).filter(axis -> isMeasured(wire, axis)).isEmpty()) {
                measured[wire] = null;
            }
        }
    }

    private boolean isMeasured(int wire, Axis axis) {
        return measured[wire] != null && measured[wire].parallel(axis) != 0;
    }
}
