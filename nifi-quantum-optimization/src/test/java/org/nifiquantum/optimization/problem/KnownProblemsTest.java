// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.assignment.Permutations;
import org.nifiquantum.optimization.problem.assignment.Qap;
import org.nifiquantum.optimization.problem.assignment.QaplibReader;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.graph.DimacsGraphReader;
import org.nifiquantum.optimization.problem.graph.MatrixMarketGraphReader;
import org.nifiquantum.optimization.problem.packing.Item;
import org.nifiquantum.optimization.problem.packing.Knapsack;
import org.nifiquantum.optimization.problem.packing.KnapsackReaders;
import org.nifiquantum.optimization.problem.partition.NumberPartition;
import org.nifiquantum.optimization.problem.routing.Tsp;
import org.nifiquantum.optimization.problem.routing.TsplibReader;
import org.nifiquantum.optimization.solver.SolverBudget;

/** The field's own files of constrained problems against their published optima. */
class KnownProblemsTest {

    /** The constrained formats, by short names for tables of tests. */
    enum Format {
        TSPLIB,
        QAPLIB,
        CSV,
        KPLIB,
        QUADRATIC,
        MATRIX_MARKET,
        DIMACS;

        BinaryProblem read(String text, FileSettings settings) {
            return switch (this) {
                case TSPLIB -> TsplibReader.read(text, settings);
                case QAPLIB -> QaplibReader.read(text, settings);
                case CSV -> KnapsackReaders.readCsv(text, settings);
                case KPLIB -> KnapsackReaders.readKplib(text, settings);
                case QUADRATIC -> KnapsackReaders.readQuadratic(text, settings);
                case MATRIX_MARKET -> MatrixMarketGraphReader.read(text, settings);
                case DIMACS -> DimacsGraphReader.read(text, settings);
            };
        }
    }

    static FileSettings settings(String text) {
        Map<String, String> settings = new HashMap<>();
        Arrays.stream(text.split(",")).filter(entry -> !entry.isBlank()).forEach(entry -> {
            String[] parts = entry.split("=", 2);
            settings.put(parts[0].strip(), parts[1].strip());
        });
        return new FileSettings(settings);
    }

    @ParameterizedTest
    @CsvSource({
        "TSPLIB, tsp/burma14.tsp, '', 3323",
        "TSPLIB, tsp/ulysses16.tsp, '', 6859",
        "TSPLIB, tsp/gr17.tsp, '', 2085",
        "TSPLIB, tsp/gr21.tsp, '', 2707",
        "TSPLIB, tsp/bays29.tsp, '', 2020",
        "QAPLIB, qap/nug5.dat, '', 50",
        "QAPLIB, qap/nug12.dat, '', 578",
        "QAPLIB, qap/chr12a.dat, '', 9552",
        "QAPLIB, qap/had12.dat, '', 1652",
        "CSV, knapsack/dwave_small.csv, capacity=89, 340",
        "CSV, knapsack/dwave_large.csv, capacity=2677, 3153",
        "KPLIB, knapsack/kplib_00Uncorrelated_n00050_R01000_s000.kp, '', 20995",
        "KPLIB, knapsack/kplib_02StronglyCorrelated_n00050_R01000_s000.kp, '', 17539",
        "MATRIX_MARKET, vertexcover/road-chesapeake.mtx, problem=vertex-cover, 22",
        "MATRIX_MARKET, vertexcover/road-chesapeake.mtx, problem=independent-set, 17",
        "MATRIX_MARKET, vertexcover/GD02_a.mtx, problem=vertex-cover, 10",
        "MATRIX_MARKET, vertexcover/GD02_a.mtx, problem=maxcut, 44"
    })
    void theOptimumIsFound(Format format, String file, String settings, double optimum) {
        BinaryProblem problem = format.read(SharedData.text(file), settings(settings));
        ClassicalAnswer answer = problem.solve(SolverBudget.ofTime(Duration.ofMillis(300), 1));
        assertEquals(optimum, answer.answer().objective());
        assertTrue(answer.answer().feasible(), answer::toString);
        BitString bits = answer.bits().orElseThrow();
        assertEquals(answer.answer(), problem.decode(bits));
        double energy = problem.sense() == Sense.MINIMIZE ? optimum : -optimum;
        assertEquals(energy, problem.ising().energy(bits), 1e-6 * Math.abs(optimum), "slack bits suit the answer");
    }

    @Test
    void theQuadraticKnapsackIsNearItsBestKnown() {
        BinaryProblem problem =
                Format.QUADRATIC.read(SharedData.text("knapsack/qkp_jeu_100_25_1.txt"), FileSettings.NONE);
        double profit = problem.solve(SolverBudget.ofTime(Duration.ofSeconds(1), 1))
                .answer()
                .objective();
        assertTrue(profit >= 0.99 * 18558 && profit <= 18558, "profit " + profit);
    }

    /** The published permutations: QAPLIB writes where the distances of flow i are. */
    @ParameterizedTest
    @CsvSource({
        "nug12, 578, 12 7 9 3 4 8 11 1 5 6 10 2",
        "chr12a, 9552, 7 5 12 2 1 3 9 11 10 6 8 4",
        "had12, 1652, 3 10 11 2 12 5 6 7 8 1 4 9"
    })
    void publishedPermutationsHaveTheirCosts(String name, double cost, String permutation) {
        Qap problem = QaplibReader.read(SharedData.text("qap/" + name + ".dat"), FileSettings.NONE);
        int[] places = Arrays.stream(permutation.split(" "))
                .mapToInt(place -> Integer.parseInt(place) - 1)
                .toArray();
        Answer answer = problem.decode(Permutations.bits(places));
        assertEquals(cost, answer.objective());
        assertTrue(answer.feasible());
    }

    @ParameterizedTest
    @CsvSource({"bays29, 2020", "ulysses16, 6859"})
    void publishedToursHaveTheirLengths(String name, double length) {
        Tsp problem = TsplibReader.read(SharedData.text("tsp/" + name + ".tsp"), FileSettings.NONE);
        String text = SharedData.text("tsp/" + name + ".opt.tour");
        List<Integer> tour = Arrays.stream(text.substring(text.indexOf("TOUR_SECTION") + 12)
                        .strip()
                        .split("\\s+"))
                .filter(word -> word.matches("\\d+"))
                .map(word -> Integer.parseInt(word) - 1)
                .toList();
        int size = problem.cities().size();
        assertEquals(size, tour.size());
        int start = tour.indexOf(size - 1);
        int[] places = new int[size - 1];
        IntStream.range(1, size).forEach(step -> places[tour.get((start + step) % size)] = step - 1);
        Answer answer = problem.decode(Permutations.bits(places));
        assertEquals(length, answer.objective());
        assertEquals(Integer.toString(size), ((List<?>) answer.details().get("tour")).getFirst());
    }

    @Test
    void aTourThatIsNoneSaysWhy() {
        double[][] distances = {{0, 1, 2}, {1, 0, 3}, {2, 3, 0}};
        Tsp problem = new Tsp(List.of("a", "b", "c"), Matrix.of(distances), OptionalDouble.empty());
        Answer answer = problem.decode(BitString.parse("0011"));
        assertEquals("city 1: 2 is not = 1", answer.violations().getFirst());
        assertTrue(answer.violations().stream().anyMatch(violation -> violation.startsWith("city 2: 0 is not")));
    }

    @Test
    void theDifferenceOfAPartitionIsTheSmallest() {
        NumberPartition problem =
                new NumberPartition(List.of("a", "b", "c", "d", "e"), List.of(4.0, 5.0, 6.0, 7.0, 8.0));
        LowestStates.assertAreBest(problem, 0);
        NumberPartition odd = new NumberPartition(List.of("a", "b", "c"), List.of(10.0, 3.0, 4.0));
        ClassicalAnswer answer = odd.solve(SolverBudget.ofTime(Duration.ofSeconds(1), 1));
        assertEquals(3, answer.answer().objective());
        assertTrue(answer.provenOptimal());
        assertEquals(9, odd.ising().energy(answer.bits().orElseThrow()), 1e-12, "the square");
    }

    @Test
    void weightsThatADoubleCannotTellApartAreNoEnergies() {
        Knapsack problem = new Knapsack(
                IntStream.range(0, 20)
                        .mapToObj(i -> new Item("i" + i, 1_000_000 + i, List.of(10_000_000_000L + i)))
                        .toList(),
                List.of(100_000_000_000L),
                List.of(),
                OptionalDouble.empty());
        assertEquals(
                "/penalty",
                assertThrows(ProblemFormatException.class, problem::ising).place());
        assertTrue(problem.solve(SolverBudget.ofTime(Duration.ofMillis(200), 1))
                .answer()
                .feasible());
    }
}
