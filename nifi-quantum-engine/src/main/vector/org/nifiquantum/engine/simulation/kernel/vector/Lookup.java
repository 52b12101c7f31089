// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Up to 32 numbers in four registers of 512 bits, of which one is chosen for each lane. */
record Lookup(LongVector v0, LongVector v1, LongVector v2, LongVector v3) {
    private static final int MOST = 32;
    /** How many values two registers hold, between which one instruction chooses. */
    private static final int PAIR = 16;

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_128;

    static boolean suits(double[] values) {
        return Lanes.COUNT == 8 && values.length <= MOST;
    }

    static Lookup of(double[] values) {
        double[] padded = Arrays.copyOf(values, MOST);
        return new Lookup(register(padded, 0), register(padded, 8), register(padded, 16), register(padded, 24));
    }

    private static LongVector register(double[] values, int first) {
        return DoubleVector.fromArray(SPECIES, values, first).reinterpretAsLongs();
    }

    /** The numbers that eight indices say. */
    DoubleVector at(char[] indices, int first) {
        LongVector index = (LongVector) ShortVector.fromCharArray(SHORTS, indices, first)
                .convertShape(VectorOperators.ZERO_EXTEND_S2L, LONGS, 0);
        return index.selectFrom(v0, v1)
                .blend(index.selectFrom(v2, v3), index.compare(VectorOperators.GE, PAIR))
                .reinterpretAsDoubles();
    }
}
