// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;

/** From a table to its quantum kernel, the processors one behind the other on the real simulator. */
class QuantumKernelTest {

    private static final int ROWS = 8;

    /** Qiskit Machine Learning's reference data: every entry of all 2,000 as a formula for two qubits has it. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "12345"})
    void theKernelOfTheReferenceDataIsExact(String set) throws InitializationException, IOException {
        String text = Files.readString(sharedData().resolve("classification/ad_hoc_ref.json"));
        JsonNode data = Json.mapper().readTree(text).get(set);
        List<double[]> rows = new ArrayList<>(rows(data.get("training_features")));
        int learned = rows.size();
        rows.addAll(rows(data.get("test_features")));
        MockFlowFile decoded = flow(text, "ad_hoc_ref.json", Map.of("quantum.problem.set", set), "0");
        Solution solution = RunReader.read(decoded.toByteArray()).get(Section.SOLUTION);
        assertEquals(50 * 40, requireKernel(solution, rows, learned, 1e-9));
        // Whoever made the data says that a support vector machine gets all of it right.
        assertEquals(1, solution.objective());
    }

    @Test
    void countsGiveTheKernelWithinTheirNoise() throws InitializationException {
        long seed = 7;
        List<double[]> rows = table(seed);
        MockFlowFile decoded = flow(csv(rows), "table.csv", Map.of("quantum.problem.scale", "none"), "20000");
        Solution solution = RunReader.read(decoded.toByteArray()).get(Section.SOLUTION);
        // Five standard errors of the most uncertain share, 1/2.
        assertEquals(ROWS * ROWS, requireKernel(solution, rows, ROWS, 5 * 0.5 / Math.sqrt(20_000)), "seed " + seed);
    }

    @Test
    void theKernelGoesOnAsATable() throws InitializationException {
        List<double[]> rows = table(1);
        MockFlowFile collected = collected(csv(rows), "table.csv", Map.of("quantum.problem.scale", "none"), "0");
        TestRunner decode = TestRunners.newTestRunner(new DecodeSolution());
        decode.setProperty(DecodeSolution.SOLUTION_FORMAT, SolutionFormat.CSV);
        decode.enqueue(collected);
        MockFlowFile table = Runs.pass(decode, DecodeSolution.REL_SUCCESS);
        table.assertAttributeEquals("mime.type", "text/csv");
        table.assertAttributeEquals("filename", "table.csv");
        table.assertAttributeEquals(Attributes.SOLUTION_SOURCE, "quantum");
        List<String> lines = table.getContent().lines().toList();
        assertEquals("name,1,2,3,4,5,6,7,8", lines.getFirst());
        assertEquals(ROWS + 1, lines.size());
        double entry = Double.parseDouble(lines.get(1).split(",", -1)[2]);
        assertEquals(overlap(rows.get(0), rows.get(1)), entry, 1e-9);
    }

    @Test
    void aClassicalAnswerOnlyChangesItsForm() {
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.enqueue(csv(table(1)), Map.of("filename", "table.csv", Attributes.ERROR_KIND, "UNAVAILABLE"));
        MockFlowFile answered = Runs.pass(fallback, Fallback.REL_SUCCESS);
        TestRunner decode = TestRunners.newTestRunner(new DecodeSolution());
        decode.setProperty(DecodeSolution.SOLUTION_FORMAT, SolutionFormat.CSV);
        decode.enqueue(answered);
        MockFlowFile table = Runs.pass(decode, DecodeSolution.REL_SUCCESS);
        table.assertAttributeEquals(Attributes.SOLUTION_SOURCE, "classical kernel");
        assertTrue(table.getContent().startsWith("name,1,2,3"), table.getContent());
    }

    private static MockFlowFile flow(String content, String name, Map<String, String> settings, String shots)
            throws InitializationException {
        TestRunner decode = TestRunners.newTestRunner(new DecodeSolution());
        decode.enqueue(collected(content, name, settings, shots));
        return Runs.pass(decode, DecodeSolution.REL_SUCCESS);
    }

    private static MockFlowFile collected(String content, String name, Map<String, String> settings, String shots)
            throws InitializationException {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.setProperty(CommonProperties.SHOTS, shots);
        encode.enqueue(content, attributes(name, settings));
        TestRunner submit = Runs.withSimulator(new SubmitCircuit());
        submit.enqueue(Runs.pass(encode, EncodeProblem.REL_SUCCESS));
        TestRunner poll = Runs.withSimulator(new PollResult());
        poll.enqueue(Runs.pass(submit, SubmitCircuit.REL_SUCCESS));
        return Runs.pass(poll, PollResult.REL_SUCCESS);
    }

    private static Map<String, String> attributes(String name, Map<String, String> settings) {
        Map<String, String> attributes = new HashMap<>(settings);
        attributes.put("filename", name);
        return attributes;
    }

    /** Compares all entries and counts them. */
    private static int requireKernel(Solution solution, List<double[]> rows, int learned, double tolerance) {
        List<?> kernel = (List<?>) solution.answer().get("kernel");
        assertEquals(rows.size(), kernel.size());
        int compared = 0;
        for (int i = 0; i < rows.size(); i++) {
            List<?> row = (List<?>) kernel.get(i);
            assertEquals(learned, row.size());
            for (int j = 0; j < learned; j++) {
                double entry = ((Number) row.get(j)).doubleValue();
                assertEquals(overlap(rows.get(i), rows.get(j)), entry, tolerance, "row %d, column %d".formatted(i, j));
                compared++;
            }
        }
        return compared;
    }

    /** |<y|x>|^2, computed from the four amplitudes and nothing of the engine. */
    private static double overlap(double[] x, double[] y) {
        double[][] a = state(x);
        double[][] b = state(y);
        double real = 0;
        double imaginary = 0;
        for (int z = 0; z < 4; z++) {
            real += a[z][0] * b[z][0] + a[z][1] * b[z][1];
            imaginary += a[z][0] * b[z][1] - a[z][1] * b[z][0];
        }
        return real * real + imaginary * imaginary;
    }

    /**
     * The state of V. Havlicek and others, Nature 567, 209 (2019): twice Hadamard gates and then the phase 2 x_0 z_0 + 2 x_1 z_1 +
     * 2 (pi - x_0)(pi - x_1) (z_0 xor z_1) of the basis state z.
     */
    private static double[][] state(double[] x) {
        double[][] state = {{1, 0}, {0, 0}, {0, 0}, {0, 0}};
        for (int repetition = 0; repetition < 2; repetition++) {
            double[][] next = new double[4][2];
            for (int z = 0; z < 4; z++) {
                double real = 0;
                double imaginary = 0;
                for (int w = 0; w < 4; w++) {
                    double sign = Integer.bitCount(z & w) % 2 == 0 ? 0.5 : -0.5;
                    real += sign * state[w][0];
                    imaginary += sign * state[w][1];
                }
                int first = z & 1;
                int second = z >> 1;
                double phase = 2 * x[0] * first
                        + 2 * x[1] * second
                        + 2 * (Math.PI - x[0]) * (Math.PI - x[1]) * (first ^ second);
                next[z][0] = real * Math.cos(phase) - imaginary * Math.sin(phase);
                next[z][1] = real * Math.sin(phase) + imaginary * Math.cos(phase);
            }
            state = next;
        }
        return state;
    }

    private static List<double[]> table(long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(new double[] {random.nextDouble() * 6, random.nextDouble() * 6});
        }
        return rows;
    }

    private static String csv(List<double[]> rows) {
        StringBuilder csv = new StringBuilder("x,y\n");
        rows.forEach(row -> csv.append(row[0]).append(',').append(row[1]).append('\n'));
        return csv.toString();
    }

    private static List<double[]> rows(JsonNode table) throws JsonProcessingException {
        List<double[]> rows = new ArrayList<>();
        for (JsonNode row : table) {
            rows.add(Json.mapper().treeToValue(row, double[].class));
        }
        return rows;
    }

    private static Path sharedData() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("shared/data"))) {
            root = root.getParent();
        }
        assumeTrue(root != null, "there is no shared/data beside the repository");
        return root.resolve("shared/data");
    }
}
