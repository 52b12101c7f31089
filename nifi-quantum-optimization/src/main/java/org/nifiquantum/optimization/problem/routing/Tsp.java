// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.problem.assignment.Permutations;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * The travelling salesman: the shortest tour through all cities and back. The tour begins in the last city, so the others
 * have (n - 1)^2 bits, one for each city and place of the tour (A. Lucas, Front. Phys. 2:5 (2014), section 7.2). A further bit
 * costs at most two distances, so any penalty above the largest distance is enough; see {@link Permutations}.
 *
 * @param cities the names, at least 2, all different
 * @param distances from each city (row) to each (column), 0 or more; they may differ by direction; the diagonal is not used
 * @param wishedPenalty of a city or place that is not taken once; empty for one that is known to be enough
 */
public record Tsp(List<String> cities, Matrix distances, OptionalDouble wishedPenalty) implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "tsp";

    private static final VariableRules CITIES = new VariableRules("/cities", "city");

    /**
     * Checks and copies.
     *
     * @throws ProblemFormatException naming what cannot be used, as a JSON pointer
     */
    public Tsp {
        cities = CITIES.checked(cities);
        Penalties.check(wishedPenalty);
        if (cities.size() < 2) {
            throw new ProblemFormatException("/cities", "There is 1 city.", "A tour needs at least 2.");
        }
        Permutations.requireCosts("/distances", distances, cities.size());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    /** Places of the tour, or cities, beside the fixed one. */
    private int free() {
        return cities.size() - 1;
    }

    @Override
    public int qubits() {
        return Math.multiplyExact(free(), free());
    }

    @Override
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        for (String city : cities.subList(0, free())) {
            for (int place = 1; place <= free(); place++) {
                names.add(city + " at " + place);
            }
        }
        return List.copyOf(names);
    }

    /** The bits of each city. */
    @Override
    public List<List<Integer>> oneHotGroups() {
        return Permutations.groups(free(), free());
    }

    @Override
    public IsingModel ising() {
        return model().ising();
    }

    @Override
    public OptionalDouble penalty() {
        return OptionalDouble.of(wishedPenalty.orElse(enough()));
    }

    private double enough() {
        double longest = distances.entries().max().orElse(0);
        return longest == 0 ? 1 : 1.125 * longest;
    }

    private BinaryModel model() {
        int free = free();
        ModelBuilder model = BinaryModel.minimize().variables(variables());
        for (int city = 0; city < free; city++) {
            model.objective().linear(city * free, distances.get(free, city));
            model.objective().linear(city * free + free - 1, distances.get(city, free));
            for (int next = 0; next < free; next++) {
                for (int place = 0; place + 1 < free && next != city; place++) {
                    model.objective().product(city * free + place, next * free + place + 1, distances.get(city, next));
                }
            }
        }
        Permutations.constrain(model, free, "city", "place");
        return model.build(wishedPenalty, enough());
    }

    @Override
    public Answer decode(BitString bits) {
        Optional<int[]> places = Permutations.places(bits, free());
        if (places.isEmpty()) {
            BinaryModel model = model();
            return new Answer(model.objective(bits), model.violations(bits), Map.of());
        }
        int[] tour = new int[cities.size()];
        tour[0] = free();
        for (int city = 0; city < free(); city++) {
            tour[1 + places.get()[city]] = city;
        }
        List<String> names = Arrays.stream(tour).mapToObj(cities::get).toList();
        return new Answer(length(tour), List.of(), Map.of("tour", names));
    }

    /** The length of a closed tour. */
    double length(int[] tour) {
        return IntStream.range(0, tour.length)
                .mapToDouble(i -> distances.get(tour[i], tour[(i + 1) % tour.length]))
                .sum();
    }

    /** Dynamic programming, where there are few cities; a bound beside a tour, where distances do not differ by direction. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        SolverBudget.Clock clock = budget.start();
        double[][] lengths = distances.toArray();
        if (cities.size() <= HeldKarp.MOST_CITIES) {
            return HeldKarp.shortest(lengths, clock).map(tour -> answer(tour, "exact", true));
        }
        if (!TourSearch.isSymmetric(lengths)) {
            return Optional.empty();
        }
        ClassicalAnswer tour = searchHeuristically(budget.within(clock.left().dividedBy(2)));
        return Optional.of(tour.boundedBy(OneTreeBound.of(lengths, tour.answer().objective(), clock)));
    }

    /** By exchanges. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        return answer(new TourSearch(distances.toArray(), budget).run(), "iterated-local-search", false);
    }

    private ClassicalAnswer answer(int[] tour, String method, boolean proven) {
        int start = IntStream.range(0, tour.length)
                .filter(i -> tour[i] == free())
                .findFirst()
                .orElseThrow();
        int[] places = new int[free()];
        for (int step = 1; step < tour.length; step++) {
            places[tour[(start + step) % tour.length]] = step - 1;
        }
        return ClassicalAnswer.of(this, Permutations.bits(places), method, proven);
    }
}
