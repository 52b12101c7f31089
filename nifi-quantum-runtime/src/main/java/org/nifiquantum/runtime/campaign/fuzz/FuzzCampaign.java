// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nifiquantum.runtime.campaign.fuzz.Reading.Outcome;

/** Reads damaged forms of each sample and keeps what must not be. Ends early when too many hang: their threads go on. */
public final class FuzzCampaign {

    private static final int MOST_HANGING = 10;

    private final List<Sample> corpus;
    private final int times;
    private final long seed;
    private final WatchedReader reader;
    private final Path findings;
    private int hanging;

    /**
     * @param times how many damaged forms of each sample
     * @param reader throws its own error for what it refuses
     * @param limit for one program
     * @param findings the folder for what must not be; made when there is something
     */
    public FuzzCampaign(
            List<Sample> corpus, int times, long seed, Consumer<String> reader, Duration limit, Path findings) {
        this.corpus = List.copyOf(corpus);
        this.times = times;
        this.seed = seed;
        this.reader = new WatchedReader(reader, limit);
        this.findings = findings;
    }

    /** Does all of it. */
    public FuzzReport run(Consumer<String> progress) throws InterruptedException {
        List<FuzzReport.Row> rows = new ArrayList<>();
        for (Sample sample : corpus) {
            FuzzReport.Row row = damage(sample);
            rows.add(row);
            progress.accept("%d of %d: %s".formatted(rows.size(), corpus.size(), row.summary()));
            if (hanging > MOST_HANGING) {
                break;
            }
        }
        return new FuzzReport(seed, rows, rows.size() == corpus.size());
    }

    private FuzzReport.Row damage(Sample sample) throws InterruptedException {
        FuzzReport.Row row = FuzzReport.Row.of(sample.name());
        for (int n = 0; n < times && hanging <= MOST_HANGING; n++) {
            String damaged = sample.damaged(seed, n, corpus);
            Reading reading = reader.read(damaged);
            row = row.with(reading);
            if (!reading.isRight()) {
                keep(sample, n, damaged, reading);
            }
            if (reading.outcome() == Outcome.TOO_SLOW) {
                hanging++;
            }
        }
        return row;
    }

    private void keep(Sample sample, int n, String damaged, Reading reading) {
        try {
            Path file = Files.createDirectories(findings).resolve("%s.%d.qasm".formatted(sample.name(), n));
            Files.writeString(file, damaged);
            Files.writeString(file.resolveSibling(file.getFileName() + ".txt"), reading.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
