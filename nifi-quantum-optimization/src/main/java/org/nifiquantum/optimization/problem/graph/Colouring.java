// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.assignment.Permutations;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Gives each node one of a number of colours such that as few edges as possible join two of the same; it is feasible if
 * there is none. One bit for each node and colour. A node without a colour costs the penalty; the colour that is least
 * frequent among its neighbours costs at most degree / colours: any penalty above that is enough. A. Lucas, Front. Phys.
 * 2:5 (2014), section 6.1.
 *
 * @param colours how many there are, at least 1
 * @param wishedPenalty of a node with no colour or several; empty for one that is known to be enough
 */
public record Colouring(Graph graph, int colours, OptionalDouble wishedPenalty) implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "graph-colouring";

    public Colouring {
        Penalties.check(wishedPenalty);
        if (colours < 1 || colours > graph.nodes().size()) {
            throw new ProblemFormatException(
                    "/colours",
                    "There are " + colours + " colours for " + graph.nodes().size() + " nodes.",
                    "Give at least 1 and at most as many as there are nodes.");
        }
    }

    /** With as many colours as a greedy colouring takes (D. Brélaz, Commun. ACM 22, 251 (1979)). */
    public static Colouring withFewColours(Graph graph, OptionalDouble wishedPenalty) {
        return new Colouring(
                graph, 1 + Arrays.stream(ColouringSearch.greedy(graph)).max().orElse(0), wishedPenalty);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    @Override
    public int qubits() {
        return Math.multiplyExact(graph.nodes().size(), colours);
    }

    /** Bit {@code node * colours + colour}. */
    @Override
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        for (String node : graph.nodes()) {
            for (int colour = 1; colour <= colours; colour++) {
                names.add(node + " colour " + colour);
            }
        }
        return List.copyOf(names);
    }

    /** The bits of each node. */
    @Override
    public List<List<Integer>> oneHotGroups() {
        return Permutations.groups(graph.nodes().size(), colours);
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
        int degree = Arrays.stream(graph.neighbours())
                .mapToInt(neighbours -> neighbours.length)
                .max()
                .orElse(0);
        return Math.floorDiv(degree, colours) + 1.0;
    }

    private BinaryModel model() {
        ModelBuilder model = BinaryModel.minimize().variables(variables());
        for (Edge edge : graph.edges()) {
            for (int colour = 0; colour < colours; colour++) {
                model.objective().product(edge.first() * colours + colour, edge.second() * colours + colour, 1);
            }
        }
        for (int node = 0; node < graph.nodes().size(); node++) {
            int[] bits = new int[colours];
            for (int colour = 0; colour < colours; colour++) {
                bits[colour] = node * colours + colour;
            }
            model.count("colours of " + graph.nodes().get(node), Relation.EQUAL, 1, bits);
        }
        return model.build(wishedPenalty, enough());
    }

    @Override
    public Answer decode(BitString bits) {
        BinaryModel model = model();
        List<String> violations = new ArrayList<>(model.violations(bits));
        Map<String, Object> coloured = new LinkedHashMap<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            for (int colour = 0; colour < colours; colour++) {
                if (bits.get(node * colours + colour)) {
                    coloured.putIfAbsent(graph.nodes().get(node), colour + 1);
                }
            }
        }
        for (Edge edge : graph.edges()) {
            for (int colour = 0; colour < colours; colour++) {
                if (bits.get(edge.first() * colours + colour) && bits.get(edge.second() * colours + colour)) {
                    violations.add("edge " + graph.names(edge) + ": both ends have colour " + (colour + 1));
                }
            }
        }
        long used = coloured.values().stream().distinct().count();
        return new Answer(model.objective(bits), violations, Map.of("colours", coloured, "coloursUsed", used));
    }

    /** The search below proves what can be proven. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return Optional.empty();
    }

    /** Tabu search over colourings; one without conflicts is the best there is. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        int[] colouring = new ColouringSearch(this, budget).run();
        boolean[] bits = new boolean[qubits()];
        for (int node = 0; node < colouring.length; node++) {
            bits[node * colours + colouring[node]] = true;
        }
        Answer answer = decode(BitString.of(bits));
        return ClassicalAnswer.of(answer, Optional.of(BitString.of(bits)), "tabu", answer.feasible());
    }
}
