// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.assignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Relation;

/**
 * Permutations as bits, one-hot: bit {@code thing * size + place} says that the thing is at the place. The penalty of
 * problems whose objective never falls when a bit is added: of any state the second of two places of one thing, then the
 * second of two things at one place, can be taken away without a rise of the energy; each thing without a place then takes an
 * empty one, which saves two penalties. So any penalty above half of what a further bit can cost is enough.
 */
public final class Permutations {
    private Permutations() {}

    /** Each thing has one place, and each place one thing. */
    public static void constrain(ModelBuilder model, int size, String thing, String place) {
        for (int i = 0; i < size; i++) {
            int[] row = new int[size];
            int[] column = new int[size];
            for (int j = 0; j < size; j++) {
                row[j] = i * size + j;
                column[j] = j * size + i;
            }
            model.count(thing + " " + (i + 1), Relation.EQUAL, 1, row);
            model.count(place + " " + (i + 1), Relation.EQUAL, 1, column);
        }
    }

    /** The bits of each of some things, place by place. */
    public static List<List<Integer>> groups(int things, int places) {
        return IntStream.range(0, things)
                .mapToObj(thing -> IntStream.range(thing * places, (thing + 1) * places)
                        .boxed()
                        .toList())
                .toList();
    }

    /** The place of each thing, if each has just one. */
    public static Optional<int[]> places(BitString bits, int size) {
        int[] places = new int[size];
        boolean[] taken = new boolean[size];
        if (bits.ones() != size) {
            return Optional.empty();
        }
        for (int thing = 0; thing < size; thing++) {
            int found = -1;
            for (int place = 0; place < size; place++) {
                if (bits.get(thing * size + place) && !taken[place]) {
                    found = place;
                }
            }
            if (found < 0) {
                return Optional.empty();
            }
            taken[found] = true;
            places[thing] = found;
        }
        return Optional.of(places);
    }

    /** The bits of a permutation. */
    public static BitString bits(int[] places) {
        boolean[] bits = new boolean[places.length * places.length];
        for (int thing = 0; thing < places.length; thing++) {
            bits[thing * places.length + places[thing]] = true;
        }
        return BitString.of(bits);
    }

    /**
     * Checks costs.
     *
     * @param pointer where they stand in a document
     * @param size how many rows and columns they must have
     * @throws ProblemFormatException naming the row or entry that cannot be used
     */
    public static void requireCosts(String pointer, Matrix matrix, int size) {
        matrix.requireSquare(pointer, size);
        double total = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double value = matrix.get(row, column);
                total += value;
                // NaN fails this too.
                if (!(value >= 0 && total <= Double.MAX_VALUE)) {
                    throw new ProblemFormatException(
                            pointer + "/" + row + "/" + column,
                            "The entry is " + value + ".",
                            "Give finite numbers of 0 or more whose sum is finite.");
                }
            }
        }
    }
}
