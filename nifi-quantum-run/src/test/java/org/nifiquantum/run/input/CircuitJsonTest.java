// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.step.Encode;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.services.api.Output;

class CircuitJsonTest {

    private static final String SOURCE =
            "OPENQASM 3.0; include \\\"stdgates.inc\\\"; input float a; input float b; qubit[2] q; rx(a) q[0]; ry(b) q[1];";
    private static final String OBSERVABLE =
            "\"observable\": {\"terms\": [{\"pauli\": \"ZX\", \"qubits\": [1, 0], \"coefficient\": 0.5}], \"constant\": 2}";

    private static Input.OfProgram read(String members) {
        String json = "{\"type\": \"circuit\", \"source\": \"%s\", %s}".formatted(SOURCE, members.replace('\'', '"'));
        return (Input.OfProgram)
                InputReader.read(json.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, "sweep.json");
    }

    @Test
    void aSweepIsOneRequestWithAllItsPoints() {
        Input.OfProgram circuit = read(
                OBSERVABLE
                        + ", 'sweep': {'method': 'grid', 'parameters': {'b': {'from': 0, 'to': 1, 'points': 2}, 'a': {'from': 3, 'to': 5, 'points': 3}}}");
        List<List<Double>> points = List.of(
                List.of(3.0, 0.0),
                List.of(3.0, 1.0),
                List.of(4.0, 0.0),
                List.of(4.0, 1.0),
                List.of(5.0, 0.0),
                List.of(5.0, 1.0));
        assertEquals(points, circuit.bindings());
        Run run = new Encode(InstantSource.fixed(Instant.EPOCH))
                .apply(circuit, "id", new EncodeSettings(1, InitialAngles.AUTO, 0, 1, 20, Map.of()))
                .run();
        Request request = run.get(Section.REQUEST);
        assertEquals(points, request.bindings());
        assertEquals(Set.of(Output.EXPECTATION, Output.PROBABILITIES), request.outputs());
        assertEquals(2, run.get(Section.OBSERVABLE).constant());
        assertEquals(
                List.of(0, 1), run.get(Section.OBSERVABLE).terms().getFirst().qubits());
        assertEquals("XZ", run.get(Section.OBSERVABLE).terms().getFirst().pauli());
    }

    @Test
    void theOtherMethods() {
        assertEquals(
                List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)),
                read("'sweep': {'method': 'list', 'points': [{'a': 1, 'b': 2}, {'b': 4, 'a': 3}]}")
                        .bindings());
        List<List<Double>> points =
                read("'sweep': {'method': 'latin-hypercube', 'points': 4, 'seed': 7, 'parameters': {'a': {'from': 0, 'to': 4}, 'b': {'from': 0, 'to': 1}}}")
                        .bindings();
        assertEquals(
                List.of(0, 1, 2, 3),
                points.stream().map(point -> point.get(0).intValue()).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'sweep': {'method': 'walk'} | /sweep/method: [walk] is not known",
                "'sweep': {'method': 'list', 'points': []} | /sweep/points: must be an array of 1",
                "'sweep': {'method': 'list', 'points': [{'a': 1}]} | /sweep/points/0: names [a], but the circuit has",
                "'sweep': {'method': 'list', 'points': [{'a': 1, 'b': 'x'}]} | /sweep/points/0/b: must be a finite number",
                "'sweep': {'method': 'grid', 'parameters': {'a': {'from': 0, 'to': 1, 'points': 2}}} | /sweep/parameters: names [a]",
                "'sweep': {'method': 'grid', 'parameters': {'a': {'from': 0, 'to': 1, 'points': 0}, 'b': {'from': 0, 'to': 1, 'points': 2}}} | /sweep: A range goes",
                "'sweep': {'method': 'grid', 'parameters': {'a': {'from': 0, 'to': 1, 'points': 9999}, 'b': {'from': 0, 'to': 1, 'points': 9999}}} | /sweep: The sweep has more than 100000",
                "'observable': {'terms': [{'pauli': 'Z', 'qubits': [2], 'coefficient': 1}]} | /observable/terms/0/qubits: must be qubits from 0 to 1",
                "'observable': {'terms': [{'pauli': 'ZZ', 'qubits': [1], 'coefficient': 1}]} | /observable/terms/0",
                "'observable': {} | /observable/terms: must be an array",
            })
    void namesThePlace(String members, String complaint) {
        RunException refusal = assertThrows(RunException.class, () -> read(members));
        assertTrue(refusal.getMessage().startsWith(complaint), refusal.getMessage());
    }
}
