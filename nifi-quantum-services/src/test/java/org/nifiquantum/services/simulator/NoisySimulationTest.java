// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.simulation.noise.Channel;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoiseRule;
import org.nifiquantum.engine.simulation.noise.NoiseSettings;
import org.nifiquantum.engine.simulation.noise.NoiseSettings.Method;
import org.nifiquantum.engine.simulation.noise.ReadoutError;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

/** One RX(theta) with depolarising noise of strength l leaves {@code <Z> = (1 - l) cos theta, <Y> = -(1 - l) sin theta}. */
class NoisySimulationTest {

    private static final double THETA = 0.7;
    private static final double STRENGTH = 0.2;
    private static final int SHOTS = 20_000;
    private static final String PROGRAM =
            "OPENQASM 3.0; include \"stdgates.inc\"; input float theta; qubit[2] q; bit c;"
                    + " rx(theta) q[0]; c = measure q[0];";
    private static final NoiseModel DEPOLARIZING =
            NoiseModel.of(NoiseRule.onGate("rx", new Channel.Depolarizing(1, STRENGTH)));
    private static final Observable Z = observable("Z");
    private static final Observable Y = observable("Y");

    @Test
    void expectationsWithoutShotsAreExactWhereADensityMatrixFits() throws BackendException {
        EvaluationResult z = evaluate(noise(DEPOLARIZING, Method.AUTOMATIC), Z, 0, Set.of(Output.EXPECTATION));
        assertEquals((1 - STRENGTH) * Math.cos(THETA), z.expectation().orElseThrow(), 1e-12);
        assertEquals(0, z.standardError().orElseThrow());
    }

    @Test
    void trajectoriesComeWithTheirError() throws BackendException {
        EvaluationResult z = evaluate(noise(DEPOLARIZING, Method.TRAJECTORIES), Z, 0, Set.of(Output.EXPECTATION));
        double error = z.standardError().orElseThrow();
        assertTrue(error > 0 && error < 0.05, "error " + error);
        assertEquals((1 - STRENGTH) * Math.cos(THETA), z.expectation().orElseThrow(), 5 * error);
    }

    @Test
    void shotsOfALetterOtherThanZAreTakenInItsBasis() throws BackendException {
        EvaluationResult y = evaluate(noise(DEPOLARIZING, Method.AUTOMATIC), Y, SHOTS, Set.of(Output.EXPECTATION));
        double expected = -(1 - STRENGTH) * Math.sin(THETA);
        double error = Math.sqrt((1 - expected * expected) / SHOTS);
        assertEquals(expected, y.expectation().orElseThrow(), 5 * error);
        assertEquals(error, y.standardError().orElseThrow(), 0.1 * error);
    }

    @Test
    void countsAndExpectationAreOfTheSameShotsWhereTheyCanBe() throws BackendException {
        EvaluationResult z =
                evaluate(noise(DEPOLARIZING, Method.AUTOMATIC), Z, SHOTS, Set.of(Output.EXPECTATION, Output.COUNTS));
        long zeros = z.counts().get("0");
        assertEquals(z.expectation().orElseThrow(), (2.0 * zeros - SHOTS) / SHOTS, 1e-12);
    }

    /** Of two misreadings a and b, Z is read as (1 - a - b) Z + (b - a). */
    @Test
    void readoutErrorsAreInEverything() throws BackendException {
        NoiseModel misread = NoiseModel.NONE.withReadout(new ReadoutError(0.1, 0.2));
        double read = 0.7 * Math.cos(THETA) + 0.1;
        EvaluationResult exact =
                evaluate(noise(misread, Method.AUTOMATIC), Z, 0, Set.of(Output.EXPECTATION, Output.PROBABILITIES));
        assertEquals(read, exact.expectation().orElseThrow(), 1e-12);
        assertEquals((1 + read) / 2, exact.probabilities().get("0"), 1e-12);
        EvaluationResult counted = evaluate(noise(misread, Method.TRAJECTORIES), Z, SHOTS, Set.of(Output.COUNTS));
        double margin = 5 / Math.sqrt(SHOTS);
        assertEquals((1 + read) / 2, counted.counts().get("0") / (double) SHOTS, margin);
    }

    @Test
    void whatItCannotGiveIsRefused() {
        SimulatorSettings settings = noise(DEPOLARIZING, Method.TRAJECTORIES);
        assertThrows(BackendException.class, () -> evaluate(settings, Z, 0, Set.of(Output.GRADIENT)));
        assertThrows(BackendException.class, () -> evaluate(settings, Z, 0, Set.of(Output.PROBABILITIES)));
    }

    private static EvaluationResult evaluate(
            SimulatorSettings settings, Observable observable, int shots, Set<Output> outputs) throws BackendException {
        JobRequest request = new JobRequest(
                "key", PROGRAM, "sha", List.of(List.of(THETA)), Optional.of(observable), shots, 11, outputs);
        try (EmbeddedSimulator simulator = new EmbeddedSimulator("noisy", settings, InstantSource.system())) {
            return simulator.result(simulator.submit(request)).evaluations().getFirst();
        }
    }

    private static SimulatorSettings noise(NoiseModel model, Method method) {
        return new SimulatorSettings(
                1, 1L << 24, Optional.of(new SimulatedNoise(model, new NoiseSettings(method, 2_000))));
    }

    private static Observable observable(String pauli) {
        return new Observable(List.of(new Observable.Term(pauli, List.of(0), 1)), 0);
    }
}
