// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

/** A unit vector of the Bloch sphere; stands for the observable {@code x X + y Y + z Z}. */
public record Axis(double x, double y, double z) {
    /** Sine of the angle below which two axes count as parallel. */
    private static final double PARALLEL = 1e-9;

    public static final Axis X = new Axis(1, 0, 0);
    public static final Axis Y = new Axis(0, 1, 0);
    public static final Axis Z = new Axis(0, 0, 1);

    public Axis negate() {
        return new Axis(-x, -y, -z);
    }

    public double dot(Axis other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** The cross product, a unit vector if the two are perpendicular. */
    public Axis cross(Axis other) {
        return new Axis(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** 1 if the two point the same way, -1 if opposite ways, 0 otherwise. */
    public int parallel(Axis other) {
        double dot = dot(other);
        if (Math.abs(dot) < 0.5 || cross(other).length() > PARALLEL) {
            return 0;
        }
        return dot > 0 ? 1 : -1;
    }

    public boolean isPerpendicular(Axis other) {
        return Math.abs(dot(other)) < PARALLEL;
    }

    /** This vector at length 1. */
    Axis unit() {
        double length = length();
        return new Axis(x / length, y / length, z / length);
    }

    private double length() {
        return Math.sqrt(dot(this));
    }
}
