// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.List;
import java.util.Optional;

/** A classical type as it was written; sizes are expressions yet to be evaluated. */
public sealed interface TypeName {

    Place place();

    /** A type without parts. */
    record Scalar(Place place, Kind kind, Optional<Expr> size) implements TypeName {}

    /** Numbers or bits in rows. */
    record Array(Place place, TypeName element, List<Expr> dimensions) implements TypeName {
        public Array {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** The types that are not arrays. */
    enum Kind {
        BIT,
        BOOL,
        INT,
        UINT,
        FLOAT,
        ANGLE,
        COMPLEX,
        DURATION,
        STRETCH;

        /** Its word in the language. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
