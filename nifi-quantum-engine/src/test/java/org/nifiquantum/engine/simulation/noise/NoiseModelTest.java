// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

class NoiseModelTest {
    private static final Channel A = Channel.bitFlip(0.1);
    private static final Channel B = Channel.phaseFlip(0.2);
    private static final Channel C = Channel.bitPhaseFlip(0.3);
    private static final Channel PAIR = new Channel.Depolarizing(2, 0.1);

    private static GateOperation gate(StandardGate gate, Integer... qubits) {
        List<Expression> parameters = gate.parameterCount() == 0 ? List.of() : List.of(Expression.constant(0.1));
        return new GateOperation(gate, parameters, List.of(qubits));
    }

    private static PlacedChannel on(Channel channel, Integer... qubits) {
        return new PlacedChannel(channel, List.of(qubits));
    }

    @Test
    void theMostSpecificRuleWins() {
        NoiseModel model = NoiseModel.of(
                NoiseRule.everywhere(A),
                NoiseRule.onQubits(List.of(2), B),
                NoiseRule.onGate("h", C),
                NoiseRule.onGateAndQubits("h", List.of(3), A, B));
        assertEquals(List.of(on(A, 0)), model.after(gate(StandardGate.X, 0)));
        assertEquals(List.of(on(B, 2)), model.after(gate(StandardGate.X, 2)));
        assertEquals(List.of(on(C, 2)), model.after(gate(StandardGate.H, 2)));
        assertEquals(List.of(on(A, 3), on(B, 3)), model.after(gate(StandardGate.H, 3)));
        // Decided for each qubit: that qubit 2 has a rule of its own takes nothing from qubit 1.
        assertEquals(List.of(on(B, 2), on(A, 1)), model.after(gate(StandardGate.CX, 2, 1)));
    }

    @Test
    void rulesOfTheSameKindAddUpInOrder() {
        NoiseModel model = NoiseModel.of(NoiseRule.everywhere(B), NoiseRule.everywhere(A, C));
        assertEquals(List.of(on(B, 0), on(A, 0), on(C, 0)), model.after(gate(StandardGate.X, 0)));
    }

    @Test
    void channelsOnPairsFollowGatesOnPairs() {
        NoiseModel model = NoiseModel.of(NoiseRule.everywhere(PAIR), NoiseRule.onGatesOf(1, A));
        assertEquals(List.of(on(A, 0)), model.after(gate(StandardGate.X, 0)));
        assertEquals(List.of(on(PAIR, 1, 0)), model.after(gate(StandardGate.CX, 1, 0)));
        assertEquals(List.of(), model.after(gate(StandardGate.CCX, 0, 1, 2)));
        assertEquals(List.of(), model.after(gate(StandardGate.GPHASE)));
        NoiseModel directed = NoiseModel.of(NoiseRule.onQubits(List.of(0, 1), PAIR), NoiseRule.everywhere(A));
        assertEquals(List.of(on(PAIR, 0, 1)), directed.after(gate(StandardGate.CX, 0, 1)));
        assertEquals(List.of(on(A, 1), on(A, 0)), directed.after(gate(StandardGate.CX, 1, 0)));
    }

    @Test
    void aRuleWithoutChannelsMakesAGateIdeal() {
        NoiseModel model = NoiseModel.of(NoiseRule.everywhere(A), NoiseRule.onGate("rz"));
        assertEquals(List.of(), model.after(gate(StandardGate.RZ, 0)));
        assertEquals(List.of(on(A, 0)), model.after(gate(StandardGate.RX, 0)));
    }

    @Test
    void definedGatesCountAsTheirPartsUnlessNamed() {
        GateOperation call = new GateOperation(
                new DefinedGate("bell", List.of(), 2, List.of(gate(StandardGate.H, 0), gate(StandardGate.CX, 0, 1))),
                List.of(),
                List.of(3, 1));
        assertEquals(
                List.of(gate(StandardGate.H, 3), gate(StandardGate.CX, 3, 1)),
                NoiseModel.of(NoiseRule.everywhere(A)).units(call));
        NoiseModel named = NoiseModel.of(NoiseRule.onGate("bell", PAIR));
        assertEquals(List.of(call), named.units(call));
        assertEquals(List.of(on(PAIR, 3, 1)), named.after(call));
    }

    @Test
    void findsRulesThatAreAboutNothing() {
        NoiseRule wrongOrder = NoiseRule.onGateAndQubits("cx", List.of(1, 0), PAIR);
        NoiseModel model = NoiseModel.of(wrongOrder, NoiseRule.onGate("h", A));
        Circuit circuit = Circuit.builder(2)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 1)
                .build();
        assertEquals(List.of(wrongOrder), model.unusedRules(circuit));
    }

    @Test
    void refusesRulesThatCannotBeMeant() {
        assertThrows(IllegalArgumentException.class, () -> NoiseRule.onQubits(List.of(1), PAIR));
        assertThrows(IllegalArgumentException.class, () -> NoiseRule.onQubits(List.of(1, 1), A));
        assertThrows(IllegalArgumentException.class, () -> NoiseRule.onQubits(List.of(-1), A));
        assertThrows(IllegalArgumentException.class, () -> NoiseRule.onGatesOf(3, PAIR));
        NoiseModel model = NoiseModel.of(NoiseRule.onGate("h", PAIR));
        assertEquals(
                "A channel on 2 qubits cannot follow gate h, which acts on 1",
                assertThrows(IllegalArgumentException.class, () -> model.after(gate(StandardGate.H, 0)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ReadoutError(-0.1, 0));
    }

    @Test
    void readoutIsByQubitOrForAllOthers() {
        ReadoutError error = new ReadoutError(0.1, 0.2);
        NoiseModel model = new NoiseModel(List.of(), Map.of(3, error), ReadoutError.NONE);
        assertEquals(error, model.readoutOf(3));
        assertEquals(ReadoutError.NONE, model.readoutOf(2));
        assertEquals(error, NoiseModel.NONE.withReadout(error).readoutOf(7));
    }
}
