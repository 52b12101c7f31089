// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs an {@link Algorithm} on a thread of its own and answers it from the evaluations told so far; where they end it
 * says what is missing, and waits. {@link AskTell} is the other end of the conversation.
 *
 * <p>The thread is a virtual one: what waits costs its stack and nothing else.
 */
final class Replay implements Objective, Runnable {

    /** What the algorithm says when it does not go on by itself. */
    sealed interface Turn {
        /** It wants these values; the reply goes into {@code reply}. */
        record Asked(List<List<Double>> points, CompletableFuture<Told> reply) implements Turn {}

        record Ended(StopReason reason) implements Turn {}

        record Failed(RuntimeException problem) implements Turn {}
    }

    /** The values of points asked for, at least one, and where the algorithm says what comes next. */
    record Told(List<Evaluation> evaluations, CompletableFuture<Turn> next) {}

    private final Algorithm algorithm;
    private final OptimizerSettings settings;
    private Told told;
    private int used;
    private int usedBefore;

    Replay(Algorithm algorithm, OptimizerSettings settings, Told history) {
        this.algorithm = algorithm;
        this.settings = settings;
        this.told = history;
    }

    @Override
    public void run() {
        try {
            Turn last = toTheEnd();
            told.next().complete(last);
        } catch (Abandoned abandoned) {
            // Nobody waits for an answer any more.
        }
    }

    private Turn toTheEnd() {
        try {
            return end(algorithm.minimize(settings, this));
        } catch (NotFinite notFinite) {
            return end(StopReason.NUMERICAL_LIMIT);
        } catch (Abandoned abandoned) {
            throw abandoned;
        } catch (RuntimeException problem) {
            return new Turn.Failed(problem);
        }
    }

    private Turn end(StopReason reason) {
        if (used < told.evaluations().size()) {
            return new Turn.Failed(HistoryMismatchException.unasked(usedBefore + used));
        }
        return new Turn.Ended(reason);
    }

    @Override
    public List<Evaluation> evaluations(List<double[]> batch) {
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (used == told.evaluations().size()) {
                listen(batch.subList(i, batch.size()));
            }
            evaluations.add(recorded(batch.get(i)));
        }
        return evaluations;
    }

    /** The first result of a run is of a request that knew nothing of the optimiser; then the point is asked for again. */
    @Override
    public Evaluation slope(double[] point) {
        Evaluation first = evaluations(List.of(point)).getFirst();
        if (!first.gradient().isEmpty()) {
            return first;
        }
        Evaluation second = evaluations(List.of(point)).getFirst();
        if (second.gradient().isEmpty()) {
            throw HistoryMismatchException.withoutGradient(usedBefore + used - 1);
        }
        return second;
    }

    private void listen(List<double[]> points) {
        if (!points.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new NotFinite();
        }
        CompletableFuture<Told> reply = new CompletableFuture<>();
        told.next().complete(new Turn.Asked(points.stream().map(Points::toList).toList(), reply));
        usedBefore += used;
        used = 0;
        try {
            told = reply.join();
        } catch (CompletionException e) {
            throw new Abandoned();
        }
    }

    private Evaluation recorded(double[] point) {
        Evaluation evaluation = told.evaluations().get(used);
        if (!Points.same(point, evaluation.parameters())) {
            throw new HistoryMismatchException(
                    usedBefore + used,
                    "the point " + evaluation.parameters() + " is not " + Points.toList(point)
                            + ", which was asked for.");
        }
        used++;
        return evaluation;
    }

    /** Unwinds an algorithm that is given up. Not an error, so without a stack trace. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("the optimisation was given up", null, false, false);
        }
    }

    /** Ends an algorithm at a point that no one can evaluate. */
    private static final class NotFinite extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFinite() {
            super("a point is not finite", null, false, false);
        }
    }
}
