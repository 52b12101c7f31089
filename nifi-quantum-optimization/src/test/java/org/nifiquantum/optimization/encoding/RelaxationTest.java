// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

class RelaxationTest {

    /** On a ring of 5 the vectors stand at 144 degrees to each other: Goemans and Williamson, section 3.2. */
    @Test
    void theRelaxationOfARing() {
        assertEquals(5 * Math.cos(4 * Math.PI / 5), Relaxation.of(ring(5)).energy(), 1e-5);
    }

    /** Where every spin is alike it is n/2 times the least eigenvalue of the couplings: 10/2 * -2 for the Petersen graph. */
    @Test
    void theRelaxationOfAGraphWhoseNodesAreAlike() {
        IsingModelBuilder petersen = IsingModel.builder(10);
        for (int i = 0; i < 5; i++) {
            petersen.coupling(i, (i + 1) % 5, 1);
            petersen.coupling(i, i + 5, 1);
            petersen.coupling(5 + i, 5 + (i + 2) % 5, 1);
        }
        assertEquals(-10, Relaxation.of(petersen.build()).energy(), 1e-5);
    }

    @Test
    void anEvenRingIsCutWhole() {
        boolean[] bits = Relaxation.of(ring(8)).rounded();
        assertEquals(-8, ring(8).energy(BitString.of(bits)));
    }

    /** Spin +1 is bit 0; a field pushes its spin the other way. */
    @Test
    void fieldsDecideWhatCouplingsLeaveOpen() {
        IsingModel model = IsingModel.builder(3)
                .field(0, 1)
                .field(1, -1)
                .coupling(1, 2, -0.5)
                .build();
        assertArrayEquals(
                new boolean[] {true, false, false}, Relaxation.of(model).rounded());
        assertEquals(-2.5, Relaxation.of(model).energy(), 1e-6);
    }

    private static IsingModel ring(int spins) {
        IsingModelBuilder ring = IsingModel.builder(spins);
        for (int spin = 0; spin < spins; spin++) {
            ring.coupling(spin, (spin + 1) % spins, 1);
        }
        return ring.build();
    }
}
