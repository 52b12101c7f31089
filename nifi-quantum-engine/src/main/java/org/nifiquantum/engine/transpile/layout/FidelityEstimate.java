// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.layout;

import java.util.HashMap;
import java.util.Map;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.transpile.device.Calibration;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;

/** How likely a circuit in a device's gates runs without any error, errors being independent, wherever its wires are. */
public final class FidelityEstimate {
    private final Calibration calibration;
    /** How many two-qubit gates each pair of wires has. */
    private final Map<Coupling, Integer> gates = new HashMap<>();
    /** How many pulses and measurements each wire has. */
    private final int[] pulses;

    private final int[] measurements;

    private FidelityEstimate(int wires, Calibration calibration) {
        this.calibration = calibration;
        this.pulses = new int[wires];
        this.measurements = new int[wires];
    }

    public static FidelityEstimate of(Circuit circuit, Calibration calibration) {
        FidelityEstimate estimate = new FidelityEstimate(circuit.qubits(), calibration);
        circuit.operations().forEach(estimate::count);
        return estimate;
    }

    private void count(Operation operation) {
        switch (operation) {
            case GateOperation gate
            when gate.qubits().size() == 2 ->
                gates.merge(new Coupling(gate.qubits().get(0), gate.qubits().get(1)), 1, Integer::sum);
            case GateOperation gate -> {
                // Rotations about Z are a change of the clock, no pulse.
                if (!gate.gate().identifier().equals("rz")) {
                    pulses[gate.qubits().get(0)]++;
                }
            }
            case Measurement measurement -> measurements[measurement.qubit()]++;
            case Barrier barrier -> {}
        }
    }

    /** The fidelity with each wire on the qubit of its number. */
    public double inPlace() {
        int[] layout = new int[pulses.length];
        for (int wire = 0; wire < layout.length; wire++) {
            layout[wire] = wire;
        }
        return Math.exp(logarithm(layout));
    }

    /** The logarithm of the fidelity with wire i on qubit {@code layout[i]}; wires that do nothing may be anywhere. */
    double logarithm(int... layout) {
        double sum = 0;
        for (int wire = 0; wire < layout.length; wire++) {
            sum += isActive(wire) ? logarithm(wire, layout[wire]) : 0;
        }
        for (Map.Entry<Coupling, Integer> pair : gates.entrySet()) {
            Coupling wires = pair.getKey();
            sum += times(pair.getValue(), calibration.twoQubitError(layout[wires.from()], layout[wires.to()]));
        }
        return sum;
    }

    /** Whether a wire has any pulse or measurement. */
    boolean isActive(int wire) {
        return pulses[wire] + measurements[wire] > 0;
    }

    /** What one wire alone adds on a qubit. */
    double logarithm(int wire, int qubit) {
        return times(pulses[wire], calibration.oneQubitError(qubit))
                + times(measurements[wire], calibration.readoutError(qubit));
    }

    private static double times(int count, double error) {
        return count == 0 ? 0 : count * Math.log1p(-error);
    }
}
