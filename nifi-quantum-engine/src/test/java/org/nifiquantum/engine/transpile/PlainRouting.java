// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/**
 * The yardstick: qubit i on qubit i, then gate by gate exchanges along a shortest path. Gates of three qubits are made of
 * controlled NOTs first; every gate counts as many controlled NOTs as it takes on its own, an exchange three.
 */
final class PlainRouting {
    private final CouplingMap couplings;
    private final CircuitBuilder output;
    private final int[] qubitOf;
    private int controlledNots;

    private PlainRouting(Circuit circuit, CouplingMap couplings) {
        this.couplings = couplings;
        this.output = Circuit.builder(couplings.qubits());
        circuit.parameters().forEach(output::parameter);
        circuit.registers().forEach(register -> output.register(register.name(), register.size()));
        this.qubitOf = new int[couplings.qubits()];
        for (int qubit = 0; qubit < qubitOf.length; qubit++) {
            qubitOf[qubit] = qubit;
        }
    }

    /** A circuit that fits the couplings, how many controlled NOTs it takes gate by gate, and where its qubits end. */
    record Plain(Circuit circuit, int controlledNots, List<Integer> finalLayout) {}

    static Plain route(Circuit circuit, CouplingMap couplings) {
        PlainRouting routing = new PlainRouting(circuit, couplings);
        List<Measurement> measurements = new ArrayList<>();
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate) {
                routing.add(gate);
            } else if (operation instanceof Measurement measurement) {
                measurements.add(measurement);
            }
        }
        for (Measurement measurement : measurements) {
            routing.output.measure(routing.qubitOf[measurement.qubit()], measurement.bit());
        }
        List<Integer> layout =
                Arrays.stream(routing.qubitOf).limit(circuit.qubits()).boxed().toList();
        return new Plain(routing.output.build(), routing.controlledNots, layout);
    }

    private void add(GateOperation gate) {
        if (gate.gate() instanceof DefinedGate) {
            gate.expand().forEach(this::add);
        } else if (gate.qubits().size() > 2) {
            threeQubits((StandardGate) gate.gate(), gate.qubits());
        } else {
            if (gate.qubits().size() == 2) {
                bring(gate.qubits().get(0), gate.qubits().get(1));
                controlledNots += price((StandardGate) gate.gate());
            }
            output.add(new GateOperation(
                    gate.gate(),
                    gate.parameters(),
                    gate.qubits().stream().map(qubit -> qubitOf[qubit]).toList()));
        }
    }

    private static int price(StandardGate gate) {
        return switch (gate) {
            case CX, LEGACY_CX, CZ, CY, CH -> 1;
            case SWAP -> 3;
            default -> 2;
        };
    }

    private void bring(int one, int two) {
        while (couplings.distance(qubitOf[one], qubitOf[two]) > 1) {
            int from = qubitOf[one];
            for (int step : couplings.neighbors(from)) {
                if (couplings.distance(step, qubitOf[two]) < couplings.distance(from, qubitOf[two])) {
                    exchange(from, step);
                    break;
                }
            }
        }
    }

    private void exchange(int from, int to) {
        output.gate(StandardGate.SWAP, from, to);
        controlledNots += 3;
        for (int qubit = 0; qubit < qubitOf.length; qubit++) {
            if (qubitOf[qubit] == from) {
                qubitOf[qubit] = to;
            } else if (qubitOf[qubit] == to) {
                qubitOf[qubit] = from;
            }
        }
    }

    /** The Toffoli gate of six controlled NOTs (Nielsen and Chuang, figure 4.9); a controlled exchange is one between two more. */
    private void threeQubits(StandardGate gate, List<Integer> q) {
        if (gate == StandardGate.CSWAP) {
            gate(StandardGate.CX, q.get(2), q.get(1));
            threeQubits(StandardGate.CCX, q);
            gate(StandardGate.CX, q.get(2), q.get(1));
            return;
        }
        int a = q.get(0);
        int b = q.get(1);
        int c = q.get(2);
        gate(StandardGate.H, c);
        gate(StandardGate.CX, b, c);
        gate(StandardGate.TDG, c);
        gate(StandardGate.CX, a, c);
        gate(StandardGate.T, c);
        gate(StandardGate.CX, b, c);
        gate(StandardGate.TDG, c);
        gate(StandardGate.CX, a, c);
        gate(StandardGate.T, b);
        gate(StandardGate.T, c);
        gate(StandardGate.H, c);
        gate(StandardGate.CX, a, b);
        gate(StandardGate.T, a);
        gate(StandardGate.TDG, b);
        gate(StandardGate.CX, a, b);
    }

    private void gate(StandardGate gate, Integer... qubits) {
        add(new GateOperation(gate, List.of(), List.of(qubits)));
    }
}
