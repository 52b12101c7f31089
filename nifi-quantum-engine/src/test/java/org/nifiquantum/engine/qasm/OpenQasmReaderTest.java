// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.circuit.StandardGate;

class OpenQasmReaderTest {
    private static final String HEADER = "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n";

    private static List<Operation> operations(String body) {
        return OpenQasmReader.read(HEADER + body).operations();
    }

    private static GateOperation gate(StandardGate gate, Integer... qubits) {
        return new GateOperation(gate, List.of(), List.of(qubits));
    }

    private static double angle(String expression) {
        GateOperation operation =
                (GateOperation) operations("qubit q; rz(" + expression + ") q;").get(0);
        return operation.parameters().get(0).evaluate(name -> Double.NaN);
    }

    @Test
    void readsAWholeCircuit() {
        Circuit circuit = OpenQasmReader.read("""
                OPENQASM 3.1;
                include 'stdgates.inc';
                /* two
                   registers */
                input float[64] theta; // the angle
                input angle phi;
                qubit[2] q;
                qubit r;
                bit[2] c;
                bit d;
                h q[0];
                cx q[0], q[1];
                rx(2 * theta - phi/2) r;
                barrier q, r;
                c = measure q;
                measure r -> d;
                """);
        assertEquals(3, circuit.qubits());
        assertEquals(List.of("theta", "phi"), circuit.parameters());
        assertEquals(List.of(new Register("c", 0, 2), new Register("d", 2, 1)), circuit.registers());
        Expression angle = Expression.constant(2)
                .times(Expression.parameter("theta"))
                .minus(Expression.parameter("phi").dividedBy(Expression.constant(2)));
        assertEquals(
                List.of(
                        gate(StandardGate.H, 0),
                        gate(StandardGate.CX, 0, 1),
                        new GateOperation(StandardGate.RX, List.of(angle), List.of(2)),
                        new Barrier(List.of(0, 1, 2)),
                        new Measurement(0, 0),
                        new Measurement(1, 1),
                        new Measurement(2, 2)),
                circuit.operations());
    }

    @Test
    void computesAsTheLanguageSays() {
        assertEquals(Math.PI / 2, angle("pi / 2"));
        assertEquals(2 * Math.PI, angle("τ"));
        assertEquals(Math.E, angle("euler"));
        assertEquals(0, angle("1/2"), "whole numbers divide without a rest");
        assertEquals(0.5, angle("1.0/2"));
        assertEquals(-4, angle("-2 ** 2"));
        assertEquals(512, angle("2 ** 3 ** 2"));
        assertEquals(0.25, angle("2 ** -2"));
        assertEquals(2, angle("1 - -1"));
        assertEquals(-5, angle("1 - 2 * 3"));
        assertEquals(1, angle("7 % 3"));
        assertEquals(255 + 8 + 5, angle("0xff + 0o10 + 0b101"));
        assertEquals(1_000.5, angle("1_000 + .5e0"));
        assertEquals(Math.asin(0.5) + Math.log(3), angle("arcsin(0.5) + log(3)"));
        assertEquals(8, angle("pow(2, 3)"));
    }

    @Test
    void knowsConstants() {
        assertEquals(
                List.of(gate(StandardGate.X, 2)),
                operations("const int n = 3; const uint[8] k = n - 1; qubit[n] q; x q[k];"));
        assertEquals(
                0.5,
                ((GateOperation) operations("const float half = 1.0/2; qubit q; p(half) q;")
                                .get(0))
                        .parameters()
                        .get(0)
                        .evaluate(name -> 0));
    }

    @Test
    void broadcastsOverRegisters() {
        assertEquals(List.of(gate(StandardGate.H, 0), gate(StandardGate.H, 1)), operations("qubit[2] q; h q;"));
        assertEquals(
                List.of(gate(StandardGate.CX, 2, 0), gate(StandardGate.CX, 2, 1)),
                operations("qubit[2] q; qubit r; cx r, q;"));
        assertEquals(
                List.of(gate(StandardGate.CX, 0, 2), gate(StandardGate.CX, 1, 3)),
                operations("qubit[2] a; qubit[2] b; cx a, b;"));
    }

    @Test
    void takesPartsOfRegisters() {
        assertEquals(List.of(gate(StandardGate.X, 1), gate(StandardGate.X, 2)), operations("qubit[4] q; x q[1:2];"));
        assertEquals(List.of(gate(StandardGate.X, 3), gate(StandardGate.X, 1)), operations("qubit[4] q; x q[3:-2:0];"));
        assertEquals(
                List.of(gate(StandardGate.X, 3), gate(StandardGate.X, 0)), operations("qubit[4] q; x q[{-1, 0}];"));
        assertEquals(
                List.of(gate(StandardGate.X, 5), gate(StandardGate.Y, 1)),
                operations("qubit[4] q; qubit[2] r; let a = q[1:2] ++ r; x a[3]; y a[0];"));
    }

    @Test
    void definesGates() {
        Circuit circuit = OpenQasmReader.read(HEADER
                + "gate bell(t) a, b { h a; cx a, b; rz(t / 2) b; } gate twice a, b { bell(1) a, b; bell(2) b, a; }"
                + "qubit[2] q; twice q[1], q[0];");
        assertEquals(1, circuit.operations().size());
        GateOperation twice = (GateOperation) circuit.operations().get(0);
        List<GateOperation> second = twice.expand().get(1).expand();
        assertEquals(gate(StandardGate.H, 0), second.get(0));
        assertEquals(gate(StandardGate.CX, 0, 1), second.get(1));
        assertEquals(new GateOperation(StandardGate.RZ, List.of(Expression.constant(1)), List.of(1)), second.get(2));
    }

    @Test
    void readsTheOldForms() {
        Circuit circuit = OpenQasmReader.read("qreg q[2]; creg c[2]; U(1, 2, 3) q[0]; CX q[0], q[1]; measure q -> c;");
        assertEquals(List.of(new Register("c", 0, 2)), circuit.registers());
        assertEquals(4, circuit.operations().size());
        assertEquals(gate(StandardGate.LEGACY_CX, 0, 1), circuit.operations().get(1));
    }

    @Test
    void readsGlobalPhaseAndMeasuringDeclarations() {
        assertEquals(
                List.of(
                        new GateOperation(StandardGate.GPHASE, List.of(Expression.constant(0.5)), List.of()),
                        new Measurement(0, 0)),
                operations("qubit q; gphase(0.5); bit c = measure q;"));
    }

    @Test
    void readsLargeSources() {
        String gates = "cx q[0], q[1];\n".repeat(200_000);
        assertEquals(200_000, operations("qubit[2] q;\n" + gates).size());
    }
}
