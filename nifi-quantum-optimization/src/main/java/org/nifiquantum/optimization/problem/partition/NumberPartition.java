// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Divides numbers in two groups whose sums differ as little as possible. Number i is in the group that bit i says. The
 * objective is the difference; the energy is its <em>square</em>, (sum a s)^2: A. Lucas, Front. Phys. 2:5 (2014), section
 * 2.1.
 *
 * @param names of the numbers, at least one, all different
 * @param numbers one for each name, 0 or more
 */
public record NumberPartition(List<String> names, List<Double> numbers) implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "number-partition";

    /** Squares of sums beyond it are no longer exact, and unequal partitions look equal. */
    private static final double LARGEST_SUM = 9e15;

    private static final VariableRules NAMES = new VariableRules("/numbers", "number");

    /**
     * Checks.
     *
     * @throws ProblemFormatException naming the first name or number that cannot be used, as a JSON pointer
     */
    public NumberPartition {
        names = NAMES.checked(names);
        numbers = List.copyOf(numbers);
        NAMES.totalSize("/numbers", names, numbers, 0);
        double sum = 0;
        for (int i = 0; i < numbers.size(); i++) {
            sum += numbers.get(i);
            if (numbers.get(i) < 0 || sum > LARGEST_SUM) {
                throw new ProblemFormatException(
                        "/numbers/" + i,
                        numbers.get(i) < 0
                                ? "The number is " + numbers.get(i) + "."
                                : "The sum up to here is " + sum + ", too large for exact arithmetic.",
                        "Give numbers of 0 or more whose sum is at most " + LARGEST_SUM + ".");
            }
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

    @Override
    public List<String> variables() {
        return names;
    }

    @Override
    public IsingModel ising() {
        IsingModelBuilder model = IsingModel.builder(names.size());
        for (int i = 0; i < names.size(); i++) {
            model.constant(numbers.get(i) * numbers.get(i));
            for (int j = 0; j < i; j++) {
                if (numbers.get(i) != 0 && numbers.get(j) != 0) {
                    model.coupling(j, i, 2 * numbers.get(i) * numbers.get(j));
                }
            }
        }
        return model.build();
    }

    @Override
    public Answer decode(BitString bits) {
        NAMES.requireBits(bits, names.size());
        List<String> zeros = new ArrayList<>();
        List<String> ones = new ArrayList<>();
        double sumOfZeros = 0;
        double sumOfOnes = 0;
        for (int i = 0; i < names.size(); i++) {
            (bits.get(i) ? ones : zeros).add(names.get(i));
            sumOfZeros += bits.get(i) ? 0 : numbers.get(i);
            sumOfOnes += bits.get(i) ? numbers.get(i) : 0;
        }
        return new Answer(
                Math.abs(sumOfZeros - sumOfOnes),
                List.of(),
                Map.of("groups", List.of(zeros, ones), "sums", List.of(sumOfZeros, sumOfOnes)));
    }

    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return Optional.of(searchHeuristically(budget));
    }

    /**
     * The complete greedy algorithm, which ends with a good answer wherever it is cut short. Not by annealing: every two numbers are
     * coupled, which thousands of them have no room for.
     */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        return new PartitionSearch(this, budget).solve();
    }
}
