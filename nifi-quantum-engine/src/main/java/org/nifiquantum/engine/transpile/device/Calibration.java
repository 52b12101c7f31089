// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;

/**
 * The errors a device reports, as probabilities. What is not reported counts as 0.
 *
 * @param oneQubitErrors of a pulse, by qubit; rotations about Z are free
 * @param readoutErrors of a measurement, by qubit
 * @param twoQubitErrors by coupling; a coupling reported one way only is as good the other way
 */
public record Calibration(
        List<Double> oneQubitErrors, List<Double> readoutErrors, Map<Coupling, Double> twoQubitErrors) {
    public Calibration {
        oneQubitErrors = List.copyOf(oneQubitErrors);
        readoutErrors = List.copyOf(readoutErrors);
        twoQubitErrors = Map.copyOf(twoQubitErrors);
        require("one-qubit gates", oneQubitErrors);
        require("readout", readoutErrors);
        twoQubitErrors.forEach((coupling, error) ->
                require("two-qubit gates on qubits %d and %d".formatted(coupling.from(), coupling.to()), error));
    }

    public double oneQubitError(int qubit) {
        return qubit < oneQubitErrors.size() ? oneQubitErrors.get(qubit) : 0;
    }

    public double readoutError(int qubit) {
        return qubit < readoutErrors.size() ? readoutErrors.get(qubit) : 0;
    }

    public double twoQubitError(int from, int to) {
        Coupling coupling = new Coupling(from, to);
        Double error = twoQubitErrors.get(coupling);
        return error != null ? error : twoQubitErrors.getOrDefault(coupling.reversed(), 0.0);
    }

    private static void require(String what, List<Double> errors) {
        for (int qubit = 0; qubit < errors.size(); qubit++) {
            require("%s of qubit %d".formatted(what, qubit), errors.get(qubit));
        }
    }

    private static void require(String what, double error) {
        // Devices report 1 for what is out of order; not-a-number fails as well.
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException(
                    "The error rate of %s is %s; it must lie between 0 and 1: leave out what is not known"
                            .formatted(what, error));
        }
    }
}
