// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

/** What an evaluation of a circuit can be asked for. */
public enum Output {
    /** The expectation of the observable, with its standard error where shots are finite. */
    EXPECTATION,
    /** How often each bitstring was measured. */
    COUNTS,
    /** The exact probabilities of the most likely bitstrings. */
    PROBABILITIES,
    /** The derivative of the expectation by each parameter. */
    GRADIENT
}
