// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.Optional;

/** What stands before an {@code @} and changes a gate. */
public record Modifier(Place place, Kind kind, Optional<Expr> argument) {

    /** The modifiers of OpenQASM 3. */
    public enum Kind {
        INV,
        POW,
        CTRL,
        NEGCTRL
    }
}
