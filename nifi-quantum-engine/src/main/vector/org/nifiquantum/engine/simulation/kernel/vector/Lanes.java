// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The shape of vectors, and the qubits inside one: bit b of a lane's number is block qubit b. */
final class Lanes {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int COUNT = SPECIES.length();
    static final int QUBITS = Integer.numberOfTrailingZeros(COUNT);

    // One constant each: C2 turns a shuffle into one instruction only if it is known when compiling.
    static final VectorShuffle<Double> FLIP_0 = flip(1);
    static final VectorShuffle<Double> FLIP_1 = flip(2);
    static final VectorShuffle<Double> FLIP_2 = flip(4);
    static final VectorShuffle<Double> REVERSED = flip(COUNT - 1);

    /** For each qubit inside a vector, the lanes where it is 1. */
    static final List<VectorMask<Double>> ODD = IntStream.range(0, QUBITS)
            .mapToObj(qubit -> VectorMask.fromLong(SPECIES, lanesWith(qubit)))
            .toList();

    static final VectorMask<Double> NO_LANE = SPECIES.maskAll(false);

    private Lanes() {}

    private static long lanesWith(int qubit) {
        long lanes = 0;
        for (int lane = 0; lane < COUNT; lane++) {
            lanes |= (long) (lane >> qubit & 1) << lane;
        }
        return lanes;
    }

    private static VectorShuffle<Double> flip(int bit) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ bit) & (COUNT - 1));
    }

    /** Adds up the lanes in order, in plain Java: a reduction would change its order, and so its last bit, once compiled. */
    static double sum(DoubleVector vector) {
        double sum = 0;
        for (double lane : vector.toArray()) {
            sum += lane;
        }
        return sum;
    }

    /** A number in lanes where the bit is 0, another where it is 1. */
    static DoubleVector byBit(int qubit, double zero, double one) {
        double[] values = new double[COUNT];
        for (int lane = 0; lane < COUNT; lane++) {
            values[lane] = (lane >> qubit & 1) == 0 ? zero : one;
        }
        return DoubleVector.fromArray(SPECIES, values, 0);
    }
}
