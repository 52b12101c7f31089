// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.run.document.RunReader;

class TextPicturesTest {

    @Test
    void aMaximisedObjectiveClimbs() {
        List<String> pictures = pictures(-1, "\"counts\": {\"01\": 30, \"10\": 10}", -1, -3, -2, -4);

        assertEquals(
                List.of(
                        "expectation by evaluation, 1 to 4: each (.) and the best so far (#)",
                        "4.0000  |   #",
                        "3.4000  |",
                        "2.8000  | ##",
                        "2.2000  |  .",
                        "1.6000  |",
                        "1.0000  |#"),
                pictures.getFirst().lines().map(String::strip).toList());
        String bars = pictures.get(1);
        assertTrue(bars.contains("01   75.0 %  " + "#".repeat(30) + System.lineSeparator()), bars);
        assertTrue(bars.endsWith("10   25.0 %  " + "#".repeat(10)), bars);
    }

    @Test
    void aMinimisedOneFalls() {
        String picture = pictures(1, "\"expectation\": 1", 3, 1).getFirst();

        assertTrue(picture.endsWith("1.0000  | #"), picture);
    }

    @Test
    void thousandsOfEvaluationsFitTheTerminal() {
        double[] values =
                DoubleStream.iterate(1, value -> value * 0.999).limit(5_000).toArray();

        String picture = pictures(1, "\"expectation\": 1", values).getFirst();

        assertTrue(picture.lines().allMatch(line -> line.length() < 80), picture);
    }

    @Test
    void whereNothingWasMeasuredThereIsNothingToDraw() {
        assertEquals(List.of(), pictures(1, "\"expectation\": 1", 3));
    }

    private static List<String> pictures(double scale, String result, double... values) {
        String evaluations = DoubleStream.of(values)
                .mapToObj("{\"parameters\": [0], \"value\": %s, \"seed\": 1, \"batch\": 0}"::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
        String document = """
                {"schema": "nifi-quantum/run/1", "id": "a",
                 "encoding": {"method": "qaoa", "layers": 1, "angles": "linear-ramp", "qubits": 2, "offset": 0, "scale": %s, "variables": ["a", "b"]},
                 "result": {"status": "succeeded", "evaluations": [{%s}], "timing": {"queueMillis": 0, "executionMillis": 0}},
                 "optimization": {"optimizer": "cobyla", "settings": {"start": [0], "initialStep": 0.1, "tolerance": 0.1, "maximumEvaluations": 9, "seed": 1},
                 "evaluations": %s}}""".formatted(scale, result, evaluations);
        return new TextPictures(RunReader.read(document.getBytes(UTF_8))).all();
    }
}
