// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.optimization.Graphs;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.MaxCut;

class InitialAnglesTest {
    /** Best one-layer values of triangle-free regular graphs, which the published angles must give: see ClosedForm. */
    @ParameterizedTest
    @CsvSource({"3, 0.692450", "4, 0.662380", "5, 0.643108"})
    void fixedAnglesGiveTheirPublishedRatioWithOneLayer(int degree, double ratio) {
        MaxCut problem = Graphs.completeBipartite(degree, degree);
        QaoaAngles angles = InitialAngles.FIXED_REGULAR.of(problem.ising(), 1);
        double cut = ClosedForm.expectedCut(
                problem, angles.gammas().getFirst(), angles.betas().getFirst());
        assertEquals(ratio, cut / problem.edges().size(), 1e-6);
    }

    /** The Heawood graph has no cycle shorter than 6: two layers see a tree, where the table's ratio is exact. */
    @Test
    void fixedAnglesGiveTheirPublishedRatioWithTwoLayers() {
        MaxCut problem = Graphs.heawood();
        assertEquals(0.755906, expectedCut(problem, InitialAngles.FIXED_REGULAR, 2) / 21, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.692450", "2, 0.755906", "3, 0.792398", "4, 0.816876", "5, 0.836379"})
    void fixedAnglesKeepTheirPromiseOnSmallGraphs(int layers, double ratio) {
        assertTrue(expectedCut(Graphs.petersen(), InitialAngles.FIXED_REGULAR, layers) >= ratio * 12);
        assertTrue(expectedCut(Graphs.heawood(), InitialAngles.FIXED_REGULAR, layers) >= ratio * 21 - 1e-4);
        assertTrue(
                expectedCut(Graphs.completeBipartite(3, 3), InitialAngles.FIXED_REGULAR, layers) >= ratio * 9 - 1e-5);
    }

    @Test
    void infiniteSizeAnglesAreScaledRightForRegularGraphs() {
        for (long seed = 1; seed <= 20; seed++) {
            MaxCut problem = Graphs.randomRegular(20, 3, new Random(seed));
            QaoaAngles angles = InitialAngles.SHERRINGTON_KIRKPATRICK.of(problem.ising(), 1);
            double gamma = angles.gammas().getFirst();
            double beta = angles.betas().getFirst();
            double cut = ClosedForm.expectedCut(problem, gamma, beta);
            for (double wrong : List.of(2 * gamma, gamma / 2, -gamma)) {
                double wrongCut = ClosedForm.expectedCut(problem, wrong, beta);
                assertTrue(cut > wrongCut + 0.03 * 30, "seed " + seed + ": " + cut + " and " + wrongCut);
            }
        }
    }

    /** At one layer and degree d without triangles they are just the best: gamma = arctan(1/sqrt(d-1)), beta = pi/8. */
    @Test
    void infiniteSizeAnglesAreBestWithOneLayer() {
        for (int degree = 2; degree <= 9; degree++) {
            MaxCut problem = Graphs.completeBipartite(degree, degree);
            QaoaAngles angles = InitialAngles.SHERRINGTON_KIRKPATRICK.of(problem.ising(), 1);
            double cut = ClosedForm.expectedCut(
                    problem, angles.gammas().getFirst(), angles.betas().getFirst());
            double best = 0.5 + Math.pow((degree - 1.0) / degree, (degree - 1) / 2.0) / (2 * Math.sqrt(degree));
            assertEquals(best, cut / problem.edges().size(), 1e-6);
        }
    }

    @Test
    void infiniteSizeAnglesAreScaledRightForWeightedGraphs() {
        for (long seed = 1; seed <= 10; seed++) {
            MaxCut problem = Graphs.randomWeighted(10, 0.6, new Random(seed));
            QaoaAngles angles = InitialAngles.SHERRINGTON_KIRKPATRICK.of(problem.ising(), 1);
            double cut = QaoaTest.expectedObjective(problem, angles.parameters());
            for (double wrong : List.of(2.0, 0.5, -1.0)) {
                double wrongCut = QaoaTest.expectedObjective(
                        problem, angles.withGammas(gamma -> wrong * gamma).parameters());
                assertTrue(cut > wrongCut, "seed " + seed + ", factor " + wrong + ": " + cut + " and " + wrongCut);
            }
        }
    }

    /** The published V_p: a complete graph of +1 and -1 gets near V_p n^(3/2), as the size allows. */
    @ParameterizedTest
    @CsvSource({"1, 0.303300", "2, 0.407545", "3, 0.472619"})
    void infiniteSizeAnglesApproachTheirPublishedEnergy(int layers, double published) {
        int nodes = 12;
        double sum = 0;
        int instances = 20;
        for (long seed = 1; seed <= instances; seed++) {
            Random random = new Random(seed);
            MaxCut problem = Graphs.of(
                    nodes,
                    Graphs.complete(nodes).edges().stream()
                            .map(edge -> new Edge(edge.first(), edge.second(), random.nextBoolean() ? 1 : -1))
                            .toList());
            double mean = problem.edges().stream().mapToDouble(Edge::weight).sum() / 2;
            sum += expectedCut(problem, InitialAngles.SHERRINGTON_KIRKPATRICK, layers) - mean;
        }
        // sum -w z z = n^(3/2) V_p for weights of variance 1, and half of it is what the cut has above its mean.
        double perSpin = 2 * sum / instances / Math.pow(nodes, 1.5);
        assertEquals(published, perSpin, 0.12 * published);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIXED_REGULAR")
    void moreLayersCutMore(InitialAngles schedule) {
        for (MaxCut problem : List.of(Graphs.heawood(), Graphs.randomRegular(14, 4, new Random(1)))) {
            double edges = problem.edges().size();
            double one = expectedCut(problem, schedule, 1) / edges;
            double two = expectedCut(problem, schedule, 2) / edges;
            double eight = expectedCut(problem, schedule, 8) / edges;
            String message = schedule + ": " + one + ", " + two + ", " + eight;
            assertTrue(one > 0.6 && two > one + 0.01 && eight > two + 0.02, message);
        }
    }

    @Test
    void interpolationBeyondTheTableKeepsTheGain() {
        MaxCut problem = Graphs.petersen();
        double table = expectedCut(problem, InitialAngles.FIXED_REGULAR, 5);
        assertTrue(expectedCut(problem, InitialAngles.FIXED_REGULAR, 7) > table);
    }

    @Test
    void interpolatesAsZhouAndOthersSay() {
        QaoaAngles extended = new QaoaAngles(List.of(1.0, 2.0), List.of(6.0, 3.0)).extendedTo(3);
        assertEquals(List.of(1.0, 1.5, 2.0), extended.gammas());
        assertEquals(List.of(6.0, 4.5, 3.0), extended.betas());
    }

    @Test
    void autoTakesFixedAnglesWhereTheyFit() {
        for (MaxCut problem : List.of(Graphs.petersen(), Graphs.complete(5), scaled(Graphs.petersen(), 7.5))) {
            assertEquals(InitialAngles.FIXED_REGULAR.of(problem.ising(), 2), InitialAngles.AUTO.of(problem.ising(), 2));
        }
        for (MaxCut problem : List.of(
                Graphs.cycle(6),
                scaled(Graphs.petersen(), -1),
                Graphs.randomWeighted(8, 0.5, new Random(1)),
                Graphs.of(2, List.of()))) {
            assertEquals(
                    InitialAngles.SHERRINGTON_KIRKPATRICK.of(problem.ising(), 2),
                    InitialAngles.AUTO.of(problem.ising(), 2));
            assertThrows(IllegalArgumentException.class, () -> InitialAngles.FIXED_REGULAR.of(problem.ising(), 2));
        }
    }

    private static MaxCut scaled(MaxCut problem, double factor) {
        return Graphs.of(
                problem.nodes().size(),
                problem.edges().stream()
                        .map(edge -> new Edge(edge.first(), edge.second(), factor * edge.weight()))
                        .toList());
    }

    private static double expectedCut(MaxCut problem, InitialAngles schedule, int layers) {
        return QaoaTest.expectedObjective(
                problem, schedule.of(problem.ising(), layers).parameters());
    }
}
