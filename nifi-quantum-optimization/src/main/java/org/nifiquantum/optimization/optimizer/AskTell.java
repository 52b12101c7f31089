// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An optimisation in progress, held in memory: ask for its decision, tell it the values, ask again.
 *
 * <p>It decides as {@link Optimizer#next} would for the whole history, without running through it again. For one thread
 * at a time; close it, or its algorithm waits for ever.
 */
public final class AskTell implements AutoCloseable {
    private final OptimizerSettings settings;
    private Replay.Turn turn;
    private Optional<Evaluation> best = Optional.empty();
    /** The last evaluation that was better than noise explains. */
    private Optional<Evaluation> record = Optional.empty();

    private int evaluations;
    private int sinceRecord;

    /** Runs the algorithm through a history, as far as it reaches. */
    AskTell(Algorithm algorithm, OptimizerSettings settings, List<Evaluation> history) {
        this.settings = settings;
        List<Evaluation> known = List.copyOf(history);
        count(known);
        CompletableFuture<Replay.Turn> first = new CompletableFuture<>();
        Thread.ofVirtual().name("optimizer").start(new Replay(algorithm, settings, new Replay.Told(known, first)));
        this.turn = first.join();
    }

    /**
     * The decision after all that was told. Of the points of an {@link Decision.Evaluate} all must be told, or some
     * and then, after asking again, the rest.
     *
     * @throws HistoryMismatchException if a point was told that was not asked for
     */
    public Decision ask() {
        return switch (turn) {
            case Replay.Turn.Asked asked -> proceed(asked.points());
            case Replay.Turn.Ended ended -> stop(ended.reason());
            case Replay.Turn.Failed failed -> throw failed.problem();
        };
    }

    /** Takes in the values of points asked for, in the order asked. */
    public void tell(List<Evaluation> values) {
        if (values.isEmpty()) {
            return;
        }
        List<Evaluation> known = List.copyOf(values);
        turn = switch (turn) {
            case Replay.Turn.Asked asked -> reply(asked, known);
            case Replay.Turn.Ended ended -> new Replay.Turn.Failed(HistoryMismatchException.unasked(evaluations));
            case Replay.Turn.Failed failed -> failed;
        };
        count(known);
    }

    private static Replay.Turn reply(Replay.Turn.Asked asked, List<Evaluation> known) {
        CompletableFuture<Replay.Turn> next = new CompletableFuture<>();
        asked.reply().complete(new Replay.Told(known, next));
        return next.join();
    }

    private void count(List<Evaluation> known) {
        for (Evaluation evaluation : known) {
            if (best.isEmpty() || evaluation.value() < best.get().value()) {
                best = Optional.of(evaluation);
            }
            if (record.isEmpty() || evaluation.value() < record.get().value() - evaluation.noiseAgainst(record.get())) {
                record = Optional.of(evaluation);
                sinceRecord = 0;
            } else {
                sinceRecord++;
            }
        }
        evaluations += known.size();
    }

    /** The algorithm wants more: evaluate, unless target, maximum or patience say stop. */
    private Decision proceed(List<List<Double>> points) {
        int left = settings.maximumEvaluations() - evaluations;
        if (best.isPresent()) {
            if (settings.reaches(best.get().value())) {
                return new Decision.Stop(best.get(), StopReason.TARGET_REACHED);
            }
            if (left <= 0) {
                return new Decision.Stop(best.get(), StopReason.MAXIMUM_EVALUATIONS);
            }
            if (settings.patience().isPresent()
                    && sinceRecord >= settings.patience().getAsInt()) {
                return new Decision.Stop(best.get(), StopReason.NO_IMPROVEMENT);
            }
        }
        return new Decision.Evaluate(points.subList(0, Math.min(left, points.size())));
    }

    /** The algorithm is at its end: stop, for its reason or because the target was reached just now. */
    private Decision stop(StopReason end) {
        Evaluation lowest =
                best.orElseThrow(() -> new IllegalStateException("An algorithm ended without asking for a value."));
        return new Decision.Stop(lowest, settings.reaches(lowest.value()) ? StopReason.TARGET_REACHED : end);
    }

    /** Gives the algorithm up. */
    @Override
    public void close() {
        if (turn instanceof Replay.Turn.Asked asked) {
            asked.reply().completeExceptionally(new Replay.Abandoned());
        }
    }
}
