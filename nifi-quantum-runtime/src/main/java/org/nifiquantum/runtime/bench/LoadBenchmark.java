// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.rest.NiFiClient;

/** Many small runs through the MaxCut template: first all at once, then at a steady rate for long. */
public final class LoadBenchmark {

    private static final int WARM_UP_RUNS = 200;
    private static final Duration YARDSTICK_TIME = Duration.ofSeconds(5);

    /** Steady arrivals leave a fifth of what was reached at once, so that what piles up is a fault and not the rate. */
    private static final double STEADY_SHARE = 0.8;

    private final Path template;
    private final int atOnce;
    private final int steadily;
    private final Workload workload;
    private final Consumer<String> progress;

    /**
     * @param template the MaxCut template
     * @param atOnce how many runs arrive together
     * @param steadily how many arrive one after the other, when those are answered
     * @param nodes of the ring to be cut, and qubits
     * @param evaluations of each run, at most
     */
    public LoadBenchmark(
            Path template, int atOnce, int steadily, int nodes, int evaluations, Consumer<String> progress) {
        this.template = template;
        this.atOnce = atOnce;
        this.steadily = steadily;
        this.workload = Workload.brief(nodes, evaluations);
        this.progress = progress;
    }

    /** Runs a second of one thread without NiFi: the yardstick of {@link #rows}. */
    public double withoutNiFi() throws InterruptedException {
        progress.accept("Solving without NiFi for %d s ...".formatted(2 * YARDSTICK_TIME.toSeconds()));
        return new InProcessLoop(workload).runsPerSecond(YARDSTICK_TIME);
    }

    /**
     * Measures on a NiFi that does nothing else.
     *
     * @param pid of NiFi's JVM
     * @param threshold at how many FlowFiles a queue holds its source back
     * @param folder that NiFi can reach and that holds nothing yet
     */
    public List<Row> rows(
            NiFiClient nifi, long pid, int threshold, double withoutNiFi, Path folder, Runnable meanwhile) {
        TemplateInput input = new TemplateInput(workload.writeTo(folder.resolve("graph")));
        Path copy = ShortQueues.copy(template, threshold, folder.resolve("template"));
        Heap heap = new Heap(pid);
        try (TemplateRun run = TemplateRun.prepare(
                nifi, "queues of " + threshold, copy, workload.parameters(), folder.resolve("exchange"))) {
            Phase.send(nifi, run, input, WARM_UP_RUNS, OptionalDouble.empty(), answered -> meanwhile.run());
            double before = heap.afterCollection();
            say(threshold, "%,d runs at once".formatted(atOnce));
            Phase.Outcome burst =
                    Phase.send(nifi, run, input, atOnce, OptionalDouble.empty(), answered -> meanwhile.run());
            sayLargest(threshold, burst);
            double start = heap.afterCollection();
            double rate = STEADY_SHARE * burst.runsPerSecond();
            say(threshold, "%,d runs, %.0f a second".formatted(steadily, rate));
            AtHalf half = new AtHalf(heap, steadily / 2, meanwhile);
            Phase.Outcome steady = Phase.send(nifi, run, input, steadily, OptionalDouble.of(rate), half);
            sayLargest(threshold, steady);
            double end = heap.afterCollection();
            List<Row> rows = new ArrayList<>();
            rows.addAll(rows(
                    prefix(threshold, atOnce, "at once"),
                    burst,
                    atOnce,
                    threshold,
                    new Row.Yardstick("one thread without NiFi", withoutNiFi)));
            rows.addAll(rows(
                    prefix(threshold, steadily, "steadily"),
                    steady,
                    steadily,
                    threshold,
                    new Row.Yardstick("arriving", rate)));
            rows.addAll(heapRows("queues of %,d: heap ".formatted(threshold), before, start, half.reading, end));
            return rows;
        }
    }

    private void say(int threshold, String what) {
        progress.accept("Queues of %,d: %s".formatted(threshold, what));
    }

    private void sayLargest(int threshold, Phase.Outcome outcome) {
        Tally tally = outcome.tally();
        say(threshold, "the largest queue was %s with %,d".formatted(tally.largestQueueName(), tally.largestQueue()));
    }

    private static String prefix(int threshold, int runs, String how) {
        return "queues of %,d: %,d %s, ".formatted(threshold, runs, how);
    }

    static List<Row> rows(String prefix, Phase.Outcome outcome, int fed, int threshold, Row.Yardstick runsPerSecond) {
        Tally tally = outcome.tally();
        double iterationsPerRun = (double) tally.iterations() / tally.answered();
        return List.of(
                Row.of(prefix + "answered", tally.answered(), "runs").against("fed", fed),
                Row.of(prefix + "by the quantum road", tally.quantum(), "runs").against("fed", fed),
                Row.of(prefix + "runs", outcome.runsPerSecond(), "1/s")
                        .against(runsPerSecond.name(), runsPerSecond.value()),
                Row.of(prefix + "iterations", outcome.iterationsPerSecond(), "1/s")
                        .against(runsPerSecond.name(), runsPerSecond.value() * iterationsPerRun),
                Row.of(prefix + "largest queue", tally.largestQueue(), "FlowFiles")
                        .against("threshold", threshold));
    }

    static List<Row> heapRows(String prefix, double before, double start, double half, double end) {
        return List.of(
                Row.of(prefix + "before", before, "MiB"),
                Row.of(prefix + "at the start of the steady runs", start, "MiB").against("before", before),
                Row.of(prefix + "at half of them", half, "MiB").against("at their start", start),
                Row.of(prefix + "at their end", end, "MiB").against("at their start", start));
    }

    /** Reads the heap once, when half of the answers are there. */
    private static final class AtHalf implements Phase.Watcher {
        private final Heap heap;
        private final int half;
        private final Runnable meanwhile;
        private double reading;

        AtHalf(Heap heap, int half, Runnable meanwhile) {
            this.heap = heap;
            this.half = half;
            this.meanwhile = meanwhile;
        }

        @Override
        public void see(int answered) {
            meanwhile.run();
            if (reading == 0 && answered >= half) {
                reading = heap.afterCollection();
            }
        }
    }
}
