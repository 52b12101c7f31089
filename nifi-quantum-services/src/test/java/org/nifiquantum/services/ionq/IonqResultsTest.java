// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** IonQ's documented forms, decoded by hand. */
class IonqResultsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** X on qubit 0 of 3 is 1 in version 1 and "100" in version 2; X on qubit 2 of 4 is 4, and "0010". */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"1\":1.0}; 3; 001=100",
                "{\"probabilities\":{\"registers\":{\"output_all\":{\"100\":1.0}}}}; 3; 001=100",
                "{\"histogram\":{\"registers\":{\"output_all\":{\"100\":100}}}}; 3; 001=100",
                "{\"4\":1.0}; 4; 0100=100",
                "{\"probabilities\":{\"registers\":{\"output_all\":{\"0010\":1.0}}}}; 4; 0100=100",
                "{\"0\":0.5,\"3\":0.5}; 2; 00=50 11=50",
                "{\"0\":500,\"1\":250,\"3\":250}; 2; 00=50 01=25 11=25",
                "{\"probabilities\":{\"registers\":{\"c\":{\"10\":1.0}}}}; 2; 01=100",
                "{\"probabilities\":{\"registers\":{\"c\":{\"1\":1.0},\"output_all\":{\"10\":1.0}}}}; 2; 01=100",
                "{\"0\":0.0,\"2\":1.0}; 2; 10=100",
                "{\"18446744073709551616\":1}; 65; 1"
                        + "0000000000000000000000000000000000000000000000000000000000000000=100"
            })
    void statesAreReadInOurOrder(String json, int qubits, String expected) throws Exception {
        assertEquals(expected, text(IonqResults.counts(JSON.readTree(json), qubits, 100)));
    }

    /** Shares that do not divide are rounded so that nothing is lost; the largest remainder comes first. */
    @Test
    void countsAddUpToTheShots() throws Exception {
        Counts thirds =
                IonqResults.counts(JSON.readTree("{\"0\":0.333333333,\"1\":0.333333333,\"2\":0.333333334}"), 2, 100);
        assertEquals("00=33 01=33 10=34", text(thirds));
        Counts rare = IonqResults.counts(JSON.readTree("{\"0\":0.999,\"1\":0.0006,\"2\":0.0004}"), 2, 1000);
        assertEquals("00=999 01=1", text(rare));
        assertEquals(1000, rare.shots());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"x\"",
                "{\"4\":1.0}",
                "{\"-1\":1.0}",
                "{\"1\":0.4}",
                "{\"1\":-1,\"0\":2}",
                "{\"1\":\"1\"}",
                "{\"x\":1.0}",
                "{\"probabilities\":{\"registers\":{}}}",
                "{\"probabilities\":{\"registers\":{\"output_all\":{\"100\":1.0}}}}",
                "{\"probabilities\":{\"registers\":{\"a\":{\"00\":1},\"b\":{\"00\":1}}}}"
            })
    void whatMakesNoSenseIsRefused(String json) {
        BackendException refusal =
                assertThrows(BackendException.class, () -> IonqResults.counts(JSON.readTree(json), 2, 100));
        assertEquals(Kind.MALFORMED, refusal.kind());
        assertTrue(refusal.getMessage().startsWith("IonQ's result cannot be read"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "submitted; QUEUED",
                "ready; QUEUED",
                "started; RUNNING",
                "running; RUNNING",
                "completed; SUCCEEDED",
                "failed; FAILED",
                "canceled; CANCELLED",
                "pondering; RUNNING"
            })
    void everyStatusHasItsPlace(String status, String expected) throws Exception {
        String job = "{\"id\":\"a-1\",\"status\":\"%s\",\"failure\":{\"code\":\"TooManyGates\",\"message\":\"why\"}}";
        assertEquals(
                expected,
                IonqCodec.state(JSON.readTree(job.formatted(status))).status().name());
        assertEquals(
                "TooManyGates: why",
                IonqCodec.state(JSON.readTree(job.formatted("failed"))).message());
    }

    /** An id is part of a path: what could lead elsewhere is none. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"../whoami\"}", "{\"id\":\"a?b\"}", "{\"id\":\"\"}", "{\"id\":null}"})
    void anIdThatFitsIntoNoPathIsRefused(String job) throws JsonProcessingException {
        JsonNode read = JSON.readTree(job);
        assertThrows(BackendException.class, () -> IonqCodec.id(read));
    }

    /** Both shapes of IonQ's description of 2026. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"estimated_cost\":1.25,\"cost_unit\":\"usd\",\"estimated_execution_time\":1000,"
                        + "\"current_predicted_queue_time\":500}",
                "{\"estimated_total_cost\":1.25,\"estimated_unit\":\"usd\",\"estimated_execution_time\":1000,"
                        + "\"current_predicted_queue_time\":500}"
            })
    void estimatesAreReadInBothShapes(String json) throws Exception {
        assertEquals(
                "JobEstimate[cost=Optional[Money[amount=2.50, currency=USD]], duration=Optional[PT2.5S]]",
                IonqCodec.estimate(JSON.readTree(json), 2).toString());
    }

    private static String text(Counts counts) {
        return counts.byOutcome().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
