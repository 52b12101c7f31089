// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;

/** Loops of the fast kernels against their definitions, amplitude by amplitude. */
@EnabledIf("hasThem")
class BlockKernelsTest {
    private static final int QUBITS = 12;
    /** The block is not at the start of its arrays. */
    private static final int FIRST = 1 << QUBITS;

    private final Random random = new Random(11);
    private final double[] kr = numbers();
    private final double[] ki = numbers();
    private final double[] br = numbers();
    private final double[] bi = numbers();
    private BlockKernels kernels;

    static boolean hasThem() {
        return KernelSelection.vector().isPresent();
    }

    @BeforeEach
    void find() {
        kernels = KernelSelection.vector().orElseThrow();
    }

    private double[] numbers() {
        return random.doubles(2 * FIRST, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void sumsXOnAllQubitsFromTheLowestOn(int qubits) {
        for (int lowest = 0; lowest < qubits; lowest++) {
            if (lowest == 0 || lowest >= kernels.smallestBlock()) {
                double expected = 0;
                for (int x = FIRST; x < FIRST + (1 << qubits); x++) {
                    for (int qubit = lowest; qubit < qubits; qubit++) {
                        int partner = x ^ 1 << qubit;
                        expected += br[x] * ki[partner] - bi[x] * kr[partner];
                    }
                }
                String message = "qubits from " + lowest;
                assertEquals(expected, kernels.crossed(kr, ki, br, bi, FIRST, qubits, lowest), 1e-10, message);
            }
        }
    }

    /** As many values as registers hold, and more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 31, 32, 33, 200})
    void looksUpWeights(int count) {
        double[] values = random.doubles(count, -3, 3).toArray();
        char[] indices = new char[2 * FIRST];
        for (int x = 0; x < indices.length; x++) {
            indices[x] = (char) random.nextInt(count);
        }
        double between = 0;
        double mean = 0;
        for (int x = FIRST; x < 2 * FIRST; x++) {
            between += (br[x] * ki[x] - bi[x] * kr[x]) * values[indices[x]];
            mean += (kr[x] * kr[x] + ki[x] * ki[x]) * values[indices[x]];
        }
        assertEquals(between, kernels.weighted(kr, ki, br, bi, FIRST, FIRST, indices, values), 1e-10);
        assertEquals(mean, kernels.weighted(kr, ki, FIRST, FIRST, indices, values), 1e-10);
        double[] re = kr.clone();
        double[] im = ki.clone();
        assertEquals(mean, kernels.weigh(re, im, FIRST, FIRST, indices, values), 1e-10);
        for (int x = 0; x < 2 * FIRST; x++) {
            double factor = x < FIRST ? 1 : values[indices[x]];
            assertEquals(factor * kr[x], re[x], "real part of " + x);
            assertEquals(factor * ki[x], im[x], "imaginary part of " + x);
        }
    }

    @Test
    void movesWindows() {
        for (int rows = 1; rows <= 9; rows++) {
            Window window = new Window(8, rows, 16, 32, 64);
            double[] block = new double[8 + 16 * rows];
            kernels.load(kr, block, window);
            double[] state = br.clone();
            double[] expected = br.clone();
            kernels.store(block, state, window);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < 16; column++) {
                    assertEquals(kr[32 + 64 * row + column], block[8 + 16 * row + column]);
                    expected[32 + 64 * row + column] = kr[32 + 64 * row + column];
                }
            }
            assertArrayEquals(expected, state, "rows " + rows);
        }
    }
}
