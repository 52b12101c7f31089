// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.Step;

/**
 * Makes a provider's trouble come in spells, on top of what meets single requests: one step fails several times in a row, or nobody
 * can connect for a while. Both are what opens a breaker.
 */
final class Turmoil implements AutoCloseable {

    /** Those that every run passes, so that no spell is left over at the end. */
    private static final List<Step> STEPS = List.of(Step.DESCRIBE, Step.SUBMIT, Step.POLL, Step.JOB, Step.RESULT);

    private static final long LONGEST_CALM_MILLIS = 4_000;
    private static final long LONGEST_REFUSAL_MILLIS = 2_000;
    private static final int LONGEST_SPELL = 8;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LISTEN_LIMIT = Duration.ofSeconds(10);

    private final Trouble trouble;
    private final MisbehavingProvider provider;
    private final SplittableRandom random;
    private final AtomicInteger refusals = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().daemon().name("turmoil").unstarted(this::rage);
    private volatile boolean over;

    private Turmoil(Trouble trouble, MisbehavingProvider provider, long seed) {
        this.trouble = trouble;
        this.provider = provider;
        random = new SplittableRandom(seed);
    }

    static Turmoil start(Trouble trouble, MisbehavingProvider provider, long seed) {
        Turmoil turmoil = new Turmoil(trouble, provider, seed);
        turmoil.thread.start();
        return turmoil;
    }

    /** How often nobody could connect for a while. */
    int refusals() {
        return refusals.get();
    }

    private void rage() {
        while (!over) {
            calm(random.nextLong(LONGEST_CALM_MILLIS));
            if (!over && !trouble.isNone()) {
                spell();
            }
        }
    }

    private void calm(long millis) {
        Patience.awaitTrue(Duration.ofMillis(millis), () -> over);
    }

    private void spell() {
        if (trouble.refusing() && (trouble.faults().isEmpty() || random.nextBoolean())) {
            refuse(random.nextLong(LONGEST_REFUSAL_MILLIS));
            return;
        }
        List<Fault> faults = trouble.faults().stream().sorted().toList();
        Fault fault = faults.get(random.nextInt(faults.size()));
        List<Step> steps = STEPS.stream().filter(fault::meets).toList();
        if (!steps.isEmpty()) {
            Step step = steps.get(random.nextInt(steps.size()));
            int times = 1 + random.nextInt(LONGEST_SPELL);
            provider.faults().script(step, Collections.nCopies(times, fault).toArray(Fault[]::new));
            // One at a time, and calm in between: a provider that never works shows less than one that sometimes does.
            Patience.awaitTrue(LONGEST_WAIT, () -> over || provider.faults().isOver());
        }
    }

    private void refuse(long millis) {
        provider.refuseConnections();
        refusals.incrementAndGet();
        calm(millis);
        // Another process may have the port for a moment.
        Patience.awaitTrue(LISTEN_LIMIT, this::listens);
    }

    private boolean listens() {
        try {
            provider.listen();
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** From now on there is only what meets single requests. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
