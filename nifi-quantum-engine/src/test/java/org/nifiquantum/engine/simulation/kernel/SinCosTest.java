// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SinCosTest {
    @Test
    void agreesWithTheLibrary() {
        Scratch scratch = new Scratch();
        for (double bound : new double[] {1, 10, 1000, 99_999, 1e9}) {
            Random random = new Random(1);
            for (int round = 0; round < 50; round++) {
                for (int index = 0; index < 1024; index++) {
                    scratch.values[index] = random.nextDouble(-bound, bound);
                }
                scratch.values[0] = 0;
                scratch.values[1] = Math.PI / 4;
                scratch.values[2] = -Math.PI;
                SinCos.rows(scratch, 1024, Math.max(bound, Math.PI));
                for (int index = 0; index < 1024; index++) {
                    double angle = scratch.values[index];
                    assertEquals(Math.sin(angle), scratch.sines[index], 4e-16, "sin " + angle);
                    assertEquals(Math.cos(angle), scratch.cosines[index], 4e-16, "cos " + angle);
                }
            }
        }
    }
}
