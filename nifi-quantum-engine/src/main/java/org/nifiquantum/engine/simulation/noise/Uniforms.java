// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import org.nifiquantum.engine.simulation.Seeds;

/** The uniform random numbers of one trajectory: they depend on the seed and the number of the trajectory alone. */
final class Uniforms {
    private final long seed;
    private long drawn;

    Uniforms(long seed, int trajectory) {
        this.seed = Seeds.derive(seed, trajectory);
    }

    /** A number from 0 to below 1, a multiple of 2^-53. */
    double next() {
        return (Seeds.derive(seed, drawn++) >>> 11) * 0x1p-53;
    }
}
