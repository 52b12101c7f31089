// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.List;
import java.util.Optional;

/** What stands between square brackets behind a name. */
public sealed interface Index {

    Place place();

    /** One element. */
    record Single(Place place, Expr position) implements Index {}

    /** {@code from:step:to}, both ends included. */
    record Range(Place place, Optional<Expr> from, Optional<Expr> step, Optional<Expr> to) implements Index {}

    /** <code>{a, b, c}</code>. */
    record Set(Place place, List<Expr> positions) implements Index {
        public Set {
            positions = List.copyOf(positions);
        }
    }
}
