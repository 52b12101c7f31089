// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.History;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Sha256;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.services.api.EvaluationResult;

class StepsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final long SEED = 42;

    /** A square with one diagonal; its best cut has weight 1 + 2 + 3 + 4 = 10, for the square is bipartite. */
    private static final String GRAPH = """
            {"type": "maxcut", "nodes": ["a", "b", "c", "d"], "edges": [
              {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2},
              {"source": "c", "target": "d", "weight": 3}, {"source": "d", "target": "a", "weight": 4},
              {"source": "a", "target": "c", "weight": 0.5}]}""";

    private static final double BEST_CUT = 10;

    @Test
    void theObservableGivesEachCutItsObjective() {
        Run run = encoded(100);
        BinaryProblem problem = (BinaryProblem) ((Input.OfProblem) input()).problem();
        EncodingFacts encoding = run.get(Section.ENCODING);
        DiagonalEnergy energy = DiagonalEnergy.of(run.get(Section.OBSERVABLE));
        for (int index = 0; index < 16; index++) {
            BitString bits = BitString.ofIndex(index, 4);
            assertEquals(
                    problem.objective(bits), encoding.objective(energy.of(bits.toString())), 1e-12, bits::toString);
        }
    }

    @Test
    void theProgramIsNamedByItsSource() {
        Program program = encoded(100).get(Section.PROGRAM);
        assertEquals(List.of("gamma_0", "gamma_1", "beta_0", "beta_1"), program.parameters());
        assertEquals(OptionalInt.of(10), program.twoQubitGates());
        assertEquals(Sha256.ofText(program.source()), program.sha256());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.ofText("abc"),
                "FIPS 180-2, appendix B.1");
    }

    @Test
    void aProgramThatWasChangedIsRefused() {
        Program program = encoded(100).get(Section.PROGRAM);
        Run changed = encoded(100)
                .with(
                        Section.PROGRAM,
                        new Program(
                                program.language(),
                                program.source() + "\n",
                                program.sha256(),
                                program.parameters(),
                                4,
                                program.depth(),
                                program.twoQubitGates()));
        RunException refusal = assertThrows(RunException.class, () -> JobRequests.of(changed, "key"));
        assertEquals("/program/sha256", refusal.place());
    }

    @Test
    void aBindingOfTheWrongLengthIsRefused() {
        Request request = encoded(100).get(Section.REQUEST);
        Run changed =
                encoded(100).with(Section.REQUEST, new Request(0, List.of(List.of(0.1)), 100, 1, 1, request.outputs()));
        assertEquals(
                "/request/bindings/0",
                assertThrows(RunException.class, () -> JobRequests.of(changed, "key"))
                        .place());
    }

    @Test
    void tooWideAProblemIsUnsuitableAndKeepsItsProblem() {
        EncodeSettings narrow = new EncodeSettings(1, InitialAngles.AUTO, 1, SEED, 3, Map.of());
        EncodeOutcome.Unsuitable unsuitable =
                assertInstanceOf(EncodeOutcome.Unsuitable.class, new Encode(CLOCK).apply(input(), "r", narrow));
        assertEquals("4 qubits are needed, at most 3 are allowed", unsuitable.reason());
        Solution solution = new FallBack(CLOCK)
                .apply(unsuitable.run(), new FallBackSettings(Duration.ofSeconds(5), () -> false, SEED, "too wide"))
                .get(Section.SOLUTION);
        assertEquals(BEST_CUT, solution.objective());
        assertEquals("exact", solution.source());
        assertEquals("too wide", solution.reason());
        assertTrue(solution.provenOptimal());
    }

    @Test
    void theScheduleThatWasChosenIsRecorded() {
        assertEquals(
                "sherrington-kirkpatrick", encoded(100).get(Section.ENCODING).angles());
    }

    @Test
    void anglesThatDoNotFitTheProblemAreRefused() {
        EncodeSettings regular = new EncodeSettings(1, InitialAngles.FIXED_REGULAR, 1, SEED, 20, Map.of());
        RunException refusal = assertThrows(RunException.class, () -> new Encode(CLOCK).apply(input(), "r", regular));
        assertEquals("/problem", refusal.place());
        assertTrue(refusal.getMessage().endsWith("use auto."), refusal.getMessage());
    }

    @Test
    void anUnboundParameterOfABareCircuitIsNamed() {
        Input circuit = read("OPENQASM 3.0; include \"stdgates.inc\"; input float theta; qubit q; rx(theta) q;");
        EncodeSettings unbound = new EncodeSettings(1, InitialAngles.AUTO, 1, SEED, 3, Map.of());
        RunException refusal = assertThrows(RunException.class, () -> new Encode(CLOCK).apply(circuit, "r", unbound));
        assertEquals("input theta", refusal.place());
        EncodeSettings bound = new EncodeSettings(1, InitialAngles.AUTO, 1, SEED, 3, Map.of("theta", 0.5));
        assertEquals(
                List.of(List.of(0.5)),
                new Encode(CLOCK)
                        .apply(circuit, "r", bound)
                        .run()
                        .get(Section.REQUEST)
                        .bindings());
    }

    @Test
    void anotherSubmissionHasAnotherKey() {
        Run run = encoded(100);
        Request request = run.get(Section.REQUEST);
        Set<String> keys = new HashSet<>();
        keys.add(SubmissionKey.of(run, "simulator", 1));
        keys.add(SubmissionKey.of(run, "simulator", 2));
        keys.add(SubmissionKey.of(run, "hardware", 1));
        keys.add(SubmissionKey.of(encoded(101), "simulator", 1));
        keys.add(SubmissionKey.of(
                run.with(
                        Section.REQUEST,
                        new Request(1, request.bindings(), 100, request.seed(), SEED, request.outputs())),
                "simulator",
                1));
        keys.add(SubmissionKey.of(
                run.with(Section.REQUEST, new Request(0, request.bindings(), 100, 1, SEED, request.outputs())),
                "simulator",
                1));
        assertEquals(6, keys.size());
        assertEquals(SubmissionKey.of(run, "simulator", 1), SubmissionKey.of(reread(run), "simulator", 1));
    }

    @Test
    void seedsFollowFromTheRunsSeedAndTheIteration() {
        assertEquals(Seeds.derive(SEED, 0), encoded(100).get(Section.REQUEST).seed());
        Run next = cold().apply(answered(encoded(100)), settings(OptimizerMethod.COBYLA, OptionalDouble.empty()))
                .run();
        assertEquals(Seeds.derive(SEED, 1), next.get(Section.REQUEST).seed());
    }

    @Test
    void anInterruptedOptimisationGoesOnWhereItWas() {
        for (OptimizerMethod method :
                List.of(OptimizerMethod.COBYLA, OptimizerMethod.NELDER_MEAD, OptimizerMethod.SPSA)) {
            OptimizeSettings settings = settings(method, OptionalDouble.empty());
            Run straight = encoded(100);
            Run interrupted = encoded(100);
            Optimize warm = new Optimize(CLOCK, new WarmOptimizations(1));
            boolean stopped = false;
            while (!stopped) {
                OptimizeOutcome one = warm.apply(answered(straight), settings);
                OptimizeOutcome other = cold().apply(answered(reread(interrupted)), settings);
                assertEquals(one.run().get(Section.OPTIMIZATION), other.run().get(Section.OPTIMIZATION));
                assertEquals(one.run().get(Section.REQUEST), other.run().get(Section.REQUEST));
                stopped = one instanceof OptimizeOutcome.Stopped;
                straight = one.run();
                interrupted = other.run();
            }
            Optimization end = straight.get(Section.OPTIMIZATION);
            assertTrue(end.stopReason().isPresent());
            assertTrue(end.best().orElseThrow().value() < 0.01, () -> method + ": " + end.best());
        }
    }

    @Test
    void theTargetIsInTheUsersMeasure() {
        Run run = answered(encoded(100));
        double reached =
                run.get(Section.RESULT).evaluations().getFirst().expectation().orElseThrow();
        OptimizeSettings modest = settings(OptimizerMethod.COBYLA, OptionalDouble.of(-reached - 0.1));
        assertInstanceOf(OptimizeOutcome.Stopped.class, cold().apply(run, modest));
        OptimizeSettings ambitious = settings(OptimizerMethod.COBYLA, OptionalDouble.of(-reached + 0.1));
        assertInstanceOf(OptimizeOutcome.Evaluate.class, cold().apply(run, ambitious));
    }

    @Test
    void theAnswerIsTheBestSampleOfAllEvaluations() {
        Run first = withResult(encoded(100), 1.0, Map.of("0101", 3L, "0000", 97L));
        Run second = withResult(
                cold().apply(first, settings(OptimizerMethod.COBYLA, OptionalDouble.empty()))
                        .run(),
                0.5,
                Map.of("0011", 100L));
        OptimizeOutcome end = cold().apply(second, settings(OptimizerMethod.COBYLA, OptionalDouble.of(-0.6)));
        assertEquals(BEST_CUT, end.progress().objective());
        Solution solution = new Decode(CLOCK).apply(end.run()).get(Section.SOLUTION);
        assertEquals(BEST_CUT, solution.objective());
        assertEquals(Map.of("a", 1, "b", 0, "c", 1, "d", 0), solution.assignment());
        assertEquals(Solution.QUANTUM, solution.source());
        assertFalse(solution.provenOptimal());
    }

    @Test
    void aHistoryThatIsNotTheOptimisersIsRefused() {
        Run run = cold().apply(answered(encoded(100)), settings(OptimizerMethod.COBYLA, OptionalDouble.empty()))
                .run();
        Optimization optimization = run.get(Section.OPTIMIZATION);
        Optimization.Evaluated evaluated = optimization.evaluations().read().getFirst();
        Run edited = answered(run.with(
                Section.OPTIMIZATION,
                new Optimization(
                        optimization.optimizer(),
                        optimization.settings(),
                        optimization.best(),
                        Optional.empty(),
                        History.of(List.of(new Optimization.Evaluated(
                                List.of(9.0, 9.0, 9.0, 9.0),
                                evaluated.value(),
                                evaluated.standardError(),
                                evaluated.gradient(),
                                evaluated.seed(),
                                evaluated.batch()))))));
        RunException refusal = assertThrows(
                RunException.class,
                () -> cold().apply(edited, settings(OptimizerMethod.COBYLA, OptionalDouble.empty())));
        assertEquals("/optimization", refusal.place());
    }

    @Test
    void aRunThatWasCopiedGoesOnTwice() {
        OptimizeSettings settings = settings(OptimizerMethod.COBYLA, OptionalDouble.empty());
        Optimize warm = new Optimize(CLOCK, new WarmOptimizations(10));
        Run run = answered(warm.apply(answered(encoded(100)), settings).run());
        Request once = warm.apply(run, settings).run().get(Section.REQUEST);
        assertEquals(once, warm.apply(run, settings).run().get(Section.REQUEST));
    }

    /** From the document alone, as after a restart. */
    private static Optimize cold() {
        return new Optimize(CLOCK, new WarmOptimizations(0));
    }

    @Test
    void totalsAddUp() {
        Run run = answered(encoded(100));
        Totals before = run.get(Section.TOTALS);
        Totals after = cold().apply(run, settings(OptimizerMethod.COBYLA, OptionalDouble.empty()))
                .run()
                .get(Section.TOTALS);
        assertNotEquals(before.optimizeMillis(), after.optimizeMillis());
        assertEquals(before.encodeMillis(), after.encodeMillis());
    }

    /** A paraboloid over the four angles with its minimum, 0, where all of them are 0.3, stands in for the circuit. */
    private static Run answered(Run run) {
        List<EvaluationResult> evaluations = run.get(Section.REQUEST).bindings().stream()
                .map(binding -> binding.stream()
                        .mapToDouble(angle -> (angle - 0.3) * (angle - 0.3))
                        .sum())
                .map(value -> new EvaluationResult(
                        OptionalDouble.of(value), OptionalDouble.of(0), Map.of(), Map.of(), List.of()))
                .toList();
        return run.with(
                Section.RESULT, new Result(Result.SUCCEEDED, evaluations, new Result.Timing(0, 0), Optional.empty()));
    }

    private static Run withResult(Run run, double expectation, Map<String, Long> counts) {
        EvaluationResult evaluation = new EvaluationResult(
                OptionalDouble.of(expectation), OptionalDouble.of(0.1), counts, Map.of(), List.of());
        return run.with(
                Section.RESULT,
                new Result(Result.SUCCEEDED, List.of(evaluation), new Result.Timing(0, 0), Optional.empty()));
    }

    private static OptimizeSettings settings(OptimizerMethod method, OptionalDouble target) {
        return OptimizeSettings.of(method, 300, 0.2, 1e-3, target);
    }

    private static Run encoded(int shots) {
        EncodeSettings settings = new EncodeSettings(2, InitialAngles.AUTO, shots, SEED, 20, Map.of());
        return assertInstanceOf(EncodeOutcome.Encoded.class, new Encode(CLOCK).apply(input(), "r", settings))
                .run();
    }

    private static Run reread(Run run) {
        return RunReader.read(RunWriter.toBytes(run));
    }

    private static Input input() {
        return read(GRAPH);
    }

    private static Input read(String text) {
        return InputReader.read(text.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, "");
    }
}
