// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

/** A complex number. */
public record Amplitude(double real, double imaginary) {

    /** The squared modulus. */
    public double probability() {
        return real * real + imaginary * imaginary;
    }
}
