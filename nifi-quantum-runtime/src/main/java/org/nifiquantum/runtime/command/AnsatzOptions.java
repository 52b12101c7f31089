// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.ansatz.RotationLayer;
import org.nifiquantum.run.step.AnsatzMethod;
import org.nifiquantum.run.step.AnsatzSettings;
import picocli.CommandLine.Option;

/** How a problem becomes a circuit. */
final class AnsatzOptions {

    @Option(names = "--ansatz", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private AnsatzMethod method = AnsatzMethod.AUTO;

    @Option(names = "--layers", paramLabel = "P", description = "Of the ansatz (default: ${DEFAULT-VALUE}).")
    private int layers = 2;

    @Option(
            names = "--angles",
            description = "First angles of QAOA: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private InitialAngles angles = InitialAngles.AUTO;

    @Option(names = "--mixer", description = "Of QAOA: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Mixing mixing = Mixing.TRANSVERSE;

    @Option(names = "--angle-per-term", description = "An angle for each term of QAOA's cost and mixer.")
    private boolean multiAngle;

    @Option(
            names = "--rotations",
            description = "Of the hardware-efficient ansatz: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RotationLayer rotations = RotationLayer.RY;

    @Option(
            names = "--entanglement",
            description = "Of the hardware-efficient ansatz: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Entanglement entanglement = Entanglement.LINEAR;

    AnsatzSettings settings() {
        return new AnsatzSettings(method, layers, angles, mixing, multiAngle, rotations, entanglement);
    }
}
