// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.optimizer.Tuning;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.SchemaValidation;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Spent;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.step.OptimizeSettings.ParameterBounds;
import org.nifiquantum.run.step.OptimizeSettings.Stops;
import org.nifiquantum.run.step.OptimizeSettings.Value;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Output;

/** Every optimiser through the document, what it minimises, and what stops it. */
class OptimizeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    /** A path of three nodes: the energy of a cut of weight c is -c. */
    private static final String GRAPH = """
            {"type": "maxcut", "nodes": ["a", "b", "c"], "edges": [
              {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2}]}""";

    /** Kept in memory, or written and read again at each step with nothing kept: the same requests, to the same end. */
    @ParameterizedTest
    @EnumSource
    void theDocumentHoldsAllThatAnOptimiserKnows(OptimizerMethod method) throws IOException {
        OptimizeSettings settings = everything(method);
        List<Request> warm = new ArrayList<>();
        List<Request> cold = new ArrayList<>();
        try (WarmOptimizations kept = new WarmOptimizations(1)) {
            Optimize optimize = new Optimize(CLOCK, kept);
            loop(encoded(), settings, optimize, warm);
        }
        Run end = loop(encoded(), settings, new Optimize(CLOCK, new WarmOptimizations(0)), cold);
        assertEquals(warm, cold);
        assertTrue(warm.size() > 1, "only " + warm.size());
        assertTrue(end.get(Section.OPTIMIZATION).stopReason().isPresent());
        new SchemaValidation().validate(Json.mapper().readTree(RunWriter.toBytes(end)));
    }

    private static Run loop(Run first, OptimizeSettings settings, Optimize optimize, List<Request> requests) {
        Run run = first;
        for (int step = 0; step < 1_000; step++) {
            Run reread = RunReader.read(RunWriter.toBytes(answered(run)));
            OptimizeOutcome outcome = optimize.apply(reread, settings);
            run = outcome.run();
            if (outcome instanceof OptimizeOutcome.Stopped) {
                return run;
            }
            requests.add(run.get(Section.REQUEST));
        }
        throw new AssertionError("no end");
    }

    private static OptimizeSettings everything(OptimizerMethod method) {
        boolean bounded = method != OptimizerMethod.ROTOSOLVE;
        return new OptimizeSettings(
                method,
                0.2,
                1e-4,
                bounded ? new ParameterBounds(List.of(-3.0), List.of(3.0)) : ParameterBounds.NONE,
                new Stops(
                        70,
                        OptionalDouble.of(2.9),
                        OptionalInt.of(60),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(usd("100"))),
                Value.EXPECTATION,
                new Tuning(2, OptionalInt.of(6), true));
    }

    @Test
    void onlyOptimisersThatUseGradientsAskForThem() {
        for (OptimizerMethod method : OptimizerMethod.values()) {
            OptimizeOutcome next = optimize(answered(encoded()), settings(method, 100, Value.EXPECTATION));
            assertEquals(
                    method.usesGradient(),
                    next.run().get(Section.REQUEST).outputs().contains(Output.GRADIENT),
                    method.text());
        }
    }

    @Test
    void aBackendThatGivesNoGradientsIsNamed() {
        OptimizeSettings settings = settings(OptimizerMethod.ADAM, 100, Value.EXPECTATION);
        Run again = optimize(measured(encoded(), Map.of("000", 1L)), settings).run();
        RunException refused =
                assertThrows(RunException.class, () -> optimize(measured(again, Map.of("000", 1L)), settings));
        assertTrue(refused.getMessage().contains("gradient"), refused.getMessage());
    }

    @Test
    void gradientsAreOfTheExpectation() {
        Value cvar = new Value(Aggregation.CVAR, 0.5);
        assertThrows(RunException.class, () -> settings(OptimizerMethod.L_BFGS, 100, cvar));
        assertThrows(RunException.class, () -> new Value(Aggregation.CVAR, 0));
        assertThrows(RunException.class, () -> new Value(Aggregation.CVAR, 1.1));
    }

    /**
     * Energies 0 (40 shots), -1 (30), -2 (20), -3 (10). The lowest fifth: ten of -3 and ten of -2. The lowest tenth is -3
     * alone, the whole the mean. Of a fifth the quantile is -2, and max(-2 - X, 0) is 1 with p = 0.1: a variance of 0.09.
     */
    @ParameterizedTest
    @CsvSource({"0.1, -3, 0", "0.2, -2.5, 0.15", "1, -1, 0.1"})
    void cvarIsTheMeanOfTheLowestShare(double alpha, double value, double standardError) {
        Run run = measured(encoded(), Map.of("000", 40L, "001", 30L, "100", 20L, "010", 10L));
        Optimization optimization = optimize(
                        run, settings(OptimizerMethod.COBYLA, 100, new Value(Aggregation.CVAR, alpha)))
                .run()
                .get(Section.OPTIMIZATION);
        Optimization.Evaluated evaluated = optimization.evaluations().read().getFirst();
        assertEquals(value, evaluated.value(), 1e-12);
        assertEquals(standardError, evaluated.standardError().orElseThrow(), 1e-12);
        assertEquals(value, optimization.best().orElseThrow().value(), 1e-12);
        assertEquals(
                evaluated.standardError(), optimization.best().orElseThrow().standardError());
    }

    @Test
    void theBestSampleIsTheLowestEnergy() {
        Run run = measured(encoded(), Map.of("000", 99L, "100", 1L));
        OptimizeSettings settings = settings(OptimizerMethod.COBYLA, 100, new Value(Aggregation.BEST_SAMPLE, 1));
        Optimization optimization = optimize(run, settings).run().get(Section.OPTIMIZATION);
        assertEquals(-2, optimization.best().orElseThrow().value(), 1e-12);
        assertEquals("best-sample", optimization.settings().aggregation().orElseThrow());
    }

    @Test
    void probabilitiesOfTheMostLikelyOnlyHaveNoTail() {
        EvaluationResult partial = new EvaluationResult(
                OptionalDouble.of(0), OptionalDouble.of(0), Map.of(), Map.of("000", 0.9), List.of());
        Run run = withResult(encoded(), partial, Optional.empty());
        OptimizeSettings settings = settings(OptimizerMethod.COBYLA, 100, new Value(Aggregation.CVAR, 0.1));
        RunException refused = assertThrows(RunException.class, () -> optimize(run, settings));
        assertTrue(refused.getMessage().contains("set Shots above 0"), refused.getMessage());
    }

    @Test
    void timeIsABudget() {
        Run run = answered(encoded());
        OptimizeSettings settings = budgeted(Optional.of(Duration.ofSeconds(90)), Optional.empty());
        Optimize early = new Optimize(InstantSource.fixed(NOON.plusSeconds(89)), new WarmOptimizations(0));
        assertInstanceOf(OptimizeOutcome.Evaluate.class, early.apply(run, settings));
        Optimize late = new Optimize(InstantSource.fixed(NOON.plusSeconds(90)), new WarmOptimizations(0));
        assertEquals("time-budget", stopReason(late.apply(run, settings)));
    }

    /** Of a dollar, 40 cents a job: the third job would be too much. */
    @Test
    void moneyIsABudget() {
        OptimizeSettings settings = budgeted(Optional.empty(), Optional.of(usd("1.00")));
        Run first = charged(encoded(), "0.40");
        OptimizeOutcome next = assertInstanceOf(OptimizeOutcome.Evaluate.class, optimize(first, settings));
        assertEquals("cost-budget", stopReason(optimize(charged(next.run(), "0.40"), settings)));
        OptimizeSettings inEuro = budgeted(Optional.empty(), Optional.of(new Money(BigDecimal.ONE, "EUR")));
        RunException refused = assertThrows(RunException.class, () -> optimize(first, inEuro));
        assertTrue(refused.getMessage().contains("USD"), refused.getMessage());
    }

    private static String stopReason(OptimizeOutcome outcome) {
        return assertInstanceOf(OptimizeOutcome.Stopped.class, outcome).reason();
    }

    private static OptimizeOutcome optimize(Run run, OptimizeSettings settings) {
        return new Optimize(CLOCK, new WarmOptimizations(0)).apply(run, settings);
    }

    private static OptimizeSettings budgeted(Optional<Duration> time, Optional<Money> cost) {
        return new OptimizeSettings(
                OptimizerMethod.SPSA,
                0.2,
                1e-4,
                ParameterBounds.NONE,
                new Stops(70, OptionalDouble.empty(), OptionalInt.empty(), time, cost),
                Value.EXPECTATION,
                Tuning.NONE);
    }

    private static OptimizeSettings settings(OptimizerMethod method, int maximumEvaluations, Value value) {
        return new OptimizeSettings(
                method,
                0.2,
                1e-4,
                ParameterBounds.NONE,
                new Stops(
                        maximumEvaluations,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty()),
                value,
                Tuning.NONE);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static Run encoded() {
        EncodeSettings settings = new EncodeSettings(1, InitialAngles.LINEAR_RAMP, 100, 42, 20, Map.of());
        return assertInstanceOf(
                        EncodeOutcome.Encoded.class,
                        new Encode(CLOCK)
                                .apply(
                                        InputReader.read(
                                                GRAPH.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, ""),
                                        "r",
                                        settings))
                .run();
    }

    /** A sum of waves, lowest where all angles are 0.3, stands in for the circuit; with its gradient where asked. */
    private static Run answered(Run run) {
        Request request = run.get(Section.REQUEST);
        boolean gradient = request.outputs().contains(Output.GRADIENT);
        List<EvaluationResult> evaluations = request.bindings().stream()
                .map(binding -> new EvaluationResult(
                        OptionalDouble.of(binding.stream()
                                .mapToDouble(angle -> -Math.cos(angle - 0.3))
                                .sum()),
                        OptionalDouble.of(0.01),
                        Map.of(),
                        Map.of(),
                        gradient
                                ? binding.stream()
                                        .map(angle -> Math.sin(angle - 0.3))
                                        .toList()
                                : List.of()))
                .toList();
        return run.with(
                Section.RESULT, new Result(Result.SUCCEEDED, evaluations, new Result.Timing(0, 0), Optional.empty()));
    }

    private static Run measured(Run run, Map<String, Long> counts) {
        EvaluationResult evaluation =
                new EvaluationResult(OptionalDouble.of(0), OptionalDouble.of(0.1), counts, Map.of(), List.of());
        return withResult(run, evaluation, Optional.empty());
    }

    private static Run charged(Run run, String amount) {
        Totals totals = run.get(Section.TOTALS);
        Run answered = answered(run);
        return answered.with(
                        Section.RESULT,
                        new Result(
                                Result.SUCCEEDED,
                                answered.get(Section.RESULT).evaluations(),
                                new Result.Timing(0, 0),
                                Optional.of(usd(amount))))
                .with(
                        Section.TOTALS,
                        totals.plus(new Spent(1, 1, Map.of(), Duration.ZERO, Optional.of(usd(amount))), NOON));
    }

    private static Run withResult(Run run, EvaluationResult evaluation, Optional<Money> cost) {
        return run.with(
                Section.RESULT, new Result(Result.SUCCEEDED, List.of(evaluation), new Result.Timing(0, 0), cost));
    }
}
