// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.nifiquantum.runtime.rest.NiFiClient;

/** A lane for each trouble, several at a time: much of what a lane does is waiting. */
public final class FaultCampaign {

    /** Every lane may have processors that wait in retries. */
    private static final int NIFI_THREADS_PER_LANE = 14;

    private static final int SPARE_NIFI_THREADS = 10;

    /** NiFi and the service load their classes in the first runs, which takes longer than the flow's time-outs. */
    private static final int WARM_UP_RUNS = 20;

    private final FaultPlanning planning;
    private final Consumer<String> progress;

    public FaultCampaign(FaultPlanning planning, Consumer<String> progress) {
        this.planning = planning;
        this.progress = progress;
    }

    /**
     * Does all of it.
     *
     * @param scratch a folder that NiFi can reach
     */
    public FaultReport run(NiFiClient nifi, Path scratch) {
        nifi.controller().setThreads(SPARE_NIFI_THREADS + planning.lanes() * NIFI_THREADS_PER_LANE);
        progress.accept("%d runs with %d kinds of trouble, %d at a time; seed %d."
                .formatted(planning.runs(), planning.troubles().size(), planning.lanes(), planning.seed()));
        FaultRow warmUp = new Lane(planning.like(), Trouble.none(), WARM_UP_RUNS, planning.seed())
                .run(nifi, scratch.resolve("none"));
        progress.accept("  warm after %d runs, median %d ms"
                .formatted(warmUp.runs(), warmUp.median().toMillis()));
        Instant start = Instant.now();
        SplittableRandom seeds = new SplittableRandom(planning.seed());
        try (ExecutorService lanes = Executors.newFixedThreadPool(planning.lanes())) {
            List<Future<FaultRow>> rows = new ArrayList<>();
            for (int i = 0; i < planning.troubles().size(); i++) {
                Trouble trouble = planning.troubles().get(i);
                Lane lane = new Lane(planning.like(), trouble, planning.runsOf(i), seeds.nextLong());
                rows.add(lanes.submit(() -> tell(lane.run(nifi, scratch.resolve(trouble.label())))));
            }
            return new FaultReport(
                    planning.seed(),
                    rows.stream().map(FaultCampaign::row).toList(),
                    Duration.between(start, Instant.now()));
        }
    }

    private FaultRow tell(FaultRow row) {
        progress.accept("  %s: %d runs, %d quantum, %d classical, %d billed, median %d ms%s"
                .formatted(
                        row.trouble(),
                        row.runs(),
                        row.quantum(),
                        row.classical(),
                        row.billed(),
                        row.median().toMillis(),
                        row.isClean() ? "" : ", NOT CLEAN: " + row));
        return row;
    }

    private static FaultRow row(Future<FaultRow> lane) {
        try {
            return lane.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted while lanes were under way");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
