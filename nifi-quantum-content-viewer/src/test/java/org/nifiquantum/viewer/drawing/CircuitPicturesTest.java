// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CircuitPicturesTest {

    private static final String PARAMETRISED = """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float[64] theta;
            gate pair(a) x, y { cx x, y; rz(a) y; }
            qubit[3] q;
            bit[3] c;
            h q[0];
            ccx q[0], q[2], q[1];
            pair(2 * theta) q[1], q[2];
            barrier q;
            c = measure q;
            """;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyOperationIsThereWithItsQubitsControlsAndAngles() {
        JsonNode picture = CircuitPictures.of(PARAMETRISED.getBytes(UTF_8)).path("program");

        assertEquals(3, picture.path("qubits").asInt());
        assertEquals(3, picture.path("depth").asInt(), "h, ccx, pair");
        assertEquals(2, picture.path("twoQubitGates").asInt());
        JsonNode operations = picture.path("operations");
        assertEquals("{\"g\":\"h\",\"q\":[0]}", operations.get(0).toString());
        assertEquals("{\"g\":\"ccx\",\"q\":[0,2,1],\"c\":2}", operations.get(1).toString());
        assertEquals(
                "{\"g\":\"pair\",\"q\":[1,2],\"p\":[\"2.0 * theta\"]}",
                operations.get(2).toString());
        assertEquals("{\"g\":\"barrier\",\"q\":[0,1,2]}", operations.get(3).toString());
        assertEquals("{\"g\":\"measure\",\"q\":[2],\"b\":2}", operations.get(6).toString());
        assertEquals(7, operations.size());
        assertEquals(
                "[\"cx 0 1\",\"rz(a) 1\"]", picture.at("/definitions/pair/body").toString());
        assertEquals("[{\"name\":\"c\",\"size\":3}]", picture.path("bits").toString());
    }

    @Test
    void aRunGivesTheValuesOfItsBestEvaluation() {
        ObjectNode run = run();
        run.putObject("request").putArray("bindings").addArray().add(9.0);
        run.putObject("optimization").putObject("best").putArray("parameters").add(0.25);

        JsonNode picture = CircuitPictures.of(run.toString().getBytes(UTF_8)).path("program");

        assertEquals(0.5, picture.at("/operations/2/v/0").asDouble(), "2 theta");
        assertEquals("the best evaluation", picture.at("/values/origin").asText());
        assertEquals(0.25, picture.at("/values/of/theta").asDouble());
    }

    @Test
    void whatWasSentStandsBesideIt() {
        ObjectNode run = run();
        run.putObject("execution")
                .putObject("sent")
                .put("source", "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[1]; x q[0];");

        ObjectNode pictures = CircuitPictures.of(run.toString().getBytes(UTF_8));

        assertEquals("x", pictures.at("/sent/operations/0/g").asText());
        assertEquals(3, pictures.at("/program/qubits").asInt());
    }

    @Test
    void aDamagedRunGivesWhatComesBeforeTheDamage() {
        String whole = run().put("later", "text").toString();

        JsonNode pictures =
                CircuitPictures.of(whole.substring(0, whole.length() - 5).getBytes(UTF_8));

        assertEquals(3, pictures.at("/program/qubits").asInt());
    }

    @Test
    void whatCannotBeDrawnSaysWhyAndWhere() {
        JsonNode wrong = CircuitPictures.of("OPENQASM 3.0;\nqubit q;\nnonsense q;".getBytes(UTF_8))
                .path("program");
        assertTrue(wrong.path("error").asText().contains("line 3:1"), wrong.toString());
        assertFalse(wrong.has("operations"));

        JsonNode dynamic = CircuitPictures.of("""
                OPENQASM 3.0; include "stdgates.inc"; qubit[2] q; bit c;
                c = measure q[0];
                if (c) x q[1];
                """.getBytes(UTF_8)).path("program");
        assertTrue(dynamic.path("error").asText().contains("shot by shot: line 3:"), dynamic.toString());

        assertTrue(CircuitPictures.of("[1, 2]".getBytes(UTF_8)).isEmpty());
        assertTrue(CircuitPictures.of(new byte[0]).isEmpty());
    }

    @Test
    void aHugeCircuitIsCutAndSaysHowMuchThereIs() {
        String source = "OPENQASM 3.0; include \"stdgates.inc\"; qubit q; for int i in [1:30000] x q;";

        JsonNode picture = CircuitPictures.of(source.getBytes(UTF_8)).path("program");

        assertEquals(30_000, picture.path("total").asInt());
        assertEquals(20_000, picture.path("operations").size());
    }

    private ObjectNode run() {
        ObjectNode run =
                json.createObjectNode().put("schema", "nifi-quantum/run/1").put("id", "a");
        run.putObject("program").put("source", PARAMETRISED);
        return run;
    }
}
