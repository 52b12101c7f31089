// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

/**
 * A one-qubit unitary up to its phase: the unit quaternion of {@code w - i (x X + y Y + z Z)}. Products stay accurate over many
 * factors since each is normalised.
 */
public record Rotation(double w, double x, double y, double z) {
    private static final double NEGLIGIBLE = 1e-10;

    public static final Rotation IDENTITY = new Rotation(1, 0, 0, 0);
    public static final Rotation HADAMARD = about(new Axis(Math.sqrt(0.5), 0, Math.sqrt(0.5)), Math.PI);

    /** {@code exp(-i angle/2 axis)}. */
    public static Rotation about(Axis axis, double angle) {
        double sin = Math.sin(angle / 2);
        return new Rotation(Math.cos(angle / 2), sin * axis.x(), sin * axis.y(), sin * axis.z());
    }

    /**
     * A unitary of two rows, given row by row, real before imaginary part; its phase is dropped. Of {@code a = w - i z} and
     * {@code c = y - i x}, with determinant 1, its rows are {@code (a, -c*)} and {@code (c, a*)}.
     */
    public static Rotation ofMatrix(double... m) {
        double half = -phaseOf(m);
        double cos = Math.cos(half);
        double sin = Math.sin(half);
        return normalized(
                m[0] * cos - m[1] * sin,
                -(m[4] * sin + m[5] * cos),
                m[4] * cos - m[5] * sin,
                -(m[0] * sin + m[1] * cos));
    }

    /** The angle p of a unitary {@code exp(i p) R}, R being the rotation that {@link #ofMatrix} gives, sign included. */
    static double phaseOf(double... m) {
        double real = m[0] * m[6] - m[1] * m[7] - m[2] * m[4] + m[3] * m[5];
        double imaginary = m[0] * m[7] + m[1] * m[6] - m[2] * m[5] - m[3] * m[4];
        return Math.atan2(imaginary, real) / 2;
    }

    /** The shortest rotation that takes one axis to another. */
    public static Rotation between(Axis from, Axis to) {
        double dot = from.dot(to);
        if (dot < -1 + 1e-12) {
            Axis other = Math.abs(from.x()) < 0.5 ? Axis.X : Math.abs(from.y()) < 0.5 ? Axis.Y : Axis.Z;
            Axis normal = from.cross(other);
            return normalized(0, normal.x(), normal.y(), normal.z());
        }
        Axis normal = from.cross(to);
        return normalized(1 + dot, normal.x(), normal.y(), normal.z());
    }

    /**
     * The rotation that takes two perpendicular axes to two others.
     *
     * @param from and {@code second}: the axes to take; {@code to} and {@code secondTo}: where they go
     */
    public static Rotation between(Axis from, Axis second, Axis to, Axis secondTo) {
        Rotation first = between(from, to);
        Axis moved = first.apply(second);
        double angle = Math.atan2(to.dot(moved.cross(secondTo)), moved.dot(secondTo));
        return first.then(about(to, angle));
    }

    /** This rotation, then another: the product with the other on the left. */
    public Rotation then(Rotation next) {
        return normalized(
                next.w * w - next.x * x - next.y * y - next.z * z,
                next.w * x + next.x * w + next.y * z - next.z * y,
                next.w * y - next.x * z + next.y * w + next.z * x,
                next.w * z + next.x * y - next.y * x + next.z * w);
    }

    public Rotation inverse() {
        return new Rotation(w, -x, -y, -z);
    }

    /** Where the rotation takes an axis: that of {@code U n U^-1}. */
    public Axis apply(Axis axis) {
        double tx = 2 * (y * axis.z() - z * axis.y());
        double ty = 2 * (z * axis.x() - x * axis.z());
        double tz = 2 * (x * axis.y() - y * axis.x());
        return new Axis(
                axis.x() + w * tx + y * tz - z * ty,
                axis.y() + w * ty + z * tx - x * tz,
                axis.z() + w * tz + x * ty - y * tx);
    }

    public boolean isIdentity() {
        return Math.abs(x) < NEGLIGIBLE && Math.abs(y) < NEGLIGIBLE && Math.abs(z) < NEGLIGIBLE;
    }

    private static Rotation normalized(double w, double x, double y, double z) {
        double norm = Math.sqrt(w * w + x * x + y * y + z * z);
        return new Rotation(w / norm, x / norm, y / norm, z / norm);
    }
}
