// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Quadratic assignment: each facility i gets a location p(i) of its own such that sum_ij flow_ij distance_p(i)p(j) is
 * smallest (T. Koopmans, M. Beckmann, Econometrica 25, 53 (1957)). One bit for each facility and location; the penalty is that
 * of {@link Permutations}.
 *
 * @param facilities names, all different
 * @param locations as many names, all different
 * @param flows between facilities, 0 or more; need not be symmetric
 * @param distances between locations, likewise
 * @param wishedPenalty of a facility or location that is not taken once; empty for one that is known to be enough
 */
public record Qap(
        List<String> facilities, List<String> locations, Matrix flows, Matrix distances, OptionalDouble wishedPenalty)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "qap";

    /**
     * Checks and copies.
     *
     * @throws ProblemFormatException naming what cannot be used, as a JSON pointer
     */
    public Qap {
        facilities = new VariableRules("/facilities", "facility").checked(facilities);
        locations = new VariableRules("/locations", "location").checked(locations);
        Penalties.check(wishedPenalty);
        if (facilities.size() != locations.size()) {
            throw new ProblemFormatException(
                    "/locations",
                    "There are " + locations.size() + " locations for " + facilities.size() + " facilities.",
                    "Give as many of both; a facility without flows stands for a location that stays empty.");
        }
        Permutations.requireCosts("/flows", flows, facilities.size());
        Permutations.requireCosts("/distances", distances, facilities.size());
        if (!Double.isFinite(flows.entries().sum() * distances.entries().sum())) {
            throw new ProblemFormatException(
                    "/flows", "Flows times distances are too large.", "Give them in larger units.");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    int size() {
        return facilities.size();
    }

    @Override
    public int qubits() {
        return Math.multiplyExact(size(), size());
    }

    @Override
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        for (String facility : facilities) {
            for (String location : locations) {
                names.add(facility + " at " + location);
            }
        }
        return List.copyOf(names);
    }

    /** The bits of each facility. */
    @Override
    public List<List<Integer>> oneHotGroups() {
        return Permutations.groups(size(), size());
    }

    @Override
    public IsingModel ising() {
        return model().ising();
    }

    @Override
    public OptionalDouble penalty() {
        return OptionalDouble.of(wishedPenalty.orElse(enough()));
    }

    /** A facility's flows times the largest distance, both ways: no location of it costs more. */
    private double enough() {
        double farthest = distances.entries().max().orElse(0);
        double most = 0;
        for (int i = 0; i < size(); i++) {
            double flow = 0;
            for (int j = 0; j < size(); j++) {
                flow += flows.get(i, j) + (i == j ? 0 : flows.get(j, i));
            }
            most = Math.max(most, flow * farthest);
        }
        return most == 0 ? 1 : 0.5625 * most;
    }

    private BinaryModel model() {
        int size = size();
        ModelBuilder model = BinaryModel.minimize().variables(variables());
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int p = 0; p < size && flows.get(i, j) != 0; p++) {
                    for (int q = 0; q < size; q++) {
                        // Two things of one facility, or at one location, are forbidden already.
                        if ((i == j) == (p == q)) {
                            model.objective()
                                    .product(i * size + p, j * size + q, flows.get(i, j) * distances.get(p, q));
                        }
                    }
                }
            }
        }
        Permutations.constrain(model, size, "facility", "location");
        return model.build(wishedPenalty, enough());
    }

    @Override
    public Answer decode(BitString bits) {
        Optional<int[]> places = Permutations.places(bits, size());
        if (places.isEmpty()) {
            BinaryModel model = model();
            return new Answer(model.objective(bits), model.violations(bits), Map.of());
        }
        Map<String, Object> located = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            located.put(facilities.get(i), locations.get(places.get()[i]));
        }
        return new Answer(cost(places.get()), List.of(), Map.of("locations", located));
    }

    /** The cost of facilities at these locations. */
    double cost(int[] places) {
        double cost = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                cost += flows.get(i, j) * distances.get(places[i], places[j]);
            }
        }
        return cost;
    }

    /** All permutations, where there are few. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return size() > AllPermutations.LARGEST
                ? Optional.empty()
                : AllPermutations.cheapest(this, budget.start())
                        .map(places -> ClassicalAnswer.of(this, Permutations.bits(places), "exact", true));
    }

    /** Robust tabu search, which proves nothing. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        return ClassicalAnswer.of(
                this, Permutations.bits(new RobustTabuSearch(this, budget).run()), "robust-tabu", false);
    }
}
