// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Which fault meets which request. Thread-safe. */
public final class FaultPlan {

    private final Map<Step, Queue<Fault>> scripted = new EnumMap<>(Step.class);
    private final List<Fault> random;
    private final double rate;
    private final SplittableRandom generator;
    private final Map<Fault, LongAdder> met = new EnumMap<>(Fault.class);

    private FaultPlan(Set<Fault> random, double rate, long seed) {
        for (Step step : Step.values()) {
            scripted.put(step, new ConcurrentLinkedQueue<>());
        }
        for (Fault fault : Fault.values()) {
            met.put(fault, new LongAdder());
        }
        this.random = random.stream().sorted().toList();
        this.rate = rate;
        generator = new SplittableRandom(seed);
    }

    /** No faults but those that are scripted. */
    public static FaultPlan none() {
        return new FaultPlan(Set.of(), 0, 0);
    }

    /**
     * Faults at random, on top of those that are scripted.
     *
     * @param rate the share of requests that meet one, from 0 to 1
     */
    public static FaultPlan random(Set<Fault> faults, double rate, long seed) {
        if (!(rate >= 0 && rate <= 1) || (faults.isEmpty() && rate > 0)) {
            throw new IllegalArgumentException(
                    "A share from 0 to 1 of some faults is needed, not %s of %s".formatted(rate, faults));
        }
        return new FaultPlan(faults, rate, seed);
    }

    /** Lets the next requests of a kind meet these faults, one each, in this order. */
    public void script(Step step, Fault... faults) {
        scripted.get(step).addAll(List.of(faults));
    }

    /** Whether all that was scripted has happened. */
    public boolean isOver() {
        return scripted.values().stream().allMatch(Queue::isEmpty);
    }

    /** How many requests have met a fault. */
    public long met(Fault fault) {
        return met.get(fault).sum();
    }

    Optional<Fault> next(Step step) {
        Optional<Fault> next = choose(step);
        next.ifPresent(fault -> met.get(fault).increment());
        return next;
    }

    private Optional<Fault> choose(Step step) {
        Fault next = scripted.get(step).poll();
        if (next != null) {
            return Optional.of(next);
        }
        synchronized (generator) {
            return generator.nextDouble() < rate
                    ? Optional.of(random.get(generator.nextInt(random.size()))).filter(fault -> fault.meets(step))
                    : Optional.empty();
        }
    }
}
