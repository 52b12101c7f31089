// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.transpile.device.Entangler;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Rotation;

/** Takes what an interaction becomes, in order. */
interface GateSink {
    void local(int wire, Rotation rotation);

    /** A rotation about an axis, of an angle that may be open. */
    void turn(int wire, Axis axis, Expression angle);

    /** A two-qubit gate; the angle counts for continuous ones. */
    void entangle(Entangler gate, int first, int second, Expression angle);
}
