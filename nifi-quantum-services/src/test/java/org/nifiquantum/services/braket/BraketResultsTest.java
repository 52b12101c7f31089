// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** The decode vectors of Braket's result schema (gate_model_task_result, version 1), for X on one qubit of some. */
class BraketResultsTest {

    /** Columns belong to the qubits that are named; text prints qubit 0 last. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[0,1,2]; [1,0,0]; 100; 001",
                "[0,1,2,3]; [0,0,1,0]; 0010; 0100",
                "[2,0,1]; [1,0,0]; 100; 100",
                "[1,2,0]; [0,0,1]; 001; 001",
                "[5,9,12]; [1,0,0]; 100; 001",
                "[1,2]; [1,0]; 10; 01"
            })
    void everyFormIsInOurOrder(String qubits, String row, String state, String expected) throws Exception {
        int width = state.length();
        assertEquals(
                Map.of(expected, 2),
                counts("{\"measurements\":[%s,%s],\"measuredQubits\":%s}".formatted(row, row, qubits), width, 2));
        assertEquals(
                Map.of(expected, 7),
                counts(
                        "{\"measurementProbabilities\":{\"%s\":1.0},\"measuredQubits\":%s}".formatted(state, qubits),
                        width,
                        7));
    }

    @Test
    void sharesBecomeCountsThatAddUp() throws Exception {
        assertEquals(
                Map.of("00", 334, "10", 333, "11", 333),
                counts(
                        "{\"measurementProbabilities\":{\"00\":0.3334,\"01\":0.3333,\"11\":0.3333},\"measuredQubits\":[0,1]}",
                        2,
                        1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"measuredQubits\":[0,1]}",
                "{\"measurements\":[[0,1]],\"measuredQubits\":[0]}",
                "{\"measurements\":[[0,1]],\"measuredQubits\":[0,0]}",
                "{\"measurements\":[[0,2]],\"measuredQubits\":[0,1]}",
                "{\"measurements\":[[0]],\"measuredQubits\":[0,1]}",
                "{\"measurements\":[[0,1,1]],\"measuredQubits\":[0,1]}",
                "{\"measurementProbabilities\":{\"012\":1.0},\"measuredQubits\":[0,1]}",
                "{\"measurementProbabilities\":{\"01\":0.7},\"measuredQubits\":[0,1]}",
                "{\"measurementProbabilities\":{\"01\":-1},\"measuredQubits\":[0,1]}"
            })
    void nonsenseIsMalformed(String result) {
        assertEquals(
                Kind.MALFORMED,
                assertThrows(BackendException.class, () -> counts(result, 2, 10))
                        .kind());
    }

    private static Map<String, Integer> counts(String result, int qubits, int shots) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        BraketResults.counts(JsonMapper.builder().build().readTree(result), qubits, shots)
                .byOutcome()
                .forEach((state, count) -> counts.put(state.toString(), count));
        return counts;
    }
}
