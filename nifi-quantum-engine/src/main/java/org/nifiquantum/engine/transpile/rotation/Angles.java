// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.AffineForm;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Expression.Constant;

/** Arithmetic of angles that may hold open parameters. */
public final class Angles {
    /** Angles this near to 0 are rounding errors: the smallest angle of a Fourier transform of 30 qubits is 6e-9. */
    public static final double NEGLIGIBLE = 1e-10;

    private static final double GRID = Math.PI / 4;
    private static final double ROUNDING = 1e-12;

    private Angles() {}

    public static Expression of(double angle) {
        return Expression.constant(snap(angle));
    }

    public static boolean isOpen(Expression angle) {
        return !(angle instanceof Constant);
    }

    /** The number an angle is. */
    public static double value(Expression angle) {
        if (angle instanceof Constant constant) {
            return constant.value();
        }
        throw new IllegalArgumentException("The angle %s is open".formatted(angle));
    }

    /** {@code first + factor * second}; equal parameters are collected, so that what cancels becomes a number. */
    public static Expression sum(Expression first, double factor, Expression second) {
        if (first instanceof Constant one && second instanceof Constant two) {
            return of(one.value() + factor * two.value());
        }
        Optional<AffineForm> sum =
                first.affine().flatMap(one -> second.affine().map(two -> one.plus(two.times(factor))));
        if (sum.isPresent()) {
            return expression(sum.get());
        }
        return factor < 0 ? first.minus(second.times(-factor)) : first.plus(second.times(factor));
    }

    public static Expression plus(Expression angle, double constant) {
        return sum(angle, 1, Expression.constant(constant));
    }

    public static Expression times(double factor, Expression angle) {
        return sum(Expression.constant(0), factor, angle);
    }

    /** The angle in {@code (-period/2, period/2]} that differs by a multiple of the period; the lower end within rounding errors. */
    public static double reduce(double angle, double period) {
        double reduced = angle - period * Math.rint(angle / period);
        if (reduced <= -period / 2 + NEGLIGIBLE) {
            reduced += period;
        }
        return snap(reduced);
    }

    public static boolean isZero(double angle) {
        return Math.abs(angle) < NEGLIGIBLE;
    }

    /** Rounding errors beside a multiple of pi/4 taken off, so that circuits show pi/2 as everybody writes it. */
    private static double snap(double angle) {
        double nearest = Math.rint(angle / GRID) * GRID;
        return Math.abs(angle - nearest) < ROUNDING ? nearest + 0.0 : angle;
    }

    private static Expression expression(AffineForm form) {
        Expression sum = Expression.constant(0);
        for (Map.Entry<String, Double> term : new TreeMap<>(form.coefficients()).entrySet()) {
            double coefficient = term.getValue();
            Expression size = Expression.constant(Math.abs(coefficient)).times(Expression.parameter(term.getKey()));
            sum = coefficient < 0 ? sum.minus(size) : sum.plus(size);
        }
        return form.constant() < 0 ? sum.minus(of(-form.constant())) : sum.plus(of(form.constant()));
    }
}
