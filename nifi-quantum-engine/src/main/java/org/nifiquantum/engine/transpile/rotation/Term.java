// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import org.nifiquantum.engine.circuit.Expression;

/** {@code exp(-i angle/2 (first x second))}, the axes on the first and second wire of an interaction. */
public record Term(Axis first, Axis second, Expression angle) {
    private static final double RIGHT_ANGLE = 1e-10;

    public boolean isOpen() {
        return Angles.isOpen(angle);
    }

    /** The same axes with another angle. */
    public Term with(Expression other) {
        return new Term(first, second, other);
    }

    /** Seen through rotations of the two wires. */
    public Term rotated(Rotation ofFirst, Rotation ofSecond) {
        return new Term(ofFirst.apply(first), ofSecond.apply(second), angle);
    }

    /** Whether it is, up to one-qubit gates, one controlled NOT: a known angle of pi/2 up to multiples of pi. */
    public boolean isControlledNot() {
        return !isOpen() && Math.abs(Math.abs(Angles.reduce(Angles.value(angle), Math.PI)) - Math.PI / 2) < RIGHT_ANGLE;
    }

    /** 1 if the other has the same axes, -1 if the product of its axes is opposite, 0 if they are others. */
    public int aligned(Term other) {
        return first.parallel(other.first) * second.parallel(other.second);
    }

    /** Whether the two commute because both axes are perpendicular. */
    public boolean isCrossed(Term other) {
        return first.isPerpendicular(other.first) && second.isPerpendicular(other.second);
    }
}
