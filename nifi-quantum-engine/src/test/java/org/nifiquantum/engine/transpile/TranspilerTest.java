// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.Calibration;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;
import org.nifiquantum.engine.transpile.device.NativeGates;
import org.nifiquantum.engine.transpile.device.Target;

class TranspilerTest {
    private static Target line(int qubits) {
        return Target.of(Basis.RZ_SX_X_CZ, CouplingMap.line(qubits));
    }

    private static int gates(Circuit circuit, Target target) {
        return Transpiler.transpile(circuit, target).circuit().twoQubitGates();
    }

    @Test
    void exchangesTakeNoGate() {
        Circuit named = Circuit.builder(2).gate(StandardGate.SWAP, 0, 1).build();
        Circuit written = Circuit.builder(2)
                .gate(StandardGate.CX, 0, 1)
                .gate(StandardGate.CX, 1, 0)
                .gate(StandardGate.CX, 0, 1)
                .build();
        assertEquals(0, gates(named, line(2)));
        assertEquals(0, gates(written, line(2)));
        assertEquals(List.of(1, 0), Transpiler.transpile(written, line(2)).finalLayout());
    }

    /** Rotations of opposite hands by right angles about all three pairs of axes exchange as well. */
    @Test
    void anExchangeAfterAnOpenRotationIsTakenBack() {
        Circuit circuit = Circuit.builder(2)
                .parameter("a")
                .gate(StandardGate.RY, List.of(Expression.constant(0.7)), 0)
                .gate(NativeGates.RZZ, List.of(Expression.parameter("a")), 0, 1)
                .gate(StandardGate.RY, List.of(Expression.constant(-0.7)), 0)
                .gate(NativeGates.RXX, List.of(Expression.constant(Math.PI / 2)), 0, 1)
                .gate(StandardGate.Z, 1)
                .gate(StandardGate.RX, List.of(Expression.constant(Math.PI / 2)), 0)
                .gate(StandardGate.RX, List.of(Expression.constant(Math.PI / 2)), 1)
                .gate(NativeGates.RZZ, List.of(Expression.constant(-Math.PI / 2)), 0, 1)
                .gate(StandardGate.RX, List.of(Expression.constant(-Math.PI / 2)), 0)
                .gate(StandardGate.RX, List.of(Expression.constant(-Math.PI / 2)), 1)
                .gate(NativeGates.RZZ, List.of(Expression.constant(Math.PI / 2)), 0, 1)
                .build();
        Transpiled transpiled = Transpiler.transpile(circuit, line(2));
        Equivalence.assertSame(circuit, transpiled, Map.of("a", 0.3), "exchange");
        assertEquals(2, transpiled.circuit().twoQubitGates());
    }

    @Test
    void controlledNotsOnACommonControlCancel() {
        Circuit circuit = Circuit.builder(3)
                .gate(StandardGate.CX, 0, 1)
                .gate(StandardGate.CX, 0, 2)
                .gate(StandardGate.T, 0)
                .gate(StandardGate.CX, 0, 1)
                .build();
        assertEquals(1, gates(circuit, line(3)));
    }

    @Test
    void exactOneQubitSynthesis() {
        Circuit circuit = Circuit.builder(1)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.T, 0)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.T, 0)
                .build();
        assertEquals(
                Map.of("rz", 3, "sx", 2),
                Transpiler.transpile(circuit, line(1)).circuit().gateCounts());
        Target iqm = Target.of(Basis.PRX_CZ, CouplingMap.line(1));
        // Rotations about Z cost two gates where nothing follows that could take them.
        assertEquals(
                Map.of("prx", 3), Transpiler.transpile(circuit, iqm).circuit().gateCounts());
    }

    /** One open two-qubit rotation for each edge, on a device that has them. */
    @Test
    void openRotationsStayOne() {
        Circuit circuit = QaoaCircuits.circuit(5, QaoaCircuits.randomGraph(5, 1, 3), 1);
        assertEquals(10, gates(circuit, Target.of(Basis.R_RZ_RXX, CouplingMap.full(5))));
    }

    /** Transpiled once, bound many times, whatever the device. */
    @Test
    void oneCircuitServesAWholeLoop() {
        Circuit circuit = QaoaCircuits.circuit(5, QaoaCircuits.randomGraph(5, 0.8, 3), 2);
        for (Basis basis : TranspilerPropertyTest.BASES) {
            Target target = Target.of(basis, CouplingMap.grid(2, 3));
            Transpiled transpiled = Transpiler.transpile(circuit, target, new TranspileOptions(0, 4));
            assertEquals(
                    List.of("gamma_0", "beta_0", "gamma_1", "beta_1"),
                    transpiled.circuit().parameters());
            for (double gamma = -3; gamma < 4; gamma += 1.7) {
                Map<String, Double> bindings =
                        Map.of("gamma_0", gamma, "beta_0", 0.3 * gamma, "gamma_1", 1 - gamma, "beta_1", 2 * gamma);
                Equivalence.assertSame(circuit, transpiled, bindings, basis + ", gamma " + gamma);
            }
        }
    }

    @Test
    void circuitsThatDoNothing() {
        for (int qubits = 0; qubits <= 3; qubits++) {
            assertEquals(List.of(), operations(Circuit.builder(qubits).build()));
        }
        assertEquals(
                List.of(),
                operations(Circuit.builder(1)
                        .gate(StandardGate.GPHASE, List.of(Expression.constant(1)))
                        .gate(StandardGate.ID, 0)
                        .build()));
        assertEquals(2, operations(Circuit.builder(2).measureAll().build()).size());
    }

    private static List<Operation> operations(Circuit circuit) {
        return Transpiler.transpile(circuit, line(3)).circuit().operations();
    }

    @Test
    void parametersBoundAfterwardsAreAsGoodAsBoundBefore() {
        for (long seed = 0; seed < 10; seed++) {
            Circuit open = new RandomCircuits(seed).circuit(4, 25);
            Map<String, Expression> values =
                    Map.of("alpha", Expression.constant(0.4), "beta", Expression.constant(2.2));
            CircuitBuilder bound = Circuit.builder(4).bits(4);
            for (Operation operation : open.operations()) {
                bound.add(
                        operation instanceof GateOperation gate
                                ? new GateOperation(
                                        gate.gate(),
                                        gate.parameters().stream()
                                                .map(parameter -> parameter.substitute(values))
                                                .toList(),
                                        gate.qubits())
                                : operation);
            }
            Transpiled first = Transpiler.transpile(open, line(4));
            Equivalence.assertSame(bound.build(), first, Map.of("alpha", 0.4, "beta", 2.2), "seed " + seed);
        }
    }

    @Test
    void openRotationsAddUpOnlyWhereThatIsExact() {
        Circuit circuit = Circuit.builder(1)
                .parameter("a")
                .parameter("b")
                .gate(StandardGate.H, 0)
                .gate(StandardGate.RZ, List.of(Expression.parameter("a")), 0)
                .gate(StandardGate.RZ, List.of(Expression.parameter("b")), 0)
                .gate(StandardGate.H, 0)
                .build();
        Circuit rx = Transpiler.transpile(circuit, Target.of(Basis.of("rz", "rx", "cz"), CouplingMap.line(1)))
                .circuit();
        assertEquals(Map.of("rx", 1), rx.gateCounts());
        assertEquals(
                "a + b",
                ((GateOperation) rx.operations().get(0)).parameters().get(0).toString());
    }

    @Test
    void bitsKeepTheirMeaning() {
        Circuit circuit = Circuit.builder(4)
                .register("a", 2)
                .register("b", 3)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 3)
                .gate(StandardGate.CX, 1, 3)
                .gate(StandardGate.CX, 0, 2)
                .gate(StandardGate.CX, 1, 2)
                .barrier()
                .measure(2, 4)
                .measure(3, 0)
                .build();
        Transpiled transpiled = Transpiler.transpile(circuit, line(5));
        Set<Operation> expected = Set.of(
                new Measurement(transpiled.finalLayout().get(2), 4),
                new Measurement(transpiled.finalLayout().get(3), 0));
        List<Operation> operations = transpiled.circuit().operations();
        assertEquals(expected, Set.copyOf(operations.subList(operations.size() - 2, operations.size())));
        assertEquals(circuit.registers(), transpiled.circuit().registers());
        assertEquals(1, operations.stream().filter(Barrier.class::isInstance).count());
    }

    @Test
    void measurementsInBetweenKeepTheirPlace() {
        Circuit circuit = Circuit.builder(2)
                .bits(3)
                .gate(StandardGate.H, 0)
                .measure(0, 0)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 1)
                .measure(0, 1)
                .measure(1, 2)
                .build();
        List<Operation> operations =
                Transpiler.transpile(circuit, line(2)).circuit().operations();
        int middle = operations.indexOf(new Measurement(0, 0));
        assertTrue(middle > 0 && operations.get(middle - 1) instanceof GateOperation, () -> operations.toString());
        assertTrue(operations.get(middle + 1) instanceof GateOperation, () -> operations.toString());
    }

    @Test
    void layoutAvoidsWhatIsReportedBad() {
        CouplingMap couplings = CouplingMap.line(6);
        Map<Coupling, Double> errors = Map.of(
                new Coupling(0, 1), 1.0,
                new Coupling(1, 2), 0.02,
                new Coupling(2, 3), 0.2,
                new Coupling(3, 4), 0.01,
                new Coupling(4, 5), 0.01);
        Calibration calibration = new Calibration(List.of(), List.of(0.1, 0.1, 0.1, 0.01, 0.01, 0.01), errors);
        Target target = new Target(Basis.RZ_SX_X_CZ, couplings, Optional.of(calibration));
        Circuit circuit = Circuit.builder(3)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 1)
                .gate(StandardGate.CX, 1, 2)
                .measureAll()
                .build();
        Transpiled transpiled = Transpiler.transpile(circuit, target);
        assertEquals(Set.of(3, 4, 5), Set.copyOf(transpiled.initialLayout()));
        assertEquals(Math.pow(0.99, 5), transpiled.fidelity().orElseThrow(), 1e-12);
    }

    @Test
    void theSameSeedGivesTheSameCircuit() {
        Circuit circuit = new RandomCircuits(5).circuit(7, 80);
        TranspileOptions options = new TranspileOptions(11, 3);
        assertEquals(
                Transpiler.transpile(circuit, line(9), options).circuit(),
                Transpiler.transpile(circuit, line(9), options).circuit());
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        Circuit circuit = QaoaCircuits.circuit(4, QaoaCircuits.randomGraph(4, 1, 1), 1);
        assertEquals(
                "The circuit has 4 qubits, but the device has 3; take a larger device",
                assertThrows(IllegalArgumentException.class, () -> Transpiler.transpile(circuit, line(3)))
                        .getMessage());
        CouplingMap parts = CouplingMap.undirected(
                6, List.of(new Coupling(0, 1), new Coupling(1, 2), new Coupling(3, 4), new Coupling(4, 5)));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> Transpiler.transpile(circuit, Target.of(Basis.PRX_CZ, parts)))
                .getMessage()
                .startsWith("The circuit has 4 qubits, but at most 3 of the device's 6 are connected"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Basis.of("rz", "h", "cz"))
                .getMessage()
                .contains("lack a full set of one-qubit gates"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Basis.of("rz", "sx", "x", "ccx"))
                .getMessage()
                .contains("lack a full set of two-qubit gates"));
    }

    @Test
    void badDevicesAreRefused() {
        refused(
                "A coupling of qubit 0 with qubit 2; couplings are of two different qubits from 0 to 1",
                () -> CouplingMap.undirected(2, List.of(new Coupling(0, 2))));
        refused(
                "A coupling of qubit 1 with qubit 1; couplings are of two different qubits from 0 to 1",
                () -> CouplingMap.directed(2, List.of(new Coupling(1, 1))));
        refused("A coupling map has 1 to 2000 qubits, not 1 rows of 0", () -> CouplingMap.line(0));
        refused("A coupling map has 1 to 2000 qubits, not 3 rows of -1", () -> CouplingMap.grid(3, -1));
        refused("A coupling map has 1 to 2000 qubits, not 70000 rows of 70000", () -> CouplingMap.grid(70_000, 70_000));
        String remedy = "; it must lie between 0 and 1: leave out what is not known";
        refused(
                "The error rate of readout of qubit 1 is NaN" + remedy,
                () -> new Calibration(List.of(), List.of(0.1, Double.NaN), Map.of()));
        refused(
                "The error rate of one-qubit gates of qubit 0 is -0.1" + remedy,
                () -> new Calibration(List.of(-0.1), List.of(), Map.of()));
        refused(
                "The error rate of two-qubit gates on qubits 3 and 4 is 1.5" + remedy,
                () -> new Calibration(List.of(), List.of(), Map.of(new Coupling(3, 4), 1.5)));
        refused(
                "Errors are reported of 4 qubits, but the device has 3",
                () -> reporting(new Calibration(List.of(0.0, 0.0, 0.0, 0.0), List.of(), Map.of())));
        refused(
                "An error is reported of two-qubit gates on qubits 0 and 2, which are not coupled",
                () -> reporting(new Calibration(List.of(), List.of(), Map.of(new Coupling(0, 2), 0.1))));
        refused("A transpiler needs at least 1 trial, not 0", () -> new TranspileOptions(0, 0));
    }

    private static Target reporting(Calibration calibration) {
        return new Target(Basis.PRX_CZ, CouplingMap.line(3), Optional.of(calibration));
    }

    private static void refused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }
}
