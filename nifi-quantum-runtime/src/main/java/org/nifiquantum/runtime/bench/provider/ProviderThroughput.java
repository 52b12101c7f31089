// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.provider;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/**
 * Jobs of 10 qubits, as many as go through: submitted by SubmitCircuit, fetched by PollResult, measured by a provider that this
 * process plays and that forgets nothing.
 */
public final class ProviderThroughput {

    private static final double GOAL_PER_SECOND = 300;
    private static final int QUBITS = 10;
    private static final int WARM_UP = 5_000;
    private static final int NIFI_THREADS = 12;
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final int jobs;
    private final Consumer<String> progress;

    /**
     * @param jobs at least ten, counted after a warm-up; the first tenth is compared with the last
     */
    public ProviderThroughput(int jobs, Consumer<String> progress) {
        this.jobs = jobs;
        this.progress = progress;
    }

    /** How many jobs are over at a moment, and what they have cost. */
    record Reading(double seconds, double collected, double nifiCpu, double ownCpu) {}

    /**
     * Measures.
     *
     * @param pid of NiFi's JVM
     */
    public List<Row> rows(NiFiClient nifi, long pid) {
        nifi.controller().setThreads(NIFI_THREADS);
        try (MisbehavingProvider provider = MisbehavingProvider.start(
                        new IonqDialect(ResultForm.HISTOGRAM_V2, LoadFlow.API_KEY),
                        FaultPlan.none(),
                        0,
                        Duration.ZERO);
                LoadFlow flow = LoadFlow.start(nifi, provider, circuit())) {
            await(flow, pid, WARM_UP);
            List<Reading> readings = await(flow, pid, WARM_UP + (double) jobs);
            flow.requireNoBulletin();
            int twice = provider.billed().values().stream()
                    .mapToInt(times -> times - 1)
                    .sum();
            return rows(readings, twice);
        }
    }

    static List<Row> rows(List<Reading> readings, int twice) {
        double start = readings.getFirst().collected();
        double end = readings.getLast().collected();
        double tenth = (end - start) / 10;
        Reading first = at(readings, start);
        Reading last = at(readings, end);
        double seconds = last.seconds() - first.seconds();
        double done = end - start;
        double firstTenth = at(readings, start + tenth).seconds() - first.seconds();
        double lastTenth = last.seconds() - at(readings, end - tenth).seconds();
        double nifi = 1e3 * (last.nifiCpu() - first.nifiCpu()) / done;
        double own = 1e3 * (last.ownCpu() - first.ownCpu()) / done;
        return List.of(
                Row.of("submit + poll, jobs of 10 qubits", done / seconds, "1/s")
                        .against("goal", GOAL_PER_SECOND),
                Row.of("processor time of a job, NiFi", nifi, "ms").against("with the provider", nifi + own),
                Row.of("processor time of a job, provider", own, "ms").against("with NiFi", nifi + own),
                Row.of("last %,.0f of %,.0f jobs".formatted(tenth, done), lastTenth, "s")
                        .against("first %,.0f".formatted(tenth), firstTenth),
                Row.of("jobs billed twice", twice, "jobs"));
    }

    /** Between two readings jobs are taken to end evenly. */
    private static Reading at(List<Reading> readings, double collected) {
        Reading before = readings.getFirst();
        for (Reading after : readings) {
            if (after.collected() >= collected) {
                double part = after.collected() == before.collected()
                        ? 1
                        : (collected - before.collected()) / (after.collected() - before.collected());
                return new Reading(
                        before.seconds() + part * (after.seconds() - before.seconds()),
                        collected,
                        before.nifiCpu() + part * (after.nifiCpu() - before.nifiCpu()),
                        before.ownCpu() + part * (after.ownCpu() - before.ownCpu()));
            }
            before = after;
        }
        return readings.getLast();
    }

    private List<Reading> await(LoadFlow flow, long pid, double goal) {
        List<Reading> readings = new ArrayList<>();
        readings.add(read(flow, pid));
        Reading alive = readings.getFirst();
        while (readings.getLast().collected() < goal) {
            Patience.pause(STEP);
            Reading now = read(flow, pid);
            readings.add(now);
            if (now.collected() > alive.collected()) {
                alive = now;
            } else {
                flow.requireNoBulletin();
            }
            if (now.seconds() - alive.seconds() > STANDSTILL.toSeconds()) {
                throw new EnvironmentException("No job has ended for %d s; %.0f of %.0f are over"
                        .formatted(STANDSTILL.toSeconds(), now.collected(), goal));
            }
        }
        Reading last = readings.getLast();
        progress.accept("  %,.0f jobs in %.1f s"
                .formatted(
                        last.collected() - readings.getFirst().collected(),
                        last.seconds() - readings.getFirst().seconds()));
        return readings;
    }

    private static Reading read(LoadFlow flow, long pid) {
        long collected = flow.collected();
        return new Reading(System.nanoTime() / 1e9, collected, cpuSeconds(pid), cpuSeconds());
    }

    private static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    /** Of this process: the provider, and this measurement. */
    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    /** A layer of QAOA on a ring. */
    private static String circuit() {
        StringBuilder source = new StringBuilder(
                "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[%1$d] q;\nbit[%1$d] c;\nh q;\n".formatted(QUBITS));
        for (int i = 0; i < QUBITS; i++) {
            int next = (i + 1) % QUBITS;
            source.append("cx q[%d], q[%d];\nrz(0.6) q[%2$d];\ncx q[%1$d], q[%2$d];\n".formatted(i, next));
        }
        return source.append("rx(0.9) q;\nc = measure q;\n").toString();
    }
}
