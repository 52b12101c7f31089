// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;

class IsingTest {
    private static final List<String> NAMES = List.of("a", "b");

    /** 10 + 1 a + 2 b + 4 a b over spins, by hand; the text names b first, and a bit 1 is spin -1. */
    @ParameterizedTest
    @CsvSource({"00, 17", "01, 7", "10, 5", "11, 11"})
    void aBitOfOneIsSpinDown(String bits, double energy) {
        Ising problem = new Ising(NAMES, List.of(1., 2.), List.of(new PairTerm(0, 1, 4)), 10);
        assertEquals(energy, problem.objective(BitString.parse(bits)));
        assertEquals(energy, problem.ising().energy(BitString.parse(bits)));
        assertEquals(Sense.MINIMIZE, problem.sense());
        assertEquals(NAMES, problem.variables());
    }

    @Test
    void energyIsTheObjective() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<PairTerm> couplings = Stream.generate(() -> 1 + random.nextInt(5))
                    .limit(8)
                    .map(second -> new PairTerm(second, random.nextInt(second), random.nextGaussian()))
                    .toList();
            Ising problem = new Ising(
                    IntStream.range(0, 6).mapToObj(i -> "s" + i).toList(),
                    Stream.generate(random::nextGaussian).limit(6).toList(),
                    couplings,
                    random.nextGaussian());
            for (long index = 0; index < 64; index++) {
                BitString bits = BitString.ofIndex(index, 6);
                assertEquals(problem.objective(bits), problem.ising().energy(bits), 1e-12, "seed " + seed);
            }
        }
    }

    /** The energy of a spin glass is the sum of all couplings less twice the cut of the graph they weigh. */
    @Test
    void aCutIsASpinGlassByItsWeights() {
        MaxCut cut = RudyReader.read("4 5\n1 2 3\n2 3 -4\n3 4 5\n1 4 -7\n1 3 11\n");
        Ising glass = new Ising(
                cut.nodes(),
                List.of(0., 0., 0., 0.),
                cut.edges().stream()
                        .map(edge -> new PairTerm(edge.first(), edge.second(), edge.weight()))
                        .toList(),
                0);
        for (long index = 0; index < 16; index++) {
            BitString bits = BitString.ofIndex(index, 4);
            assertEquals(8 - 2 * cut.objective(bits), glass.objective(bits), bits.toString());
        }
    }

    @Test
    void valuesOfEqualPairsAddUp() {
        Ising problem = new Ising(NAMES, List.of(0., 0.), List.of(new PairTerm(1, 0, 1), new PairTerm(0, 1, 2)), 0);
        assertEquals(List.of(new PairTerm(0, 1, 3)), problem.couplings());
    }

    @Test
    void refusesWhatIsNoModelOfSpins() {
        assertRefused("/spins", List.of(), List.of(), List.of());
        assertRefused("/spins/1", List.of("a", ""), List.of(0., 0.), List.of());
        assertRefused("/fields", NAMES, List.of(0.), List.of());
        assertRefused("/fields/b", NAMES, List.of(0., Double.NaN), List.of());
        assertRefused("/fields/x~1y", List.of("x/y"), List.of(Double.NaN), List.of());
        assertRefused("/couplings/0", NAMES, List.of(0., 0.), List.of(new PairTerm(1, 1, 1)));
        assertRefused("/couplings/0", NAMES, List.of(0., 0.), List.of(new PairTerm(-1, 1, 1)));
        assertRefused(
                "/couplings/0/value", NAMES, List.of(0., 0.), List.of(new PairTerm(0, 1, Double.POSITIVE_INFINITY)));
    }

    private static void assertRefused(String place, List<String> names, List<Double> fields, List<PairTerm> couplings) {
        ProblemFormatException refused =
                assertThrows(ProblemFormatException.class, () -> new Ising(names, fields, couplings, 0));
        assertEquals(place, refused.place());
    }
}
