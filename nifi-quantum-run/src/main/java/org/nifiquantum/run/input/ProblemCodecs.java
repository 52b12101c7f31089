// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.optimization.problem.assignment.Qap;
import org.nifiquantum.optimization.problem.chemistry.Molecule;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.finance.Portfolio;
import org.nifiquantum.optimization.problem.graph.Clique;
import org.nifiquantum.optimization.problem.graph.Colouring;
import org.nifiquantum.optimization.problem.graph.IndependentSet;
import org.nifiquantum.optimization.problem.graph.VertexCover;
import org.nifiquantum.optimization.problem.packing.Knapsack;
import org.nifiquantum.optimization.problem.partition.NumberPartition;
import org.nifiquantum.optimization.problem.program.IntegerProgram;
import org.nifiquantum.optimization.problem.routing.Tsp;
import org.nifiquantum.optimization.problem.scheduling.JobShop;

/** All kinds of problems that have a JSON form: a new kind is one line here. */
final class ProblemCodecs {

    private static final List<ProblemCodec<?>> ALL = List.of(
            new ProblemCodec<>(MaxCut.TYPE, MaxCut.class, MaxCutJson::read, MaxCutJson::write),
            new ProblemCodec<>(Qubo.TYPE, Qubo.class, QuboJson::read, QuboJson::write),
            new ProblemCodec<>(Ising.TYPE, Ising.class, IsingJson::read, IsingJson::write),
            new ProblemCodec<>(
                    NumberPartition.TYPE, NumberPartition.class, NumberPartitionJson::read, NumberPartitionJson::write),
            GraphJson.codec(VertexCover.TYPE, VertexCover.class, VertexCover::new),
            GraphJson.codec(IndependentSet.TYPE, IndependentSet.class, IndependentSet::new),
            GraphJson.codec(Clique.TYPE, Clique.class, Clique::new),
            new ProblemCodec<>(Colouring.TYPE, Colouring.class, GraphJson::readColouring, GraphJson::writeColouring),
            new ProblemCodec<>(Knapsack.TYPE, Knapsack.class, KnapsackJson::read, KnapsackJson::write),
            new ProblemCodec<>(Tsp.TYPE, Tsp.class, PermutationJson::readTsp, PermutationJson::writeTsp),
            new ProblemCodec<>(Qap.TYPE, Qap.class, PermutationJson::readQap, PermutationJson::writeQap),
            new ProblemCodec<>(Portfolio.TYPE, Portfolio.class, PortfolioJson::read, PortfolioJson::write),
            new ProblemCodec<>(JobShop.TYPE, JobShop.class, JobShopJson::read, JobShopJson::write),
            new ProblemCodec<>(IntegerProgram.TYPE, IntegerProgram.class, ProgramJson::read, ProgramJson::write),
            new ProblemCodec<>(Molecule.TYPE, Molecule.class, MoleculeJson::read, MoleculeJson::write),
            new ProblemCodec<>(DataTable.TYPE, DataTable.class, DataJson::read, DataJson::write));

    /** The known kinds, for messages. */
    static final String TYPES = ALL.stream().map(ProblemCodec::type).collect(Collectors.joining(", "));

    private ProblemCodecs() {}

    static Optional<ProblemCodec<?>> named(String type) {
        return ALL.stream().filter(codec -> codec.type().equals(type)).findFirst();
    }

    static ProblemCodec<?> of(Problem problem) {
        return named(problem.type()).orElseThrow(() -> new IllegalStateException("No JSON form of " + problem.type()));
    }
}
