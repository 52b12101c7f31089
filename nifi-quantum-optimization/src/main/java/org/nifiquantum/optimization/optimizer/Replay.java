// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Turns an {@link Algorithm}, which calls its objective, into an {@link Optimizer}, which is asked for the next
 * points: the algorithm runs from its beginning and is answered from the history until it wants a value that is not
 * there. Replay is the definition of the optimiser's state, so there is none to store.
 */
final class Replay implements Objective {
    private final List<Evaluation> history;
    private int used;

    private Replay(List<Evaluation> history) {
        this.history = history;
    }

    /** The optimiser that replays the given algorithm. */
    static Optimizer of(Algorithm algorithm) {
        return (settings, history) -> next(algorithm, settings, List.copyOf(history));
    }

    private static Decision next(Algorithm algorithm, OptimizerSettings settings, List<Evaluation> history) {
        Replay replay = new Replay(history);
        try {
            return replay.stop(settings, algorithm.minimize(settings, replay));
        } catch (NotFinite notFinite) {
            return replay.stop(settings, StopReason.NUMERICAL_LIMIT);
        } catch (UnknownValues unknown) {
            return replay.proceed(settings, unknown.points);
        }
    }

    /** The algorithm is at its end: stop, for its reason or because the target was reached just now. */
    private Decision stop(OptimizerSettings settings, StopReason end) {
        if (used < history.size()) {
            throw new HistoryMismatchException(used, "no further point was asked for after the first " + used + ".");
        }
        Evaluation best = best();
        return new Decision.Stop(best, settings.reaches(best.value()) ? StopReason.TARGET_REACHED : end);
    }

    /** The algorithm wants more: evaluate, unless target or maximum say stop. */
    private Decision proceed(OptimizerSettings settings, List<List<Double>> points) {
        if (history.isEmpty()) {
            return new Decision.Evaluate(points);
        }
        Evaluation best = best();
        if (settings.reaches(best.value())) {
            return new Decision.Stop(best, StopReason.TARGET_REACHED);
        }
        if (history.size() >= settings.maximumEvaluations()) {
            return new Decision.Stop(best, StopReason.MAXIMUM_EVALUATIONS);
        }
        return new Decision.Evaluate(points);
    }

    private Evaluation best() {
        return history.stream()
                .min(Comparator.comparingDouble(Evaluation::value))
                .orElseThrow(() -> new IllegalStateException("An algorithm ended without asking for a value."));
    }

    @Override
    public double[] values(List<double[]> batch) {
        double[] values = new double[batch.size()];
        for (int i = 0; i < values.length; i++) {
            if (used == history.size()) {
                throw unknown(batch.subList(i, values.length));
            }
            values[i] = recorded(batch.get(i));
        }
        return values;
    }

    private double recorded(double[] point) {
        Evaluation evaluation = history.get(used);
        if (!Points.same(point, evaluation.parameters())) {
            throw new HistoryMismatchException(
                    used,
                    "the point " + evaluation.parameters() + " is not " + Points.toList(point)
                            + ", which was asked for.");
        }
        used++;
        return evaluation.value();
    }

    private static RuntimeException unknown(List<double[]> points) {
        boolean finite = points.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        return finite ? new UnknownValues(points.stream().map(Points::toList).toList()) : new NotFinite();
    }

    /** Ends a replay where the history ends. Not an error, and too frequent to pay for a stack trace. */
    private static final class UnknownValues extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<List<Double>> points;

        UnknownValues(List<List<Double>> points) {
            super("the history ends here", null, false, false);
            this.points = points;
        }
    }

    /** Ends a replay at a point that no one can evaluate. */
    private static final class NotFinite extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFinite() {
            super("a point is not finite", null, false, false);
        }
    }
}
