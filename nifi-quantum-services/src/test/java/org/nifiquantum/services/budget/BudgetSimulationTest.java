// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nifiquantum.services.budget.Budgets.settings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.budget.FakeState.Fault;
import org.nifiquantum.services.budget.FakeState.Shared;

/**
 * Nodes on one budget that submit, settle, stop, crash and die in any order, also between another's read and write of the cluster's
 * state, whose calls fail before or after they are done. What a provider would bill never exceeds a limit.
 */
class BudgetSimulationTest {

    private static final int WORLDS = 400;
    private static final int STEPS = 300;

    @Test
    void neverSpendsMoreThanThereIs() {
        int sent = 0;
        int exhausted = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = new World(seed);
            world.live();
            sent += world.jobs.size();
            exhausted += world.exhausted() ? 1 : 0;
        }
        // Else nothing is proved: most worlds must come near their limits.
        assertTrue(sent > WORLDS * 10, "only %d jobs were sent".formatted(sent));
        int enough = exhausted;
        assertTrue(exhausted > WORLDS / 2, () -> "only %d worlds spent most of a day's limit".formatted(enough));
    }

    /** A job that was sent, and what its provider bills. */
    private static final class Job {
        private final String key;
        private final Member owner;
        private final LocalDate day;
        private final BigDecimal estimate;
        private BigDecimal billed;
        private boolean over;

        Job(String key, Member owner, LocalDate day, BigDecimal estimate) {
            this.key = key;
            this.owner = owner;
            this.day = day;
            this.estimate = estimate;
            this.billed = estimate;
        }
    }

    /** A node: what it has in memory, and what outlives that. */
    private static final class Member {
        private final FakeState state;
        private final long skewMillis;
        private Budget budget;
        private boolean busy;

        Member(FakeState state, long skewMillis) {
            this.state = state;
            this.skewMillis = skewMillis;
        }
    }

    private static final class World {

        private final long seed;
        private final SplittableRandom random;
        private final BudgetSettings settings = settings("10", "14");
        private final Shared shared = new Shared();
        private final List<Member> members = new ArrayList<>();
        private final List<Job> jobs = new ArrayList<>();
        private final Map<Span, Map<String, BigDecimal>> billed = new EnumMap<>(Span.class);
        private Instant now = Instant.parse("2026-11-27T23:58:00Z");
        private int depth;
        private int keys;
        private final double faultRate;

        World(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            faultRate = random.nextInt(3) * 0.04;
            int nodes = 2 + random.nextInt(4);
            for (int i = 0; i < nodes; i++) {
                join();
            }
        }

        private void join() {
            FakeState state = new FakeState(shared);
            Member member = new Member(state, random.nextLong(-1_500, 1_500));
            state.failAs(this::fault);
            state.meanwhile(this::interrupt);
            start(member);
            members.add(member);
        }

        private void start(Member member) {
            member.budget = Budgets.node(settings, member.state, () -> now.plusMillis(member.skewMillis));
        }

        private Fault fault() {
            double drawn = random.nextDouble();
            return drawn < faultRate ? Fault.BEFORE : drawn < 2 * faultRate ? Fault.AFTER : Fault.NONE;
        }

        /** Others act while a node reads or writes. */
        private void interrupt() {
            if (depth < 2 && random.nextInt(3) == 0) {
                depth++;
                pass();
                step();
                depth--;
            }
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step();
                pass();
            }
        }

        private void pass() {
            now = now.plusMillis(random.nextInt(2_000));
            if (random.nextInt(60) == 0) {
                now = now.plusSeconds(random.nextInt(12));
            }
            if (random.nextInt(80) == 0) {
                // To a moment before midnight, which then comes in the middle of something.
                now = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).minusMillis(random.nextInt(2_000));
            }
        }

        private void step() {
            if (members.isEmpty()) {
                join();
            }
            Member member = members.get(random.nextInt(members.size()));
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5 -> submit(member);
                case 6 -> submitAgain();
                case 7, 8, 9 -> end(member);
                case 10, 11, 12, 13, 14, 15, 16 -> exclusively(member, member.budget::tick);
                case 17 -> exclusively(member, () -> start(member));
                case 18 ->
                    exclusively(member, () -> {
                        member.budget.close();
                        start(member);
                    });
                default -> leave(member);
            }
        }

        /** One thread of a node ticks, and a node that is interrupted does not crash twice; submitting goes on beside it. */
        private void exclusively(Member member, Runnable action) {
            if (!member.busy) {
                member.busy = true;
                action.run();
                member.busy = false;
            }
        }

        private void leave(Member member) {
            if (member.busy || random.nextInt(8) != 0) {
                return;
            }
            members.remove(member);
            if (random.nextBoolean()) {
                join();
            }
        }

        private void submit(Member member) {
            BigDecimal estimate = BigDecimal.valueOf(1 + random.nextInt(250), 2);
            String key = "k" + keys++;
            if (!reserve(member, key, estimate)) {
                return;
            }
            String line = member.state.own().get("reservation." + key);
            Job job = new Job(key, member, LocalDate.parse(line.substring(line.length() - 10)), estimate);
            jobs.add(job);
            bill(job, estimate);
        }

        private static boolean reserve(Member member, String key, BigDecimal estimate) {
            try {
                return member.budget.reserve(key, Optional.of(new Money(estimate, "USD")));
            } catch (BackendException e) {
                return false;
            }
        }

        /** After a crash between reserving and sending, or before the FlowFile was safe: the job is one and the same. */
        private void submitAgain() {
            Optional<Job> known = anyJob().filter(job -> !job.over && members.contains(job.owner));
            known.ifPresent(job -> {
                boolean first = reserve(job.owner, job.key, job.estimate);
                // Unless its month is over.
                assertTrue(
                        !first || Span.MONTH.of(job.day).compareTo(Span.MONTH.of(date(job.owner))) < 0,
                        () -> "seed %d: %s reserved twice".formatted(seed, job.key));
                if (first) {
                    job.owner.budget.release(job.key);
                }
            });
        }

        private LocalDate date(Member member) {
            return LocalDate.parse(member.state.own().get("day"));
        }

        /** A result comes in, once or twice, to the node that submitted or to another. */
        private void end(Member other) {
            Optional<Job> known = anyJob();
            if (known.isEmpty()) {
                return;
            }
            Job job = known.get();
            Member member = members.contains(job.owner) && random.nextInt(4) != 0 ? job.owner : other;
            if (!job.over) {
                job.over = true;
                BigDecimal cost = random.nextInt(4) == 0
                        ? BigDecimal.ZERO
                        : job.estimate.multiply(BigDecimal.valueOf(random.nextInt(101), 2));
                bill(job, cost.subtract(job.estimate));
                job.billed = cost;
            }
            if (job.billed.signum() == 0) {
                member.budget.release(job.key);
            } else {
                member.budget.settle(job.key, Optional.of(new Money(job.billed, "USD")));
            }
        }

        private Optional<Job> anyJob() {
            return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(random.nextInt(jobs.size())));
        }

        private void bill(Job job, BigDecimal amount) {
            for (Span span : Span.values()) {
                BigDecimal sum = billed.computeIfAbsent(span, any -> new TreeMap<>())
                        .merge(span.of(job.day), amount, BigDecimal::add);
                assertTrue(
                        sum.compareTo(settings.limits().get(span)) <= 0,
                        () -> "seed %d: %s billed for the %s %s".formatted(seed, sum, span.text(), span.of(job.day)));
            }
        }

        boolean exhausted() {
            Map<String, BigDecimal> promised = new TreeMap<>();
            jobs.forEach(job -> promised.merge(Span.DAY.of(job.day), job.estimate, BigDecimal::add));
            return promised.values().stream().anyMatch(sum -> sum.compareTo(new BigDecimal(8)) > 0);
        }
    }
}
