// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.optimization.Graphs;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.optimization.problem.Sense;

class QaoaTest {
    @Test
    void declaresGammasThenBetas() {
        Encoding encoding = Qaoa.encode(Graphs.cycle(4), 3, InitialAngles.AUTO);
        assertEquals(
                List.of("gamma_0", "gamma_1", "gamma_2", "beta_0", "beta_1", "beta_2"),
                encoding.circuit().parameters());
        assertEquals(6, encoding.initialParameters().size());
        assertEquals(Graphs.cycle(4).nodes(), encoding.variables());
    }

    @Test
    void measuresQubitIIntoBitI() {
        Encoding encoding = Qaoa.encode(Graphs.cycle(5), 1, InitialAngles.AUTO);
        List<Measurement> measurements = encoding.circuit().operations().stream()
                .filter(Measurement.class::isInstance)
                .map(Measurement.class::cast)
                .toList();
        assertEquals(IntStream.range(0, 5).mapToObj(i -> new Measurement(i, i)).toList(), measurements);
        assertEquals(5, encoding.circuit().bits());
    }

    /** One layer against the closed form, at random angles: it settles sign and factor of gamma and beta. */
    @Test
    void oneLayerGivesTheClosedForm() {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            double gamma = random.nextDouble() * 4 - 2;
            double beta = random.nextDouble() * 2 - 1;
            for (MaxCut problem : List.of(Graphs.petersen(), Graphs.complete(5), Graphs.randomRegular(8, 3, random))) {
                assertEquals(
                        ClosedForm.expectedCut(problem, gamma, beta),
                        expectedObjective(problem, List.of(gamma, beta)),
                        1e-12,
                        "seed " + seed);
            }
        }
    }

    @Test
    void anEdgelessProblemIsAFairCoin() {
        MaxCut problem = Graphs.of(3, List.of());
        Encoding encoding = Qaoa.encode(problem, 2, InitialAngles.AUTO);
        double[] probabilities =
                TinySimulator.probabilities(encoding.circuit(), bindings(encoding, List.of(1., 2., 3., 4.)));
        for (double probability : probabilities) {
            assertEquals(1.0 / 8, probability, 1e-12);
        }
        assertEquals(0, encoding.objective(encoding.observable().constant()));
    }

    @Test
    void objectiveIsOffsetPlusScaleTimesObservable() {
        MaxCut problem = Graphs.randomWeighted(6, 0.7, new Random(5));
        Encoding encoding = Qaoa.encode(problem, 1, InitialAngles.AUTO);
        for (int index = 0; index < 64; index++) {
            BitString bits = BitString.ofIndex(index, 6);
            assertEquals(problem.objective(bits), encoding.objective(eigenvalue(encoding, bits)), 1e-12);
        }
    }

    /** One spin in a field h: E = -|h| sin(2 beta) sin(gamma), worked out by hand from the two rotations. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1, 0.3, -250})
    void aFieldTurnsItsQubitAsTheClosedFormSays(double field) {
        Ising problem = new Ising(List.of("s"), List.of(field), List.of(), 7);
        for (double gamma : new double[] {0.3, -0.8}) {
            for (double beta : new double[] {0.2, 0.6}) {
                assertEquals(
                        7 - Math.abs(field) * Math.sin(2 * beta) * Math.sin(gamma),
                        expectedObjective(problem, List.of(gamma, beta)),
                        1e-12 * Math.abs(field) + 1e-12);
            }
        }
    }

    /** Fields and couplings, minimised and maximised: the observable gives each answer its objective. */
    @ParameterizedTest
    @EnumSource
    void objectiveOfAQuboIsOffsetPlusScaleTimesObservable(Sense sense) {
        Qubo problem = new Qubo(
                sense,
                List.of("a", "b", "c"),
                List.of(-1., 2.5, 0.),
                List.of(new PairTerm(0, 1, 3), new PairTerm(1, 2, -4)),
                0.5);
        Encoding encoding = Qaoa.encode(problem, 2, InitialAngles.AUTO);
        for (int index = 0; index < 8; index++) {
            BitString bits = BitString.ofIndex(index, 3);
            assertEquals(problem.objective(bits), encoding.objective(eigenvalue(encoding, bits)), 1e-12);
        }
        double mean = expectedObjective(problem, encoding.initialParameters());
        double coin = 0.5 + (-1 + 2.5) / 2 + (3 - 4) / 4.0;
        assertTrue(sense == Sense.MINIMIZE ? mean < coin - 0.5 : mean > coin + 0.5, sense + ": " + mean);
    }

    @Test
    void weightsAreCountedInUnitsOfTheirRootMeanSquare() {
        List<Edge> edges = List.of(new Edge(0, 1, 3), new Edge(1, 2, -4), new Edge(2, 3, 12), new Edge(3, 0, 0.5));
        List<Edge> larger = edges.stream()
                .map(edge -> new Edge(edge.first(), edge.second(), edge.weight() * 1e6))
                .toList();
        List<Double> angles = List.of(0.4, 0.9, 0.5, 0.2);
        assertEquals(
                1e6 * expectedObjective(Graphs.of(4, edges), angles),
                expectedObjective(Graphs.of(4, larger), angles),
                1e-6);
        assertEquals(
                Qaoa.encode(Graphs.of(4, edges), 2, InitialAngles.AUTO).initialParameters(),
                Qaoa.encode(Graphs.of(4, larger), 2, InitialAngles.AUTO).initialParameters());
    }

    @Test
    void independentEdgesRunAtOnce() {
        for (long seed = 1; seed <= 10; seed++) {
            MaxCut problem = Graphs.randomRegular(20, 3, new Random(seed));
            int depth = Qaoa.encode(problem, 2, InitialAngles.AUTO).circuit().depth();
            // H, then twice: at most 2 * 3 - 1 rounds of couplings, and the mixer.
            assertTrue(depth <= 1 + 2 * (5 + 1), "seed " + seed + ": depth " + depth);
        }
    }

    @Test
    void needsALayer() {
        assertThrows(IllegalArgumentException.class, () -> Qaoa.encode(Graphs.cycle(4), 0, InitialAngles.AUTO));
    }

    /** The mean objective at given parameters, in the user's sense, by the textbook matrices. */
    static double expectedObjective(BinaryProblem problem, List<Double> parameters) {
        Encoding encoding = Qaoa.encode(problem, parameters.size() / 2, InitialAngles.AUTO);
        double[] probabilities = TinySimulator.probabilities(encoding.circuit(), bindings(encoding, parameters));
        return TinySimulator.expectation(
                probabilities,
                index -> problem.objective(
                        BitString.ofIndex(index, problem.variables().size())));
    }

    private static Map<String, Double> bindings(Encoding encoding, List<Double> parameters) {
        Map<String, Double> bindings = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            bindings.put(encoding.circuit().parameters().get(i), parameters.get(i));
        }
        return bindings;
    }

    private static double eigenvalue(Encoding encoding, BitString bits) {
        double value = encoding.observable().constant();
        for (PauliTerm term : encoding.observable().terms()) {
            double sign = 1;
            for (int qubit = 0; qubit < bits.length(); qubit++) {
                if (term.string().letters().get(qubit) == Pauli.Z && bits.get(qubit)) {
                    sign = -sign;
                }
            }
            value += sign * term.coefficient();
        }
        return value;
    }
}
