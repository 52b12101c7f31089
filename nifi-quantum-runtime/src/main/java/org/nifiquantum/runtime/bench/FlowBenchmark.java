// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nifiquantum.runtime.rest.NiFiClient;

/**
 * What one iteration of the variational loop takes on NiFi: optimise, submit, poll. Held against a bare loop of three of
 * NiFi's own processors on the same NiFi, and against the same loop without NiFi.
 */
public final class FlowBenchmark {

    /** The loop must go on for so long that the last of the compared iterations is not among the very last. */
    public static final int LEAST_ITERATIONS = 1_100;

    private static final int EARLY_FIRST = 51;
    private static final int EARLY_LAST = 150;
    private static final int LATE_FIRST = 951;
    private static final int LATE_LAST = 1050;

    /** The bare loop's clock is NiFi's expression language, in whole milliseconds. */
    private static final int BARE_ROUNDS_TOGETHER = 10;

    private final Path template;
    private final int iterations;
    private final Workload workload;
    private final Consumer<String> progress;

    /**
     * @param template the MaxCut template
     * @param iterations of a run, at least {@link #LEAST_ITERATIONS}
     */
    public FlowBenchmark(Path template, int iterations, Consumer<String> progress) {
        if (iterations < LEAST_ITERATIONS) {
            throw new IllegalArgumentException(
                    "%d iterations: must be at least %d".formatted(iterations, LEAST_ITERATIONS));
        }
        this.template = template;
        this.iterations = iterations;
        this.workload = Workload.tuning(iterations);
        this.progress = progress;
    }

    /** Milliseconds of an iteration without NiFi: the yardstick of {@link #rows}. */
    public double withoutNiFi() throws InterruptedException {
        progress.accept("Timing %,d iterations without NiFi, then once more ...".formatted(iterations));
        return new InProcessLoop(workload).iterations().median();
    }

    /**
     * Measures on a NiFi.
     *
     * @param setting named in each row
     * @param folder that NiFi can reach and that holds nothing yet
     */
    public List<Row> rows(NiFiClient nifi, String setting, double withoutNiFi, Path folder, Runnable meanwhile) {
        progress.accept("Timing %,d iterations on NiFi, %s, then once more ...".formatted(iterations, setting));
        TimedLoop.Measured loop =
                loop().measure(nifi, workload.writeTo(folder.resolve("graph")), folder.resolve("loop"), meanwhile);
        progress.accept("Timing %,d rounds of a bare loop, then once more ...".formatted(iterations));
        TimedLoop.Measured bare =
                bareLoop(folder).measure(nifi, filler(folder, loop.bytes() / 2), folder.resolve("bare"), meanwhile);
        return rows(setting, withoutNiFi, loop.rounds(), bare.rounds());
    }

    static List<Row> rows(String setting, double withoutNiFi, Durations loop, Durations bare) {
        double median = loop.median();
        Durations bareTogether = bare.meansOf(BARE_ROUNDS_TOGETHER);
        double early = loop.slice(EARLY_FIRST, EARLY_LAST).median();
        double late = loop.slice(LATE_FIRST, LATE_LAST).median();
        return List.of(
                Row.of(setting + ": iteration, median", median, "ms").against("three bare hops", bareTogether.median()),
                Row.of(setting + ": iteration, 99th percentile", loop.percentile(99), "ms")
                        .against("its median", median),
                Row.of("%s: iterations %d-%d, median".formatted(setting, LATE_FIRST, LATE_LAST), late, "ms")
                        .against("iterations %d-%d".formatted(EARLY_FIRST, EARLY_LAST), early),
                Row.of(setting + ": what NiFi adds to an iteration", median - withoutNiFi, "ms")
                        .against("without NiFi", withoutNiFi),
                Row.of(setting + ": three bare hops, 99th percentile", bare.percentile(99), "ms")
                        .against("their median", bareTogether.median()));
    }

    /** A round begins when SubmitCircuit has handed over a job: it notes that moment to the microsecond. */
    private TimedLoop loop() {
        return new TimedLoop(
                template,
                workload.parameters(),
                iterations + 1,
                "SubmitCircuit",
                "SEND",
                "quantum.submitted.at",
                Instant::parse);
    }

    private TimedLoop bareLoop(Path folder) {
        return new TimedLoop(
                write(folder, "bare-loop.json", resource("bare-loop.json")),
                Map.of("rounds", Integer.toString(iterations + 1)),
                iterations + 1,
                "UpdateAttribute",
                "ATTRIBUTES_MODIFIED",
                "bench.at",
                millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** A content of the size the run has in the middle of its way. */
    private static Path filler(Path folder, int bytes) {
        return write(folder, "filler.bin", new byte[bytes]);
    }

    private static byte[] resource(String name) {
        try (InputStream content = FlowBenchmark.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
