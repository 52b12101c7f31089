// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

/**
 * How hard to search. The same options give the same circuit.
 *
 * @param seed of the random choices
 * @param trials how many initial layouts to try; large circuits get fewer, which limits the time
 */
public record TranspileOptions(long seed, int trials) {
    public static final TranspileOptions DEFAULT = new TranspileOptions(0, 64);

    public TranspileOptions {
        if (trials < 1) {
            throw new IllegalArgumentException("A transpiler needs at least 1 trial, not %d".formatted(trials));
        }
    }
}
