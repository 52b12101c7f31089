// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.run.loop.HybridLoop;
import org.nifiquantum.run.loop.LoopSettings;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.run.step.OptimizeSettings;
import org.nifiquantum.services.simulator.EmbeddedSimulator;
import org.nifiquantum.services.simulator.SimulatorSettings;

/** The processors one behind the other, on the real simulator, as a template connects them. */
class VariationalLoopTest {

    /** The Petersen graph: three-regular on ten nodes, and its largest cut has 12 of the 15 edges. */
    private static final String PETERSEN =
            "10\n0 1\n1 2\n2 3\n3 4\n4 0\n0 5\n1 6\n2 7\n3 8\n4 9\n5 7\n7 9\n9 6\n6 8\n8 5\n";

    private static final double BEST_CUT = 12;

    @ParameterizedTest
    @EnumSource(names = {"COBYLA", "CMA_ES", "SPSA", "L_BFGS"})
    void solvesAndEvaluatesJustAsThePlainLoop(OptimizerMethod method)
            throws InitializationException, InterruptedException {
        int shots = method.usesGradient() ? 0 : 1024;
        Run flow = flow(method, shots);
        Run plain = plain(settings(2, shots, method));
        assertEquals(plain.get(Section.OPTIMIZATION), flow.get(Section.OPTIMIZATION));
        assertEquals(plain.get(Section.SOLUTION), flow.get(Section.SOLUTION));
        assertEquals(BEST_CUT, flow.get(Section.SOLUTION).objective());
        assertEquals(Solution.QUANTUM, flow.get(Section.SOLUTION).source());
    }

    /**
     * Without triangles or squares every edge of a three-regular graph is cut with the published probability at the
     * published angles (Wurtz and Lykov, Phys. Rev. A 104, 052419, 2021), here on the way through document and backend.
     */
    @Test
    void theFirstEvaluationAtFixedAnglesHasThePublishedValue() throws InterruptedException {
        LoopSettings settings = settings(1, 0, OptimizerMethod.COBYLA);
        Run run = plain(settings);
        double value =
                run.get(Section.OPTIMIZATION).evaluations().read().getFirst().value();
        assertEquals(0.692450, -value / 15, 1e-6);
    }

    /** Teleports |1>, so the left one of the bits is always 1 and the others are even. */
    @Test
    void aProgramThatGoesOnAfterMeasurementsNeedsNoOtherProcessors() throws InitializationException {
        TestRunner submit = Runs.withSimulator(new SubmitCircuit());
        submit.setProperty(CommonProperties.SHOTS, "4000");
        submit.enqueue("""
                OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; bit[3] c;
                x q[0]; h q[1]; cx q[1], q[2]; cx q[0], q[1]; h q[0];
                c[0] = measure q[0]; c[1] = measure q[1];
                if (c[1]) x q[2];
                if (c[0]) z q[2];
                c[2] = measure q[2];
                """, Map.of("filename", "teleport.qasm"));
        MockFlowFile submitted = Runs.pass(submit, SubmitCircuit.REL_SUCCESS);
        TestRunner poll = Runs.withSimulator(new PollResult());
        poll.enqueue(submitted);
        MockFlowFile answered = Runs.pass(poll, PollResult.REL_SUCCESS);
        Map<String, Long> counts = RunReader.read(answered.toByteArray())
                .get(Section.RESULT)
                .evaluations()
                .getFirst()
                .counts();
        assertEquals(Set.of("100", "101", "110", "111"), counts.keySet());
        // Five standard deviations of a binomial count of 4,000 with probability 1/4.
        counts.values().forEach(count -> assertEquals(1_000, count, 5 * Math.sqrt(4_000 * 3 / 16.0)));
    }

    @Test
    void aProblemTooWideIsAnsweredClassically() {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.setProperty(EncodeProblem.MAXIMUM_QUBITS, "9");
        encode.enqueue(PETERSEN);
        MockFlowFile unsuitable = Runs.pass(encode, EncodeProblem.REL_UNSUITABLE);
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.enqueue(unsuitable);
        MockFlowFile answered = Runs.pass(fallback, Fallback.REL_SUCCESS);
        Solution solution = RunReader.read(answered.toByteArray()).get(Section.SOLUTION);
        assertEquals(BEST_CUT, solution.objective());
        assertEquals("UNSUITABLE: 10 qubits are needed, at most 9 are allowed", solution.reason());
    }

    @Test
    void fallbackSolvesABareProblem() {
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.enqueue(PETERSEN);
        MockFlowFile answered = Runs.pass(fallback, Fallback.REL_SUCCESS);
        answered.assertAttributeEquals(Attributes.OBJECTIVE, "12.0");
        answered.assertAttributeEquals(Attributes.SOLUTION_SOURCE, "exact");
    }

    @Test
    void aRunWithoutAProblemIsNotAnsweredWhateverItsFileIsCalled() {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.enqueue("OPENQASM 3.0; qubit q;", Map.of("filename", "bare.qasm"));
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.enqueue(Runs.pass(encode, EncodeProblem.REL_SUCCESS));
        Runs.pass(fallback, Fallback.REL_FAILURE)
                .assertAttributeEquals(Attributes.ERROR_MESSAGE, "/problem: is missing; EncodeProblem writes it");
    }

    @Test
    void anInvalidGraphFailsUnchangedWithThePlace() {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        String graph = "{\"type\":\"maxcut\",\"nodes\":[\"a\"],\"edges\":[{\"source\":\"a\",\"target\":\"b\"}]}";
        encode.enqueue(graph);
        MockFlowFile failed = Runs.pass(encode, EncodeProblem.REL_FAILURE);
        failed.assertContentEquals(graph);
        failed.assertAttributeEquals(Attributes.ERROR_MESSAGE, "/edges/0/target: [b] is not among the nodes");
    }

    @Test
    void anExpressionThatGivesNoNumberFailsWithThePropertysName() {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.setProperty(AnsatzProperties.LAYERS, "${layers}");
        encode.enqueue(PETERSEN, Map.of("layers", "two"));
        Runs.pass(encode, EncodeProblem.REL_FAILURE)
                .assertAttributeEquals(Attributes.ERROR_MESSAGE, "Layers: [two] is not a whole number");
    }

    private static Run flow(OptimizerMethod method, int shots) throws InitializationException {
        TestRunner encode = TestRunners.newTestRunner(new EncodeProblem());
        encode.setProperty(CommonProperties.SHOTS, Integer.toString(shots));
        encode.enqueue(PETERSEN);
        TestRunner submit = Runs.withSimulator(new SubmitCircuit());
        TestRunner poll = Runs.withSimulator(new PollResult());
        TestRunner optimize = TestRunners.newTestRunner(new ClassicalOptimize());
        optimize.setProperty(OptimizeProperties.OPTIMIZER, method.name());
        optimize.setProperty(OptimizeProperties.MAXIMUM_EVALUATIONS, "40");

        MockFlowFile flowFile = Runs.pass(encode, EncodeProblem.REL_SUCCESS);
        boolean stopped = false;
        while (!stopped) {
            submit.enqueue(flowFile);
            poll.enqueue(Runs.pass(submit, SubmitCircuit.REL_SUCCESS));
            optimize.enqueue(Runs.pass(poll, PollResult.REL_SUCCESS));
            optimize.run(1, false);
            stopped = !optimize.getFlowFilesForRelationship(ClassicalOptimize.REL_SUCCESS)
                    .isEmpty();
            flowFile = Runs.take(optimize, stopped ? ClassicalOptimize.REL_SUCCESS : ClassicalOptimize.REL_EVALUATE);
        }
        TestRunner decode = TestRunners.newTestRunner(new DecodeSolution());
        decode.enqueue(flowFile);
        return RunReader.read(Runs.pass(decode, DecodeSolution.REL_SUCCESS).toByteArray());
    }

    private static LoopSettings settings(int layers, int shots, OptimizerMethod method) {
        return new LoopSettings(
                new EncodeSettings(layers, InitialAngles.AUTO, shots, 1, 20, Map.of()),
                OptimizeSettings.of(method, 40, 0.1, 1e-3, OptionalDouble.empty()),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1));
    }

    private static Run plain(LoopSettings settings) throws InterruptedException {
        try (EmbeddedSimulator simulator =
                new EmbeddedSimulator("other", new SimulatorSettings(1, 1L << 26), InstantSource.system())) {
            return new HybridLoop(simulator, "other", InstantSource.system(), settings)
                    .solve(
                            InputReader.read(PETERSEN.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, ""),
                            "another-run",
                            step -> assertTrue(step.progress().objective() <= BEST_CUT));
        }
    }
}
