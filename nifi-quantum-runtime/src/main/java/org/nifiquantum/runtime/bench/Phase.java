// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;

/** So many runs sent through a flow, at once or a little at a time, until the last is answered. */
final class Phase {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** A loop whose queues are all full stands still for good; a busy machine does not for so long. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    /**
     * What was measured.
     *
     * @param seconds from the first arrival to the last answer
     */
    record Outcome(Tally tally, double seconds) {

        double runsPerSecond() {
            return tally.answered() / seconds;
        }

        double iterationsPerSecond() {
            return tally.iterations() / seconds;
        }
    }

    private final NiFiClient nifi;
    private final TemplateRun run;
    private final TemplateInput input;
    private final int runs;
    private final Tally tally = new Tally();
    private final long start = System.nanoTime();
    private long lastAnswer = start;
    private long lastLook = start;
    private int fed;

    private Phase(NiFiClient nifi, TemplateRun run, TemplateInput input, int runs) {
        this.nifi = nifi;
        this.run = run;
        this.input = input;
        this.runs = runs;
    }

    /** Watches a phase go on; called several times a second. */
    @FunctionalInterface
    interface Watcher {
        void see(int answered);
    }

    /**
     * Sends the runs through and waits for their answers.
     *
     * @param perSecond how fast they arrive; all at once if empty
     * @throws EnvironmentException if there is no answer for a minute, with the queues' sizes
     */
    static Outcome send(
            NiFiClient nifi,
            TemplateRun run,
            TemplateInput input,
            int runs,
            OptionalDouble perSecond,
            Watcher watcher) {
        Phase phase = new Phase(nifi, run, input, runs);
        while (phase.tally.answered() < runs) {
            phase.feed(perSecond);
            phase.collect();
            watcher.see(phase.tally.answered());
            Patience.pause(STEP);
        }
        return new Outcome(phase.tally, (phase.lastAnswer - phase.start) / 1e9);
    }

    private void feed(OptionalDouble perSecond) {
        int due = due(perSecond, (System.nanoTime() - start) / 1e9);
        if (due > fed) {
            run.feed(Collections.nCopies(due - fed, input));
            fed = due;
        }
    }

    /** How many have arrived after so many seconds; the first does at once. */
    private int due(OptionalDouble perSecond, double seconds) {
        return perSecond.isEmpty() ? runs : (int) Math.min(runs, 1 + perSecond.getAsDouble() * seconds);
    }

    private void collect() {
        int before = tally.answered();
        tally.add(run.collect());
        long now = System.nanoTime();
        if (tally.answered() > before) {
            lastAnswer = now;
        }
        if (now - lastLook >= BETWEEN_LOOKS.toNanos()) {
            lastLook = now;
            look(now);
        }
    }

    private void look(long now) {
        Map<String, Integer> queues = nifi.queues().sizes(run.templateGroup());
        tally.see(queues);
        if (now - lastAnswer > STANDSTILL.toNanos()) {
            throw new EnvironmentException("No answer for %d s: %d of %d runs are answered; the queues: %s"
                    .formatted(STANDSTILL.toSeconds(), tally.answered(), fed, queues));
        }
    }
}
