// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * Looks at every state, for up to {@value #MAXIMUM_SPINS} spins. Of states of equal energy the one with the smallest
 * {@link BitString} index is the answer, so the answer does not depend on the number of threads.
 *
 * <p>States are visited in Gray-code order, where one spin differs from one state to the next. They are cut into blocks
 * that share their upper bits; each block starts from exact numbers, so that rounding does not build up, and blocks
 * are spread over the common fork-join pool. Without fields a state and its complement have one energy, and the
 * uppermost spin stays fixed.
 */
public final class ExactSolver implements Solver {
    /** The name of this solver in documents. */
    public static final String METHOD = "exact";

    /** The largest model this solver takes. */
    public static final int MAXIMUM_SPINS = 28;

    private static final int BLOCK_SPINS = 16;

    @Override
    public Solution solve(IsingModel model, SolverBudget budget) {
        int spins = model.spins();
        if (spins > MAXIMUM_SPINS) {
            throw new IllegalArgumentException(
                    "The exact solver takes up to " + MAXIMUM_SPINS + " spins, not " + spins + "; use annealing.");
        }
        SolverBudget.Clock clock = budget.start();
        DenseModel dense = DenseModel.of(model);
        int freeSpins = dense.hasFields() ? spins : Math.max(spins - 1, 0);
        int blockSpins = Math.min(freeSpins, BLOCK_SPINS);
        int blocks = 1 << (freeSpins - blockSpins);
        GrayBlock.Best best = IntStream.range(0, blocks)
                .parallel()
                // The first block is always searched: there is an answer even when the budget is nothing.
                .mapToObj(block -> block == 0 || !clock.exhausted()
                        ? GrayBlock.search(dense, block, blockSpins)
                        : GrayBlock.Best.SKIPPED)
                .reduce(GrayBlock.Best.NONE, GrayBlock.Best::lower);
        BitString bits = BitString.ofIndex(best.state(), spins);
        return new Solution(bits, model.energy(bits), METHOD, !best.incomplete(), best.incomplete());
    }
}
