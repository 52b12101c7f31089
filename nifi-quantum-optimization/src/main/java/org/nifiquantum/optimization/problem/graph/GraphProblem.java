// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.ModelBuilder;

/** A problem that chooses nodes of a graph, one bit for each. */
public sealed interface GraphProblem extends BinaryProblem permits VertexCover, IndependentSet, Clique {
    Graph graph();

    /** What the user wishes breaking a constraint to cost; empty for what is known to be enough. */
    OptionalDouble wishedPenalty();

    BinaryModel model();

    /** A model that counts the chosen nodes, to be few or many by {@link #sense}; its constraints are still to come. */
    default ModelBuilder counted() {
        ModelBuilder model = (sense() == Sense.MINIMIZE ? BinaryModel.minimize() : BinaryModel.maximize())
                .variables(graph().nodes());
        IntStream.range(0, graph().nodes().size())
                .forEach(node -> model.objective().linear(node, 1));
        return model;
    }

    /** What the chosen nodes are called in an answer. */
    String chosen();

    @Override
    default List<String> variables() {
        return graph().nodes();
    }

    @Override
    default IsingModel ising() {
        return model().ising();
    }

    @Override
    default OptionalDouble penalty() {
        return OptionalDouble.of(model().penalty());
    }

    @Override
    default Answer decode(BitString bits) {
        BinaryModel model = model();
        List<String> names = IntStream.range(0, bits.length())
                .filter(bits::get)
                .mapToObj(graph().nodes()::get)
                .toList();
        return new Answer(model.objective(bits), model.violations(bits), Map.of(chosen(), names));
    }
}
