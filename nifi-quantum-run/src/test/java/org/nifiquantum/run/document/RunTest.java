// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.Output;

class RunTest {

    private static final String HEAD = "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r1\"";

    @Test
    void leavesWhatItDoesNotKnowAsItIs() {
        String odd = "{\"b\" : 1.10e+2 ,\"a\":[ 1, {\"x\":\"\\u00e9\"} ]}";
        Run run = read(HEAD + ",\"vendor\": " + odd + ",\"totals\":" + totals() + "}");
        String written = text(run.with(Section.REQUEST, request()));
        assertTrue(written.contains("\"vendor\":" + odd), written);
        assertTrue(written.contains("\"totals\":" + totals()), written);
        assertEquals(request(), read(written).get(Section.REQUEST));
    }

    @Test
    void copiesTheOptimisationUnreadAndKeepsItLast() {
        String history = "{\"optimizer\":\"cobyla\" , \"evaluations\":[1,2,{\"not\":\"parsed\"}]}";
        Run run = read(HEAD + ",\"optimization\":" + history + " \n}\n ");
        String written = text(run.with(Section.REQUEST, request()));
        assertTrue(written.endsWith(",\"optimization\":" + history + " \n}"), written);
    }

    @Test
    void membersAfterTheOptimisationAreRefusedByItsReader() {
        Run run = read(HEAD + ",\"optimization\":{\"optimizer\":\"cobyla\"},\"result\":{}}");
        RunException refusal = assertThrows(RunException.class, () -> run.find(Section.OPTIMIZATION));
        assertTrue(refusal.getMessage().startsWith("/optimization"), refusal.getMessage());
    }

    @Test
    void writesMembersInTheirOrder() {
        Run run = Run.create("r2")
                .with(Section.TOTALS, Totals.startingAt(Instant.EPOCH))
                .with(Section.REQUEST, request());
        String written = text(run);
        assertTrue(written.startsWith("{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r2\",\"software\":"), written);
        assertTrue(written.indexOf("\"request\"") < written.indexOf("\"totals\""), written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                       | A run document is a JSON object",
                "{\"id\":\"r1\"}                                          | /schema: is missing",
                "{\"schema\":\"nifi-quantum/run/2\",\"id\":\"r1\"}        | /schema: this version reads",
                "{\"schema\":\"nifi-quantum/run/1\"}                      | /id: is missing",
                "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"\"}          | /id: must not be blank",
                "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r\"          | line 1, column",
                "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r\"} {}      | Something follows the end",
                "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r\",\"optimization\":{\"a\":1 | The document is cut off",
                "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r\",\"id\":\"s\"} | /id: is in the document twice",
                "{\"schema\": NaN}                                        | line 1, column",
            })
    void refusesWhatIsNoRun(String content, String complaint) {
        RunException refusal = assertThrows(RunException.class, () -> read(content));
        assertTrue(refusal.getMessage().startsWith(complaint), refusal.getMessage());
    }

    @Test
    void refusesDeepNestingWithoutOverflowing() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        RunException refusal = assertThrows(RunException.class, () -> read(HEAD + ",\"x\":" + deep + "}"));
        assertTrue(refusal.getMessage().contains("nesting depth"), refusal.getMessage());
    }

    @Test
    void refusesAnotherEncoding() {
        byte[] utf16 = (HEAD + "}").getBytes(StandardCharsets.UTF_16LE);
        assertThrows(RunException.class, () -> RunReader.read(utf16));
    }

    @Test
    void namesThePlaceOfAMalformedValue() {
        Run run = read(HEAD + ",\"request\":{\"iteration\":0,\"bindings\":[[0.1,\"x\"]],\"shots\":1,\"seed\":1,"
                + "\"runSeed\":1,\"outputs\":[]}}");
        RunException refusal = assertThrows(RunException.class, () -> run.get(Section.REQUEST));
        assertEquals("/request/bindings/0/1", refusal.place());
    }

    @ParameterizedTest
    @CsvSource({"shots,/request/shots", "seed,/request/seed"})
    void namesAMissingNumber(String member, String place) {
        String request = "{\"iteration\":0,\"bindings\":[[]],\"shots\":1,\"seed\":1,\"runSeed\":1,\"outputs\":[]}"
                .replaceAll(",\"" + member + "\":1", "");
        Run run = read(HEAD + ",\"request\":" + request + "}");
        RunException refusal = assertThrows(RunException.class, () -> run.get(Section.REQUEST));
        assertEquals(place, refusal.place());
    }

    @Test
    void saysWhoWritesAMissingSection() {
        RunException refusal =
                assertThrows(RunException.class, () -> read(HEAD + "}").get(Section.RESULT));
        assertEquals("/result: is missing; PollResult writes it", refusal.getMessage());
    }

    private static Request request() {
        return new Request(3, List.of(List.of(0.1, -2.5e-300)), 100, -7, Long.MAX_VALUE, Set.of(Output.COUNTS));
    }

    private static String totals() {
        return "{\"startedAt\":\"2026-01-01T00:00:00Z\" }";
    }

    private static Run read(String content) {
        return RunReader.read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Run run) {
        return new String(RunWriter.toBytes(run), StandardCharsets.UTF_8);
    }

    @Test
    void aSectionThatIsAbsentIsEmpty() {
        assertEquals(Optional.empty(), read(HEAD + "}").find(Section.SOLUTION));
    }
}
