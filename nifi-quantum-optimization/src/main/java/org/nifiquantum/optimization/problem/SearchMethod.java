// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/** The two ways a problem is searched for an answer. */
public enum SearchMethod {
    /** Ends with a proof, or with a bound where it is cut short. */
    EXACT,
    /** Ends with a good answer, whatever the size. */
    HEURISTIC
}
