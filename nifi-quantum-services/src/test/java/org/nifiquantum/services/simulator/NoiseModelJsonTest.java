// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.simulation.noise.Channel;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoiseRule;
import org.nifiquantum.engine.simulation.noise.ReadoutError;

class NoiseModelJsonTest {

    @Test
    void readsRulesAndReadout() {
        NoiseModel model = read("""
                {"rules": [
                   {"gate": "cx", "qubits": [0, 1], "channels": [{"type": "depolarizing", "qubits": 2, "strength": 0.02}]},
                   {"gateQubits": 1, "channels": [
                      {"type": "thermalRelaxation", "t1": 50, "t2": 70, "duration": 0.1},
                      {"type": "amplitudeDamping", "probability": 0.1, "excitedPopulation": 0.01}]},
                   {"gate": "id"}],
                 "readout": {"2": {"oneGivenZero": 0.01, "zeroGivenOne": 0.03},
                             "others": {"oneGivenZero": 0, "zeroGivenOne": 0.5}}}
                """);
        assertEquals(
                List.of(
                        NoiseRule.onGateAndQubits("cx", List.of(0, 1), new Channel.Depolarizing(2, 0.02)),
                        NoiseRule.onGatesOf(
                                1, new Channel.ThermalRelaxation(50, 70, 0.1), new Channel.AmplitudeDamping(0.1, 0.01)),
                        new NoiseRule(Optional.of("id"), List.of(), OptionalInt.empty(), List.of())),
                model.rules());
        assertEquals(new ReadoutError(0.01, 0.03), model.readoutOf(2));
        assertEquals(new ReadoutError(0, 0.5), model.readoutOf(0));
    }

    @Test
    void readsEveryChannel() {
        NoiseModel model = read("""
                {"rules": [{"channels": [
                   {"type": "bitFlip", "probability": 0.1}, {"type": "phaseFlip", "probability": 0.2},
                   {"type": "bitPhaseFlip", "probability": 0.3}, {"type": "phaseDamping", "probability": 0.4},
                   {"type": "pauli", "probabilities": {"X": 0.1, "Z": 0.2}},
                   {"type": "kraus", "operators": [[[[0, 0], [0, -1]], [[0, 1], [0, 0]]]]}]}]}
                """);
        assertEquals(
                List.of(
                        Channel.bitFlip(0.1),
                        Channel.phaseFlip(0.2),
                        Channel.bitPhaseFlip(0.3),
                        new Channel.PhaseDamping(0.4),
                        new Channel.Pauli(1, Map.of("X", 0.1, "Z", 0.2)),
                        new Channel.Kraus(List.of(ComplexMatrix.of(1, 0, 0, 0, -1, 0, 1, 0, 0)))),
                model.rules().getFirst().channels());
    }

    @Test
    void anEmptyObjectIsNoNoise() {
        assertEquals(NoiseModel.NONE, read("{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                          | line 1",
                "[]                                                        | line 1",
                "{\"rules\": [                                             | /rules: Unexpected end-of-input",
                "{} {}                                                     | line 1",
                "{\"rules\": [], \"rules\": []}                            | line 1",
                "{\"rulez\": []}                                           | /rulez",
                "{\"rules\": [{\"chanels\": []}]}                          | /rules/0/chanels",
                "{\"rules\": [{\"channels\": [{\"type\": \"depolarising\"}]}]} | /rules/0/channels/0",
                "{\"rules\": [{\"channels\": [{\"type\": \"bitFlip\"}]}]}  | /rules/0/channels/0/probability",
                "{\"rules\": [{\"channels\": [{\"type\": \"bitFlip\", \"probability\": \"0.1\"}]}]} | /rules/0/channels/0/probability",
                "{\"rules\": [{\"channels\": [{\"type\": \"bitFlip\", \"probability\": NaN}]}]} | /rules/0/channels/0: Non-standard token",
                "{\"rules\": [{\"channels\": [null]}]}                     | /rules/0/channels",
                "{\"rules\": [{\"channels\": [{\"type\": \"bitFlip\", \"probability\": 2}]}]} | /rules/0: channels/0: ",
                "{\"rules\": [{\"channels\": [{\"type\": \"thermalRelaxation\", \"t1\": 1, \"t2\": 3, \"duration\": 1}]}]} | /rules/0: channels/0: T2 = 3.0 is more than 2 T1",
                "{\"rules\": [{\"channels\": [{\"type\": \"kraus\", \"operators\": [[[[1, 0]], [[0, 0]]]]}]}]} | /rules/0: channels/0: A Kraus operator",
                "{\"rules\": [{\"channels\": [{\"type\": \"kraus\", \"operators\": [[[[1], [0]], [[0], [1]]]]}]}]} | /rules/0: channels/0: A number",
                "{\"rules\": [{\"qubits\": [0, 0]}]}                       | /rules/0: A noise rule names a qubit twice",
                "{\"readout\": {\"q0\": {\"oneGivenZero\": 0, \"zeroGivenOne\": 0}}} | line 1, column",
                "{\"readout\": {\"0\": {\"oneGivenZero\": 0}}}             | /readout/0/zeroGivenOne",
                "{\"readout\": {\"0\": {\"oneGivenZero\": -1, \"zeroGivenOne\": 0}}} | /readout/0",
            })
    void saysWhereAndWhatIsWrong(String json, String start) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> read(json == null ? "" : json));
        assertTrue(refusal.getMessage().startsWith(start), refusal.getMessage());
    }

    private static NoiseModel read(String json) {
        return NoiseModelJson.read(json);
    }
}
