// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.optimization.Graphs;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.MaxCut;

class QaoaVariantsTest {

    private static final QaoaSettings MULTI_ANGLE = new QaoaSettings(2, InitialAngles.AUTO, Mixing.TRANSVERSE, true);

    /** With the angles of a layer alike it is the plain ansatz. */
    @Test
    void manyAnglesBeginAsTheOnesTheyAreMadeOf() {
        MaxCut problem = Graphs.randomWeighted(6, 0.7, new Random(5));
        Encoding plain = Qaoa.encode(problem, 2, InitialAngles.AUTO);
        Encoding many = Qaoa.encode(problem, MULTI_ANGLE);
        int edges = problem.edges().size();
        assertEquals(2 * (edges + 6), many.circuit().parameters().size());
        assertEquals("gamma_1_0", many.circuit().parameters().get(edges));
        assertArrayEquals(
                probabilities(plain, plain.initialParameters()), probabilities(many, many.initialParameters()), 1e-12);
    }

    /** On a tree one layer with an angle for each term cuts every edge: here a path, whose ends turn by themselves. */
    @Test
    void oneLayerOfManyAnglesCutsAPath() {
        MaxCut path = Graphs.of(3, List.of(edge(0, 1), edge(1, 2)));
        Encoding encoding = Qaoa.encode(path, new QaoaSettings(1, InitialAngles.AUTO, Mixing.TRANSVERSE, true));
        List<Double> angles = List.of(Math.PI / 2, Math.PI / 2, Math.PI / 4, 0.0, Math.PI / 4);
        double[] probabilities = probabilities(encoding, angles);
        assertEquals(1, probabilities[0b010] + probabilities[0b101], 1e-12);
    }

    @Test
    void aWarmStartBeginsNearItsAnswer() {
        MaxCut ring = Graphs.cycle(6);
        Encoding encoding = Qaoa.encode(ring, new QaoaSettings(1, InitialAngles.AUTO, Mixing.WARM_START, false));
        double[] probabilities = probabilities(encoding, List.of(0.0, 0.7));
        int likeliest = 0;
        for (int state = 0; state < probabilities.length; state++) {
            likeliest = probabilities[state] > probabilities[likeliest] ? state : likeliest;
        }
        assertEquals(6, ring.objective(BitString.ofIndex(likeliest, 6)));
        assertEquals(Math.pow(0.75, 6), probabilities[likeliest], 1e-12);
    }

    @Test
    void aMixerThatDoesNotFitIsRefused() {
        QaoaSettings oneHot = new QaoaSettings(1, InitialAngles.AUTO, Mixing.ONE_HOT, false);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Qaoa.encode(Graphs.cycle(4), oneHot));
        assertTrue(refusal.getMessage().endsWith("use the standard mixer."), refusal.getMessage());
    }

    @Test
    void anglesStandLayerByLayer() {
        QaoaAngles angles = new QaoaAngles(List.of(1.0, 2.0), List.of(3.0, 4.0));
        assertEquals(
                Stream.of(
                                Collections.nCopies(3, 1.0),
                                Collections.nCopies(3, 2.0),
                                List.of(3.0, 3.0),
                                List.of(4.0, 4.0))
                        .flatMap(List::stream)
                        .toList(),
                angles.repeated(3, 2));
    }

    private static Edge edge(int first, int second) {
        return new Edge(first, second, 1);
    }

    private static double[] probabilities(Encoding encoding, List<Double> angles) {
        double[] bindings = angles.stream().mapToDouble(Double::doubleValue).toArray();
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.evaluate(
                    CompiledCircuit.compile(encoding.circuit()),
                    bindings,
                    state -> Arrays.copyOf(
                            state.probabilities(), 1 << encoding.circuit().qubits()));
        }
    }
}
