// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.qasm.ast.Place;

/** Something is needed that only a run gives: the outcome of a measurement or the value of an input. */
final class NotKnownException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Place place;

    NotKnownException(Place place, String reason) {
        // Thrown once for each statement of a program that depends on outcomes, so without a stack trace.
        super(reason, null, false, false);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
