// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.cache;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.Solution;

/**
 * The best answer found so far to each problem, in a store that others may share and spoil. Only answers that can be checked are
 * kept: feasible ones whose variables are all listed. An energy cannot be: to check it is to compute it.
 */
public final class AnswerCache {

    /** Answers to problems begin so; others may use the store too. */
    static final String KEY_PREFIX = "nifi-quantum/answer/";

    /** NiFi's own map cache server reads values of up to 1 MB. */
    static final int LARGEST_ENTRY_BYTES = 1_000_000;

    private final AnswerStore store;
    private final InstantSource clock;
    private final Consumer<String> complaints;

    /** An entry and what it answers the problem. */
    private record Checked(CachedAnswer entry, Answer answer) {}

    /**
     * A cache.
     *
     * @param complaints told of entries that cannot be used
     */
    public AnswerCache(AnswerStore store, InstantSource clock, Consumer<String> complaints) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
        this.complaints = requireNonNull(complaints, "complaints");
    }

    /**
     * The answer to a problem, found at most so long ago.
     *
     * @param reason why it is asked for
     */
    public Optional<Solution> find(Problem problem, Optional<Duration> longestAge, String reason) {
        if (!(problem instanceof BinaryProblem binary)) {
            return Optional.empty();
        }
        String key = key(problem);
        return store.get(key)
                .flatMap(bytes -> read(key, bytes, binary))
                .filter(found -> found.answer().feasible())
                .filter(found -> longestAge.isEmpty()
                        || found.entry().age(clock.instant()).compareTo(longestAge.get()) <= 0)
                .map(found -> found.entry().toSolution(found.answer(), binary.variables(), reason, clock.instant()));
    }

    /** Keeps an answer, unless a better one is there. */
    public void offer(Problem problem, Solution solution) {
        if (!(problem instanceof BinaryProblem binary)
                || !solution.feasible()
                || solution.assignment().isEmpty()
                || solution.source().equals(Solution.CACHE)) {
            return;
        }
        CachedAnswer fresh = CachedAnswer.of(solution, clock.instant());
        byte[] bytes = RawJson.of(fresh).toBytes();
        if (bytes.length > LARGEST_ENTRY_BYTES) {
            complaints.accept(
                    "An answer of %d bytes is not kept; at most %d are".formatted(bytes.length, LARGEST_ENTRY_BYTES));
            return;
        }
        String key = key(problem);
        store.update(
                key,
                present -> present.flatMap(old -> read(key, old, binary))
                                .filter(old -> !fresh.replaces(old.entry(), problem.sense()))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(bytes));
    }

    private static String key(Problem problem) {
        return KEY_PREFIX + ProblemHash.of(problem);
    }

    private Optional<Checked> read(String key, byte[] bytes, BinaryProblem problem) {
        try {
            if (bytes.length > LARGEST_ENTRY_BYTES) {
                throw new IllegalArgumentException("it has %d bytes".formatted(bytes.length));
            }
            CachedAnswer entry = RawJson.ofBytes(bytes).as(CachedAnswer.class);
            return Optional.of(new Checked(entry, entry.checkedBy(problem)));
        } catch (JsonProcessingException | RuntimeException e) {
            // Whoever wrote it, it is no reason for a run to fail.
            complaints.accept("The cached answer %s is not used: %s".formatted(key, e.getMessage()));
            return Optional.empty();
        }
    }
}
