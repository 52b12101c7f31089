// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Distances between points as TSPLIB 95 defines them, section 2: whole numbers, each rounded its own way. */
enum Metric {
    /** Euclidean, rounded to the nearest. */
    EUC_2D {
        @Override
        double distance(double x, double y, double otherX, double otherY) {
            return Math.floor(Math.hypot(x - otherX, y - otherY) + 0.5);
        }
    },
    /** Euclidean, rounded up. */
    CEIL_2D {
        @Override
        double distance(double x, double y, double otherX, double otherY) {
            return Math.ceil(Math.hypot(x - otherX, y - otherY));
        }
    },
    /** Pseudo-Euclidean, of att48 and att532. */
    ATT {
        @Override
        double distance(double x, double y, double otherX, double otherY) {
            double exact = Math.hypot(x - otherX, y - otherY) / Math.sqrt(10);
            double rounded = Math.floor(exact + 0.5);
            return rounded < exact ? rounded + 1 : rounded;
        }
    },
    /** On the idealised sphere of the earth, coordinates as degrees.minutes. */
    GEO {
        @Override
        double distance(double x, double y, double otherX, double otherY) {
            double q1 = Math.cos(radians(y) - radians(otherY));
            double q2 = Math.cos(radians(x) - radians(otherX));
            double q3 = Math.cos(radians(x) + radians(otherX));
            return (int) (EARTH * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
        }
    };

    /** As TSPLIB has them: the published tour lengths hold only with these, not with better ones. */
    private static final double EARTH = 6378.388;

    private static final double PI = 3.141592;

    private static double radians(double coordinate) {
        int degrees = (int) coordinate;
        return PI * (degrees + 5.0 * (coordinate - degrees) / 3.0) / 180.0;
    }

    abstract double distance(double x, double y, double otherX, double otherY);

    static Optional<Metric> named(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
