// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.policy;

import java.util.Locale;

/** Where a run goes. */
public enum Road {
    /** To the quantum backend. */
    QUANTUM,
    /** To the classical solver, whose answer is served, and a copy to the quantum backend, to be compared. */
    SHADOW,
    /** To the classical solver. */
    CLASSICAL,
    /** To the quantum backend, once somebody has agreed. */
    APPROVAL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
