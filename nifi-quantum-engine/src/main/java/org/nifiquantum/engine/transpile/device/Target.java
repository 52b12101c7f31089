// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;

/** A device as the transpiler sees it. */
public record Target(Basis basis, CouplingMap couplings, Optional<Calibration> calibration) {
    /**
     * A device.
     *
     * @throws IllegalArgumentException if errors are reported of qubits or couplings that it has not
     */
    public Target {
        calibration.ifPresent(reported -> requireKnown(reported, couplings));
    }

    /** A device that reports no errors. */
    public static Target of(Basis basis, CouplingMap couplings) {
        return new Target(basis, couplings, Optional.empty());
    }

    /** Whether it has a two-qubit rotation of any angle. */
    public boolean isContinuous() {
        return basis.rotation().isPresent();
    }

    /** This device without the couplings that it reports to fail always, which is how devices report what is out of order. */
    public Target withoutBroken() {
        if (calibration.isEmpty()) {
            return this;
        }
        Calibration reported = calibration.get();
        List<Coupling> working = couplings.couplings().stream()
                .filter(coupling -> reported.twoQubitError(coupling.from(), coupling.to()) < 1)
                .toList();
        if (working.size() == couplings.couplings().size()) {
            return this;
        }
        Map<Coupling, Double> errors = new HashMap<>(reported.twoQubitErrors());
        errors.values().removeIf(error -> error == 1);
        return new Target(
                basis,
                CouplingMap.directed(couplings.qubits(), working),
                Optional.of(new Calibration(reported.oneQubitErrors(), reported.readoutErrors(), errors)));
    }

    private static void requireKnown(Calibration calibration, CouplingMap couplings) {
        int most = Math.max(
                calibration.oneQubitErrors().size(), calibration.readoutErrors().size());
        if (most > couplings.qubits()) {
            throw new IllegalArgumentException(
                    "Errors are reported of %d qubits, but the device has %d".formatted(most, couplings.qubits()));
        }
        for (Coupling coupling : calibration.twoQubitErrors().keySet()) {
            if (!couplings.allows(coupling.from(), coupling.to())
                    && !couplings.allows(coupling.to(), coupling.from())) {
                throw new IllegalArgumentException(
                        "An error is reported of two-qubit gates on qubits %d and %d, which are not coupled"
                                .formatted(coupling.from(), coupling.to()));
            }
        }
    }
}
