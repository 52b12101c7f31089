// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.QaoaSettings;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.ansatz.HardwareEfficientAnsatz;
import org.nifiquantum.optimization.encoding.ansatz.RotationLayer;
import org.nifiquantum.run.document.RunException;

/**
 * Which ansatz. What belongs to another method than the one that is used does not matter.
 *
 * @param layers how often its layer is repeated, at least 1
 * @param angles of QAOA: where the first parameters come from
 * @param mixing of QAOA
 * @param multiAngle of QAOA: whether each term has an angle of its own
 * @param rotations of the hardware-efficient ansatz
 * @param entanglement of the hardware-efficient ansatz
 */
public record AnsatzSettings(
        AnsatzMethod method,
        int layers,
        InitialAngles angles,
        Mixing mixing,
        boolean multiAngle,
        RotationLayer rotations,
        Entanglement entanglement) {

    public AnsatzSettings {
        requireNonNull(method, "method");
        requireNonNull(angles, "angles");
        requireNonNull(mixing, "mixing");
        requireNonNull(rotations, "rotations");
        requireNonNull(entanglement, "entanglement");
        if (layers < 1) {
            throw new RunException("Layers", "must be at least 1, not " + layers);
        }
    }

    /** What fits the problem, in its plainest form. */
    public static AnsatzSettings automatic(int layers, InitialAngles angles) {
        return new AnsatzSettings(
                AnsatzMethod.AUTO, layers, angles, Mixing.TRANSVERSE, false, RotationLayer.RY, Entanglement.LINEAR);
    }

    /** The same with another number of layers. */
    public AnsatzSettings withLayers(int others) {
        return new AnsatzSettings(method, others, angles, mixing, multiAngle, rotations, entanglement);
    }

    QaoaSettings qaoa() {
        return new QaoaSettings(layers, angles, mixing, multiAngle);
    }

    HardwareEfficientAnsatz hardwareEfficient() {
        return new HardwareEfficientAnsatz(rotations, entanglement, layers);
    }
}
