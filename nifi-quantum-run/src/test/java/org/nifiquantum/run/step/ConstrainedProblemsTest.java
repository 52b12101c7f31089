// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.services.api.EvaluationResult;

/** Problems with constraints, and molecules, on their way through the document. */
class ConstrainedProblemsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private static final String PATH = """
            {"type": "vertex-cover", "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}]}""";

    private static final String TOUR = """
            {"type": "tsp", "cities": ["a", "b", "c", "d"],
             "distances": [[0, 1, 5, 1], [1, 0, 1, 5], [5, 1, 0, 1], [1, 5, 1, 0]]}""";

    private static final String KNAPSACK = """
            {"type": "knapsack", "capacity": 2, "items": [
              {"name": "tent", "profit": 5, "weight": 2}, {"name": "stove", "profit": 3, "weight": 1}]}""";

    /** One too heavy. */
    private static final String BOTH = "0011";

    private static Input read(String json) {
        return InputReader.read(json.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, "");
    }

    private static Run encoded(String json, int shots) {
        EncodeOutcome outcome = new Encode(CLOCK)
                .apply(read(json), "id", new EncodeSettings(1, InitialAngles.AUTO, shots, 1, 20, Map.of()));
        return reread(outcome.run());
    }

    private static Run reread(Run run) {
        return RunReader.read(RunWriter.toBytes(run));
    }

    private static Run withResult(Run run, EvaluationResult evaluation) {
        return run.with(
                Section.RESULT,
                new Result(Result.SUCCEEDED, List.of(evaluation), new Result.Timing(0, 0), Optional.empty()));
    }

    private static EvaluationResult counts(String... bits) {
        Map<String, Long> counts = Arrays.stream(bits).collect(Collectors.toMap(sample -> sample, sample -> 100L));
        return new EvaluationResult(OptionalDouble.of(0), OptionalDouble.of(0.1), counts, Map.of(), List.of());
    }

    private static Solution decoded(String json, String... bits) {
        return reread(new Decode(CLOCK).apply(withResult(encoded(json, 100), counts(bits))))
                .get(Section.SOLUTION);
    }

    @Test
    void thePenaltyIsReportedAndMayBeWished() {
        EncodingFacts facts = encoded(PATH, 100).get(Section.ENCODING);
        assertEquals(OptionalDouble.of(2), facts.penalty());
        String wished = PATH.replace("\"edges\"", "\"penalty\": 7.5, \"edges\"");
        assertEquals(
                OptionalDouble.of(7.5),
                encoded(wished, 100).get(Section.ENCODING).penalty());
    }

    @Test
    void aSampleIsReadInTheProblemsWords() {
        Run sampled = withResult(encoded(PATH, 100), counts("010"));
        Solution solution = reread(new Decode(CLOCK).apply(sampled)).get(Section.SOLUTION);
        assertEquals(Map.of("cover", List.of("b")), solution.answer());
        assertEquals(1, solution.objective());
        assertTrue(solution.feasible());
        Run bad = withResult(encoded(PATH, 100), counts("001"));
        Solution broken = reread(new Decode(CLOCK).apply(bad)).get(Section.SOLUTION);
        assertEquals(List.of("edge b - c: 0 is not >= 1"), broken.violations());
        assertFalse(broken.feasible());
    }

    /** The tent alone fills the knapsack, but its slack bits say otherwise: by its energy it would come last. */
    @Test
    void theBestFeasibleSampleIsTheAnswerWhateverItsEnergy() {
        Solution best = decoded(KNAPSACK, "1101", "0110", "1010", BOTH);
        assertEquals(List.of("tent"), best.answer().get("packed"));
        assertEquals(5, best.objective());
        assertEquals("best of 4 different samples, 3 of them feasible", best.reason());
        Solution tooHeavy = decoded(KNAPSACK, BOTH);
        assertFalse(tooHeavy.feasible());
        assertEquals("best of 1 different samples, 0 of them feasible", tooHeavy.reason());
    }

    /** What one iteration has found another does not lose, though all that the other brings has a lower energy. */
    @Test
    void ofALoopTheBestFeasibleSampleIsTheAnswerToo() {
        try (WarmOptimizations warm = new WarmOptimizations(1)) {
            Optimize optimize = new Optimize(CLOCK, warm);
            OptimizeSettings settings =
                    OptimizeSettings.of(OptimizerMethod.COBYLA, 100, 1, 0.01, OptionalDouble.empty());
            OptimizeOutcome first = optimize.apply(withResult(encoded(KNAPSACK, 100), counts("1101", BOTH)), settings);
            assertEquals(5, first.progress().objective());
            OptimizeOutcome second =
                    optimize.apply(reread(withResult(first.run(), counts("0110", "1010", BOTH))), settings);
            Optimization.Sample sample = second.run()
                    .get(Section.OPTIMIZATION)
                    .best()
                    .orElseThrow()
                    .sample()
                    .orElseThrow();
            assertEquals(new Optimization.Sample("1101", sample.energy(), 0), sample);
            Solution solution = new Decode(CLOCK).apply(reread(second.run())).get(Section.SOLUTION);
            assertEquals(List.of("tent"), solution.answer().get("packed"));
        }
    }

    @Test
    void theClassicalAnswerHasTheSameWords() {
        FallBackSettings settings = new FallBackSettings(Duration.ofMillis(100), () -> false, 1, "asked for");
        Solution solution =
                reread(new FallBack(CLOCK).apply(read(TOUR), "id", settings)).get(Section.SOLUTION);
        assertEquals(4, solution.objective());
        assertEquals("exact", solution.source());
        assertEquals(OptionalDouble.of(4), solution.bound());
        List<?> tour = (List<?>) solution.answer().get("tour");
        assertEquals("d", tour.getFirst());
        assertEquals("b", tour.get(2), "opposite of d");
        assertEquals(9, solution.assignment().size());
    }

    @Test
    void anEnergyBelowTheTrueOneIsReported() {
        String molecule = """
                {"type": "molecule", "name": "wells", "terms": [[1, "Z0"], [1, "Z1"]], "electrons": 1}""";
        Run encoded = encoded(molecule, 0);
        assertEquals(
                "hardware-efficient-ry-linear", encoded.get(Section.ENCODING).method());
        Solution solution = reread(new Decode(CLOCK)
                        .apply(withResult(
                                encoded,
                                new EvaluationResult(
                                        OptionalDouble.of(-2), OptionalDouble.of(0), Map.of(), Map.of(), List.of()))))
                .get(Section.SOLUTION);
        assertEquals(-2, solution.objective());
        assertFalse(solution.feasible());
        assertTrue(solution.violations().getFirst().contains("2 electrons"), solution.violations()::toString);
    }
}
