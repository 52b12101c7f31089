// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.run.document.Optimization.Evaluated;

class HistoryTest {

    private static final String HEAD = "{\"schema\":\"nifi-quantum/run/1\",\"id\":\"r\",\"optimization\":{"
            + "\"optimizer\":\"spsa\",\"settings\":{\"start\":[0.5],\"initialStep\":0.1,\"tolerance\":0.01,"
            + "\"maximumEvaluations\":9,\"seed\":1}";
    private static final Evaluated FIRST =
            new Evaluated(List.of(0.1, -2e-300), 1.5, OptionalDouble.of(0.25), List.of(), -7, 0);
    private static final Evaluated SECOND =
            new Evaluated(List.of(Math.PI), -1, OptionalDouble.empty(), List.of(0.5), 8, 1);

    @Test
    void growsByAppending() throws IOException {
        History history =
                History.of(List.of()).plus(List.of(FIRST)).plus(List.of()).plus(List.of(SECOND, FIRST));
        assertEquals(List.of(FIRST, SECOND, FIRST), history.read());
        Run run = RunReader.read(bytes(HEAD + "}}"));
        Optimization before = run.get(Section.OPTIMIZATION);
        assertEquals(List.of(), before.evaluations().read());
        byte[] written = RunWriter.toBytes(run.with(
                Section.OPTIMIZATION,
                new Optimization(before.optimizer(), before.settings(), before.best(), before.stopReason(), history)));
        JsonNode evaluations = Json.mapper().readTree(written).at("/optimization/evaluations");
        assertEquals(3, evaluations.size());
        assertEquals(-2e-300, evaluations.at("/0/parameters/1").doubleValue());
        assertEquals(Math.PI, evaluations.at("/1/parameters/0").doubleValue());
        assertEquals(history, RunReader.read(written).get(Section.OPTIMIZATION).evaluations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[ ]", "[\n\t]"})
    void appendsToAnEmptyArrayHoweverItIsWritten(String empty) {
        assertEquals(List.of(SECOND), in(empty).plus(List.of(SECOND)).read());
    }

    @Test
    void isNamedByItsBytesHoweverTheyCameAbout() {
        History grown = in("[]").plus(List.of(FIRST)).plus(List.of(SECOND));
        String text = "[" + json(FIRST) + "," + json(SECOND);
        assertEquals(grown.sha256(), in(text.replaceFirst("\\[", "[ ") + "]").sha256());
        assertEquals(Sha256.ofText(text.replaceFirst("\\[", "[ ")), grown.sha256());
        assertNotEquals(grown.sha256(), in("[]").plus(List.of(SECOND)).sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1", "[],\"later\":1", "7", "\"]\""})
    void anArrayThatIsNotLastIsRefused(String evaluations) {
        RunException refusal = assertThrows(RunException.class, () -> in(evaluations));
        assertEquals("/optimization/evaluations", refusal.place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "[],\"later\":[1]", "[{\"parameters\":[\"x\"]}]", "[1,]", "[[1]", "[NaN]"})
    void whatIsMalformedShowsWhenItIsRead(String evaluations) {
        History history = in(evaluations);
        RunException refusal = assertThrows(RunException.class, history::read);
        assertTrue(refusal.place().startsWith("/optimization/evaluations"), refusal.getMessage());
    }

    private static History in(String evaluations) {
        byte[] document = bytes(HEAD + " ,\n \"evaluations\" : " + evaluations + " } }\n");
        return RunReader.read(document).get(Section.OPTIMIZATION).evaluations();
    }

    private static String json(Evaluated evaluated) {
        return new String(RawJson.of(evaluated).toBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
