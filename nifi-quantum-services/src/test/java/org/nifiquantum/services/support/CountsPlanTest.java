// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

/** Closed forms, from counts alone. */
class CountsPlanTest {

    private static final int SHOTS = 200_000;
    private static final double TOLERANCE = 0.02;
    private static final String ROTATED = "OPENQASM 3.0; include \"stdgates.inc\"; input float a; input float b;"
            + " qubit[2] q; bit[2] c; rx(a) q[0]; ry(2*b) q[1]; c = measure q;";

    private final Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1);

    @AfterEach
    void close() {
        simulator.close();
    }

    /** After rx(a): Y is -sin a, Z is cos a; after ry(2b): X is sin 2b. Derivatives by a and b with the chain rule. */
    @Test
    void expectationAndGradientOfLettersOfAllKinds() throws BackendException {
        double a = 0.7;
        double b = -0.4;
        JobRequest request = request(
                ROTATED,
                List.of(List.of(a, b), List.of(0.0, 0.0)),
                Set.of(Output.EXPECTATION, Output.GRADIENT, Output.COUNTS),
                term("Y", 0, 0.5),
                term("X", 1, 2),
                term("Z", 0, 1));
        List<EvaluationResult> results = run(request);
        EvaluationResult first = results.getFirst();
        assertEquals(
                10 - 0.5 * Math.sin(a) + 2 * Math.sin(2 * b) + Math.cos(a),
                first.expectation().orElseThrow(),
                TOLERANCE);
        assertEquals(-0.5 * Math.cos(a) - Math.sin(a), first.gradient().get(0), TOLERANCE);
        assertEquals(4 * Math.cos(2 * b), first.gradient().get(1), TOLERANCE);
        assertEquals(
                SHOTS,
                first.counts().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(Map.of("00", (long) SHOTS), results.get(1).counts());
        assertEquals(11, results.get(1).expectation().orElseThrow(), TOLERANCE);
        assertTrue(first.standardError().orElseThrow() < TOLERANCE / 2);
    }

    /** Letters Z need no circuit of their own: counts and expectation are of the same shots. */
    @Test
    void diagonalObservablesTakeOneCircuit() throws BackendException {
        JobRequest request = request(
                ROTATED, List.of(List.of(0.7, 0.1)), Set.of(Output.EXPECTATION, Output.COUNTS), term("ZZ", 0, 1, 1.0));
        CountsPlan plan = CountsPlan.of(request);
        assertEquals(1, plan.circuits(request).size());
        assertEquals(SHOTS, plan.shotsPerCircuit(SHOTS));
        EvaluationResult result = run(request).getFirst();
        double fromCounts = 10;
        for (Map.Entry<String, Long> entry : result.counts().entrySet()) {
            boolean odd = entry.getKey().chars().filter(bit -> bit == '1').count() % 2 == 1;
            fromCounts += (odd ? -1.0 : 1.0) * entry.getValue() / SHOTS;
        }
        assertEquals(fromCounts, result.expectation().orElseThrow(), 1e-9);
    }

    @Test
    void shotsAreSharedOutWhereNobodyWantsCounts() throws BackendException {
        JobRequest request = request(
                ROTATED, List.of(List.of(0.7, 0.1)), Set.of(Output.EXPECTATION), term("X", 0, 1), term("Z", 0, 1));
        CountsPlan plan = CountsPlan.of(request);
        assertEquals(2, plan.circuits(request).size());
        assertEquals(SHOTS / 2, plan.shotsPerCircuit(SHOTS));
        assertEquals(51, plan.shotsPerCircuit(101));
    }

    @Test
    void aConstantIsKnownWithoutLooking() throws BackendException {
        EvaluationResult result = run(request(ROTATED, List.of(List.of(0.7, 0.1)), Set.of(Output.EXPECTATION)))
                .getFirst();
        assertEquals(10, result.expectation().orElseThrow());
        assertEquals(0, result.standardError().orElseThrow());
    }

    /** X on qubit 1, measured into bits in another order and into two registers of unequal width. */
    @ParameterizedTest
    @CsvSource({
        "'qubit[3] q; bit[3] c; x q[1]; c[0] = measure q[2]; c[1] = measure q[0]; c[2] = measure q[1];', 100",
        "'qubit[3] q; bit[1] a; bit[2] b; x q[0]; a[0] = measure q[0]; b[0] = measure q[1]; b[1] = measure q[2];', 001",
        "'qubit[3] q; bit[1] a; bit[2] b; x q[2]; a[0] = measure q[0]; b[0] = measure q[1]; b[1] = measure q[2];', 100",
        "'qubit[3] q; bit[3] c; x q[0]; x q[1]; c[1] = measure q[0];', 010",
        "'qubit[4] q; x q[2];', 0100"
    })
    void classicalBitsShowTheQubitsMeasuredIntoThem(String body, String expected) throws BackendException {
        JobRequest request =
                request("OPENQASM 3.0; include \"stdgates.inc\"; " + body, List.of(List.of()), Set.of(Output.COUNTS));
        assertEquals(Map.of(expected, (long) SHOTS), run(request).getFirst().counts());
    }

    @Test
    void whatCountsCannotAnswerIsRefusedWithTheRemedy() {
        assertRefused(
                "Shots", new JobRequest("k", ROTATED, "", List.of(), Optional.empty(), 0, 1, Set.of(Output.COUNTS)));
        assertRefused("ask for counts", request(ROTATED, List.of(), Set.of(Output.PROBABILITIES)));
        assertRefused(
                "no observable",
                new JobRequest("k", ROTATED, "", List.of(), Optional.empty(), 1, 1, Set.of(Output.EXPECTATION)));
        assertRefused("line 1", request("OPENQASM 3.0; nonsense q;", List.of(), Set.of(Output.COUNTS)));
        JobRequest wrong = request(ROTATED, List.of(List.of(1.0)), Set.of(Output.COUNTS));
        assertEquals(
                Kind.REJECTED,
                assertThrows(BackendException.class, () -> CountsPlan.of(wrong).circuits(wrong))
                        .kind());
    }

    private static void assertRefused(String remedy, JobRequest request) {
        BackendException refusal = assertThrows(BackendException.class, () -> CountsPlan.of(request));
        assertEquals(Kind.REJECTED, refusal.kind());
        assertTrue(refusal.getMessage().contains(remedy), refusal.getMessage());
    }

    private List<EvaluationResult> run(JobRequest request) throws BackendException {
        CountsPlan plan = CountsPlan.of(request);
        List<Counts> counts = new ArrayList<>();
        for (BoundCircuit bound : plan.circuits(request)) {
            CompiledCircuit compiled = CompiledCircuit.compile(bound.circuit(), MemoryBudget.halfOfHeap());
            counts.add(simulator
                    .run(compiled, Arrays.stream(bound.values()).boxed().toList())
                    .sample(
                            MeasurementMap.ofAllQubits(plan.qubits()),
                            plan.shotsPerCircuit(request.shots()),
                            counts.size()));
        }
        return plan.evaluations(request, counts);
    }

    private static Observable.Term term(String pauli, int qubit, double coefficient) {
        return new Observable.Term(pauli, List.of(qubit), coefficient);
    }

    private static Observable.Term term(String pauli, int first, int second, double coefficient) {
        return new Observable.Term(pauli, List.of(first, second), coefficient);
    }

    private static JobRequest request(
            String program, List<List<Double>> bindings, Set<Output> outputs, Observable.Term... terms) {
        return new JobRequest(
                "key", program, "", bindings, Optional.of(new Observable(List.of(terms), 10)), SHOTS, 1, outputs);
    }
}
