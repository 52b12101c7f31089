// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.Optional;

/** A parameter of a subroutine. */
public sealed interface Parameter {

    Place place();

    String name();

    /** A value, which the subroutine gets a copy of. */
    record Classical(Place place, TypeName type, String name) implements Parameter {}

    /** An array, which the subroutine shares with its caller; its sizes may be left open. */
    record SharedArray(Place place, TypeName type, boolean mutable, Optional<Expr> dimensions, String name)
            implements Parameter {}

    record Qubits(Place place, Optional<Expr> size, String name) implements Parameter {}
}
