// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.document.Comparison;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.SchemaValidation;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.table.CsvTable;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.Output;

/** A table of data on its way through the document. */
class TablesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private static final String TABLE = """
            {"type": "data", "features": ["x", "y"], "featureMap": {"kind": "angle", "repetitions": 1},
             "rows": [{"name": "a", "values": [0.1, 0.2], "label": "l"}, {"name": "b, c", "values": [1, 2], "label": "m"}],
             "test": [{"name": "t", "values": [0.5, 0.5]}]}""";

    @Test
    void allPairsAreOneRequestForOneExpectation() {
        Run run = encoded(TABLE, 100);
        Request request = run.get(Section.REQUEST);
        assertEquals(
                List.of(List.of(0.1, 0.2, 1.0, 2.0), List.of(0.5, 0.5, 0.1, 0.2), List.of(0.5, 0.5, 1.0, 2.0)),
                request.bindings());
        assertEquals(Set.of(Output.EXPECTATION), request.outputs());
        assertEquals(3, run.get(Section.OBSERVABLE).terms().size());
        assertEquals("angle-kernel", run.get(Section.ENCODING).method());
    }

    @Test
    void featureVectorsAreMadeOfOutcomes() {
        String features = TABLE.replace("\"rows\"", "\"output\": \"features\", \"rows\"");
        assertEquals(
                Set.of(Output.COUNTS),
                encoded(features, 100).get(Section.REQUEST).outputs());
        Run run = encoded(features, 0);
        assertEquals(Set.of(Output.PROBABILITIES), run.get(Section.REQUEST).outputs());
        assertTrue(run.find(Section.OBSERVABLE).isEmpty());
        Run counted = withResult(
                encoded(features, 100), List.of(counts("01", 75, "00", 25), counts("11", 100), counts("10", 100)));
        Solution solution = decoded(counted);
        assertEquals(
                List.of(List.of(-0.5, 1.0, -0.5), List.of(-1.0, -1.0, 1.0), List.of(1.0, -1.0, -1.0)),
                solution.answer().get("features"));
    }

    @Test
    void theKernelStandsInTheUsersNamesAndGoesOnAsCsv() throws IOException {
        Run run = new Decode(CLOCK).apply(withResult(encoded(TABLE, 0), expectations(0.25, 0.5, 0.75)));
        new SchemaValidation().validate(Json.mapper().readTree(RunWriter.toBytes(run)));
        Solution solution = reread(run).get(Section.SOLUTION);
        assertEquals(
                List.of(List.of(1.0, 0.25), List.of(0.25, 1.0), List.of(0.5, 0.75)),
                solution.answer().get("kernel"));
        assertEquals(List.of("a", "b, c", "t"), solution.answer().get("rows"));
        assertEquals(List.of("a", "b, c"), solution.answer().get("columns"));
        assertEquals("quantum", solution.source());
        assertEquals("""
                name,label,test,a,"b, c"
                a,l,false,1.0,0.25
                "b, c",m,false,0.25,1.0
                t,,true,0.5,0.75
                """, csv(reread(run)));
    }

    @Test
    void bitsGoOnAsCsvToo() throws IOException {
        String graph = """
                {"type": "maxcut", "edges": [{"source": "a", "target": "b", "weight": 1}]}""";
        Run run = new FallBack(CLOCK).apply(input(graph), "id", fallBack());
        assertEquals("name,value\na,0\nb,1\n", csv(reread(run)).replace("a,1\nb,0", "a,0\nb,1"));
    }

    @Test
    void anAnswerWithoutATableIsNoCsv() {
        String molecule = """
                {"type": "molecule", "terms": [[1, "Z0"]]}""";
        Run run = new FallBack(CLOCK).apply(input(molecule), "id", fallBack());
        assertThrows(RunException.class, () -> CsvTable.of(run));
    }

    @Test
    void resultsOfAnotherTableAreRefused() {
        Run few = withResult(encoded(TABLE, 0), expectations(0.5));
        assertEquals(
                "/result/evaluations",
                assertThrows(RunException.class, () -> new Decode(CLOCK).apply(few))
                        .place());
        Run counted = withResult(encoded(TABLE, 0), List.of(counts("00", 1), counts("00", 1), counts("00", 1)));
        assertThrows(RunException.class, () -> new Decode(CLOCK).apply(counted));
    }

    @Test
    void thereIsNothingToOptimise() {
        Run run = withResult(encoded(TABLE, 0), expectations(0.25, 0.5, 0.75));
        try (WarmOptimizations warm = new WarmOptimizations(1)) {
            String refusal = assertThrows(
                            RunException.class, () -> new Optimize(CLOCK, warm).apply(run, optimizeSettings()))
                    .getMessage();
            assertTrue(refusal.contains("DecodeSolution"), refusal);
        }
    }

    @Test
    void theClassicalRoadSaysThatItIsClassical() {
        Run run = new FallBack(CLOCK).apply(encoded(TABLE, 0), fallBack());
        Solution solution = reread(run).get(Section.SOLUTION);
        assertEquals("classical kernel", solution.source());
        assertEquals("test", solution.reason());
        assertEquals(3, ((List<?>) solution.answer().get("kernel")).size());
    }

    @Test
    void whatIsTooWideIsUnsuitable() {
        StringBuilder names = new StringBuilder("\"f0\"");
        StringBuilder values = new StringBuilder("0");
        for (int i = 1; i < 11; i++) {
            names.append(", \"f").append(i).append('"');
            values.append(", 0");
        }
        String wide = "{\"type\": \"data\", \"features\": [%s], \"rows\": [{\"values\": [%s]}, {\"values\": [%s]}]}"
                .formatted(names, values, values);
        EncodeOutcome outcome = new Encode(CLOCK).apply(input(wide), "id", settings(0));
        assertTrue(assertInstanceOf(EncodeOutcome.Unsuitable.class, outcome)
                .reason()
                .startsWith("11 features are too many"));
    }

    @Test
    void anEarlierAnswerIsForgottenWhenARunIsEncodedAnew() {
        Run answered = new FallBack(CLOCK).apply(encoded(TABLE, 0), fallBack());
        Run anew = new Encode(CLOCK)
                .apply(new Input.OfRun(answered), "id", settings(0))
                .run();
        assertFalse(anew.find(Section.SOLUTION).isPresent());
    }

    /** Two clouds far apart: the classical kernel is always right, and a kernel of noise is not. */
    @Test
    void aTableIsComparedByItsLabels() throws IOException {
        Run clouds = encoded(clouds(12), 0);
        int pairs = clouds.get(Section.REQUEST).bindings().size();
        assertEquals(66, pairs);
        Comparison noise = compared(clouds, pair -> 0.5);
        assertEquals("worse", noise.verdict());
        assertEquals("classical kernel", noise.baseline().solver());
        assertEquals(1, noise.baseline().objective());
        // Wilson's interval of 12 in 12: 12 / (12 + 1.96^2) to 1.
        assertEquals(12 / (12 + 3.8415), noise.baseline().objectives().low(), 1e-4);
        Comparison perfect = compared(clouds, pair -> pair.get(0) > 1 == pair.get(2) > 1 ? 0.9 : 0.1);
        assertEquals("equal", perfect.verdict());
        assertEquals(0, perfect.gapToBaseline());
    }

    /** The classical kernel cannot be right about labels that are dealt out by the parity of the row, a made kernel can. */
    @Test
    void aDifferenceOfFewRowsIsChance() throws IOException {
        Comparison few = compared(
                encoded(parity(8), 0), pair -> Math.abs(oddBits(pair.get(0)) - oddBits(pair.get(2))) == 0 ? 0.9 : 0.1);
        assertTrue(few.reason().startsWith("right labels: 8 of 8"), few.reason());
        Comparison many = compared(
                encoded(parity(40), 0), pair -> Math.abs(oddBits(pair.get(0)) - oddBits(pair.get(2))) == 0 ? 0.9 : 0.1);
        assertEquals("better", many.verdict(), many.reason());
    }

    @Test
    void withoutLabelsNothingIsDecided() throws IOException {
        Comparison comparison = compared(
                encoded(TABLE.replace(", \"label\": \"l\"", "").replace(", \"label\": \"m\"", ""), 0), pair -> 0.5);
        assertEquals("undecided", comparison.verdict());
        assertTrue(comparison.reason().contains("no labels"), comparison.reason());
    }

    private interface Kernel {
        double of(List<Double> pair);
    }

    private static Comparison compared(Run encoded, Kernel kernel) throws IOException {
        double[] values = encoded.get(Section.REQUEST).bindings().stream()
                .mapToDouble(kernel::of)
                .toArray();
        Run decoded = reread(new Decode(CLOCK).apply(withResult(encoded, expectations(values))));
        CompareSettings settings = new CompareSettings(Optional.empty(), 19, OptionalDouble.empty(), () -> false, 1);
        Run compared = new Compare().apply(decoded, settings);
        new SchemaValidation().validate(Json.mapper().readTree(RunWriter.toBytes(compared)));
        return reread(compared).get(Section.COMPARISON);
    }

    private static String clouds(int rows) {
        List<String> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double centre = i % 2 == 0 ? 0 : 2;
            table.add("{\"values\": [%s, %s], \"label\": \"%d\"}".formatted(centre + 0.01 * i, centre, i % 2));
        }
        return ofRows(table);
    }

    private static String parity(int rows) {
        List<String> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            table.add("{\"values\": [%d, 0], \"label\": \"%s\"}".formatted(i, oddBits(i)));
        }
        return ofRows(table);
    }

    private static int oddBits(double x) {
        return Integer.bitCount((int) x) % 2;
    }

    private static String ofRows(List<String> rows) {
        return "{\"type\": \"data\", \"features\": [\"x\", \"y\"], \"rows\": [%s]}".formatted(String.join(", ", rows));
    }

    private static FallBackSettings fallBack() {
        return new FallBackSettings(Duration.ofSeconds(5), () -> false, 1, "test");
    }

    private static OptimizeSettings optimizeSettings() {
        return OptimizeSettings.of(OptimizerMethod.COBYLA, 10, 0.1, 1e-3, OptionalDouble.empty());
    }

    private static EncodeSettings settings(int shots) {
        return new EncodeSettings(1, InitialAngles.AUTO, shots, 1, 20, Map.of());
    }

    private static Run encoded(String json, int shots) {
        return reread(
                new Encode(CLOCK).apply(input(json), "id", settings(shots)).run());
    }

    private static Input input(String json) {
        return InputReader.read(json.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, "");
    }

    private static Solution decoded(Run run) {
        return reread(new Decode(CLOCK).apply(run)).get(Section.SOLUTION);
    }

    private static Run withResult(Run run, List<EvaluationResult> evaluations) {
        return run.with(
                Section.RESULT, new Result(Result.SUCCEEDED, evaluations, new Result.Timing(0, 0), Optional.empty()));
    }

    private static List<EvaluationResult> expectations(double... values) {
        List<EvaluationResult> evaluations = new ArrayList<>();
        for (double value : values) {
            evaluations.add(new EvaluationResult(
                    OptionalDouble.of(value), OptionalDouble.of(0), Map.of(), Map.of(), List.of()));
        }
        return evaluations;
    }

    private static EvaluationResult counts(String bits, long times) {
        return counts(Map.of(bits, times));
    }

    private static EvaluationResult counts(String first, long times, String second, long others) {
        return counts(Map.of(first, times, second, others));
    }

    private static EvaluationResult counts(Map<String, Long> counts) {
        return new EvaluationResult(OptionalDouble.empty(), OptionalDouble.empty(), counts, Map.of(), List.of());
    }

    private static String csv(Run run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable.of(run).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Run reread(Run run) {
        return RunReader.read(RunWriter.toBytes(run));
    }
}
