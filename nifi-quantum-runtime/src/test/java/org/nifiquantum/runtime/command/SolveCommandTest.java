// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolveCommandTest {

    /** An odd cycle of unit weights: all edges but one can be cut. */
    private static final String CYCLE = "7\n0 1\n1 2\n2 3\n3 4\n4 5\n5 6\n6 0\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void solvesByTheLoop() throws IOException {
        assertEquals(0, solve("cycle.txt", CYCLE));
        JsonNode run = new ObjectMapper().readTree(out.toString());
        assertEquals(6, run.at("/solution/objective").asDouble());
        assertEquals("quantum", run.at("/solution/source").asText());
        assertEquals(
                run.at("/totals/evaluations").asInt(),
                run.at("/optimization/evaluations").size());
    }

    /** No parameters, no loop: the samples of one job are scored. 14 of the 128 bitstrings cut six edges. */
    @Test
    void aCircuitWithoutParametersIsSampledOnce() throws IOException {
        assertEquals(0, solve("cycle.txt", CYCLE, "--ansatz", "SAMPLING", "--layers", "6", "--shots", "2000"));
        JsonNode run = new ObjectMapper().readTree(out.toString());
        assertEquals("random-brickwork", run.at("/encoding/method").asText());
        assertEquals(1, run.at("/totals/jobs").asInt());
        assertEquals(6, run.at("/solution/objective").asDouble());
        assertTrue(
                run.at("/solution/reason").asText().matches("best of \\d+ different samples, \\d+ of them feasible"));
    }

    /** The best of p layers on an even ring of 2p + 2 nodes cuts (2p + 1) of them: Mbeng, Fazio, Santoro, arXiv 1906.08948. */
    @Test
    void interpolatedAnglesClimbToTheBestOfEachDepth() throws IOException {
        String ring = "8\n0 1\n1 2\n2 3\n3 4\n4 5\n5 6\n6 7\n7 0\n";
        String[] options = {"--angles", "INTERPOLATED", "--layers", "3", "--optimizer", "L_BFGS", "--shots", "0"};
        assertEquals(0, solve("ring.txt", ring, options));
        JsonNode run = new ObjectMapper().readTree(out.toString());
        assertEquals("interpolated", run.at("/encoding/angles").asText());
        assertEquals(3, run.at("/encoding/layers").asInt());
        assertEquals(-7, run.at("/optimization/best/value").asDouble(), 1e-4);
        assertTrue(
                run.at("/totals/evaluations").asInt()
                        > run.at("/optimization/evaluations").size(),
                "the lower depths count");
    }

    /** With exact gradients the first point is evaluated twice, and Newton's steps need few of the evaluations allowed. */
    @Test
    void theSimulatorGivesGradients() throws IOException {
        assertEquals(0, solve("cycle.txt", CYCLE, "--optimizer", "L_BFGS", "--shots", "0", "--layers", "1"));
        JsonNode run = new ObjectMapper().readTree(out.toString());
        assertEquals("converged", run.at("/optimization/stopReason").asText());
        assertEquals(0, run.at("/optimization/evaluations/0/gradient").size());
        assertEquals(2, run.at("/optimization/evaluations/1/gradient").size());
        assertTrue(run.at("/totals/evaluations").asInt() < 40, run.at("/totals")::toString);
        // An odd ring of more than four nodes is locally like an even one: three quarters of its edges at one layer.
        assertEquals(-0.75 * 7, run.at("/optimization/best/value").asDouble(), 1e-6);
    }

    @Test
    void takesTheSettingsOfClassicalOptimize() throws IOException {
        String[] options = {
            "--optimizer",
            "CMA_ES",
            "--population",
            "6",
            "--aggregation",
            "CVAR",
            "--cvar-alpha",
            "0.2",
            "--patience",
            "20",
            "--lower-bounds=-2",
            "--upper-bounds",
            "2,2,2,2",
            "--starts",
            "2",
            "--maximum-time",
            "60"
        };
        assertEquals(0, solve("cycle.txt", CYCLE, options), err::toString);
        JsonNode settings = new ObjectMapper().readTree(out.toString()).at("/optimization/settings");
        assertEquals(6, settings.at("/population").asInt());
        assertEquals("cvar", settings.at("/aggregation").asText());
        assertEquals(0.2, settings.at("/cvarAlpha").asDouble());
        assertEquals(20, settings.at("/patience").asInt());
        assertEquals(4, settings.at("/lowerBounds").size());
        assertEquals(60_000, settings.at("/maximumMillis").asInt());
        assertEquals(2, settings.at("/starts").asInt());
    }

    /** Without entanglement the kernel of two rows is the product of cos^2 of half their differences, here of 0 and pi / 3. */
    @Test
    void aTableOfDataBecomesAKernelAndATable() throws IOException {
        Path table = folder.resolve("kernel.csv");
        String[] options = {
            "--shots",
            "0",
            "--set",
            "map=angle",
            "--set",
            "repetitions=1",
            "--set",
            "scale=none",
            "--table",
            table.toString()
        };
        assertEquals(0, solve("rows.csv", "name,x,y\na,0,1\nb,0,2.0471975511965976\n", options), err::toString);
        JsonNode run = new ObjectMapper().readTree(out.toString());
        assertEquals(0.75, run.at("/solution/answer/kernel/1/0").asDouble(), 1e-9);
        assertEquals(1, run.at("/totals/jobs").asInt());
        assertTrue(Files.readString(table).startsWith("name,a,b\na,1.0,0.7"), Files.readString(table));
    }

    @Test
    void answersClassicallyWhatIsTooWide() throws IOException {
        assertEquals(0, solve("cycle.txt", CYCLE, "--maximum-qubits", "5"));
        JsonNode run = new ObjectMapper().readTree(out.toString());
        assertEquals(6, run.at("/solution/objective").asDouble());
        assertEquals("exact", run.at("/solution/source").asText());
        assertEquals(
                "7 qubits are needed, at most 5 are allowed",
                run.at("/solution/reason").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.json | {}                                                              | 3 | /type: is missing",
                "a.txt  | 3 nodes                                                         | 3 | line 1",
                "a.qasm | OPENQASM 3.0; qubit q;                                          | 3 | is a circuit without a sweep",
                "a.json | {\"type\":\"maxcut\",\"nodes\":[1],\"edges\":[{\"source\":1}]} | 3 | /edges/0/target",
                "a.json | {\"type\":\"maxcut\",\"edges\":[{                       | 3 | line 1, column",
                "a.json | {\"type\":\"maxcut\",\"edges\":[{\"weight\":NaN}]}     | 3 | line 1, column",
                "a.json | {\"schema\":\"nifi-quantum/run/2\",\"id\":\"x\"}       | 3 | /schema",
                "a.txt  | ''                                                              | 3 | content is empty",
                "a.mc   | 3 2 1 1 1                                                       | 3 | line 1",
                "a.qasm | OPENQASM 3.0; qubit q; foo q;                                   | 3 | line 1:24",
            })
    void namesTheFileAndThePlace(String name, String content, int code, String complaint) throws IOException {
        assertEquals(code, solve(name, content));
        assertTrue(err.toString().contains(folder.resolve(name).toString()), err::toString);
        assertTrue(err.toString().contains(complaint), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aLayerIsTheLeast() throws IOException {
        assertEquals(3, solve("cycle.txt", CYCLE, "--layers", "0"));
        assertTrue(err.toString().contains("Layers: must be at least 1, not 0"), err::toString);
    }

    private int solve(String name, String content, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        String[] arguments = new String[options.length + 4];
        arguments[0] = "solve";
        arguments[1] = file.toString();
        arguments[2] = "--format";
        arguments[3] = "json";
        System.arraycopy(options, 0, arguments, 4, options.length);
        return QuantumCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
