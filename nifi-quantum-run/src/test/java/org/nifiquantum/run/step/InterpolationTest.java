// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.ansatz.RotationLayer;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.services.api.EvaluationResult;

/** A finished run begins a deeper one. */
class InterpolationTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Input SQUARE =
            InputReader.read("4\n0 1\n1 2\n2 3\n3 0\n".getBytes(StandardCharsets.UTF_8), InputFormat.QEDC_GRAPH, "");

    /** u'_i = (i-1)/p u_(i-1) + (p-i+1)/p u_i, from two layers to three: the ends stay, the middle is the mean. */
    @Test
    void theBestAnglesAreInterpolatedAndTheRestBeginsAnew() {
        Run finished = finished();
        List<Double> best =
                finished.get(Section.OPTIMIZATION).best().orElseThrow().parameters();
        Run deeper = encoded(new Input.OfRun(finished), settings(3, InitialAngles.INTERPOLATED, Mixing.TRANSVERSE));
        List<Double> first = deeper.get(Section.REQUEST).bindings().getFirst();
        List<Double> expected = List.of(
                best.get(0),
                (best.get(0) + best.get(1)) / 2,
                best.get(1),
                best.get(2),
                (best.get(2) + best.get(3)) / 2,
                best.get(3));
        for (int i = 0; i < 6; i++) {
            assertEquals(expected.get(i), first.get(i), 1e-15, "angle " + i);
        }
        EncodingFacts facts = deeper.get(Section.ENCODING);
        assertEquals("interpolated", facts.angles());
        assertEquals(3, facts.layers());
        assertEquals(0, deeper.get(Section.REQUEST).iteration());
        assertEquals(finished.id(), deeper.id());
        assertTrue(deeper.get(Section.TOTALS).optimizeMillis() > 0, "what the earlier angles took is kept");
        assertEquals(Optional.empty(), deeper.find(Section.OPTIMIZATION));
        assertEquals(Optional.empty(), deeper.find(Section.RESULT));
        assertEquals(Optional.empty(), deeper.find(Section.SOLUTION));
    }

    @Test
    void aFinishedRunThatIsEncodedAnewHasNoHistory() {
        Run again = encoded(new Input.OfRun(finished()), settings(2, InitialAngles.LINEAR_RAMP, Mixing.TRANSVERSE));
        assertEquals("linear-ramp", again.get(Section.ENCODING).angles());
        assertEquals(Optional.empty(), again.find(Section.OPTIMIZATION));
        assertEquals(0, again.get(Section.TOTALS).optimizeMillis());
    }

    @Test
    void withoutAnEarlierRunTheAnglesAreAutomatic() {
        Run fresh = encoded(SQUARE, settings(2, InitialAngles.INTERPOLATED, Mixing.TRANSVERSE));
        Run automatic = encoded(SQUARE, settings(2, InitialAngles.AUTO, Mixing.TRANSVERSE));
        assertEquals(
                automatic.get(Section.REQUEST).bindings(),
                fresh.get(Section.REQUEST).bindings());
        assertEquals(
                automatic.get(Section.ENCODING).angles(),
                fresh.get(Section.ENCODING).angles());
    }

    @Test
    void anglesOfAnotherCircuitAreRefused() {
        assertRefused(settings(1, InitialAngles.INTERPOLATED, Mixing.TRANSVERSE), "ask for as many layers or more");
        assertRefused(settings(3, InitialAngles.INTERPOLATED, Mixing.WARM_START), "interpolate with the same mixer");
    }

    private static void assertRefused(EncodeSettings settings, String remedy) {
        Input input = new Input.OfRun(finished());
        RunException refusal = assertThrows(RunException.class, () -> encoded(input, settings));
        assertTrue(refusal.getMessage().contains(remedy), refusal.getMessage());
    }

    /** Two layers whose second evaluation is the best: a paraboloid stands in for the circuit. */
    private static Run finished() {
        Optimize optimize = new Optimize(CLOCK, new WarmOptimizations(0));
        OptimizeSettings settings = OptimizeSettings.of(OptimizerMethod.COBYLA, 2, 0.2, 1e-3, OptionalDouble.empty());
        Run run = optimize.apply(
                        answered(encoded(SQUARE, settings(2, InitialAngles.AUTO, Mixing.TRANSVERSE))), settings)
                .run();
        Run stopped = optimize.apply(answered(run), settings).run();
        return RunReader.read(RunWriter.toBytes(new Decode(CLOCK).apply(stopped)));
    }

    private static Run answered(Run run) {
        double value = run.get(Section.REQUEST).bindings().getFirst().stream()
                .mapToDouble(angle -> (angle - 2) * (angle - 2))
                .sum();
        EvaluationResult evaluation = new EvaluationResult(
                OptionalDouble.of(value), OptionalDouble.of(0), Map.of("0101", 100L), Map.of(), List.of());
        return run.with(
                Section.RESULT,
                new Result(Result.SUCCEEDED, List.of(evaluation), new Result.Timing(0, 0), Optional.empty()));
    }

    private static EncodeSettings settings(int layers, InitialAngles angles, Mixing mixing) {
        AnsatzSettings ansatz = new AnsatzSettings(
                AnsatzMethod.QAOA, layers, angles, mixing, false, RotationLayer.RY, Entanglement.LINEAR);
        return new EncodeSettings(ansatz, 100, 1, 20, Map.of());
    }

    private static Run encoded(Input input, EncodeSettings settings) {
        return new Encode(CLOCK).apply(input, "r", settings).run();
    }
}
