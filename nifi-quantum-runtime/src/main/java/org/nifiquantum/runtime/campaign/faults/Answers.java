// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.campaign.Verdict;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.ProviderJob;

/** Which runs were fed and what came out of them. Runs have the numbers of their inputs, from 0. */
final class Answers {

    private final int runs;
    private final long[] fedAt;
    private final long[] nanos;
    private final int[] times;
    private final List<TemplateOutput> outputs = new ArrayList<>();
    private int fed;
    private int answered;
    private long lastSign = System.nanoTime();

    Answers(int runs) {
        this.runs = runs;
        fedAt = new long[runs];
        nanos = new long[runs];
        times = new int[runs];
    }

    /** Silence counts from now on: a lane may have waited long for its turn. */
    void begin() {
        lastSign = System.nanoTime();
    }

    void feeding(int count) {
        long now = System.nanoTime();
        Arrays.fill(fedAt, fed, fed + count, now);
        fed += count;
        lastSign = now;
    }

    void add(List<TemplateOutput> fresh) {
        long now = System.nanoTime();
        for (TemplateOutput output : fresh) {
            int run = output.input();
            if (times[run]++ == 0) {
                answered++;
                nanos[run] = now - fedAt[run];
                lastSign = now;
            }
            outputs.add(output);
        }
    }

    int fed() {
        return fed;
    }

    int underWay() {
        return fed - answered;
    }

    /** Runs without an answer, also those not fed yet. */
    int missing() {
        return runs - answered;
    }

    /** Since something was fed or answered. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastSign);
    }

    /**
     * The lane's row.
     *
     * @param graphs by turns, those of the runs
     */
    FaultRow row(String trouble, long met, MisbehavingProvider provider, List<Graph> graphs) {
        Map<String, ProviderJob> jobs =
                provider.jobs().stream().collect(Collectors.toMap(ProviderJob::id, Function.identity()));
        Map<Verdict, List<TemplateOutput>> verdicts = outputs.stream()
                .collect(Collectors.groupingBy(
                        output -> Verdict.of(output, graphs.get(output.input() % graphs.size()), jobs)));
        List<TemplateOutput> classical = verdicts.getOrDefault(Verdict.CLASSICAL, List.of());
        return new FaultRow(
                trouble,
                runs,
                met,
                verdicts.getOrDefault(Verdict.QUANTUM, List.of()).size(),
                classical.size(),
                verdicts.getOrDefault(Verdict.WRONG, List.of()).size(),
                runs - answered,
                outputs.size() - answered,
                jobs.size(),
                billedTwice(provider.billed()),
                median(),
                classical.stream().collect(Collectors.groupingBy(Verdict::why, TreeMap::new, Collectors.counting())));
    }

    /** A job without a key cannot be found again, so it counts as if there were another. */
    static int billedTwice(Map<String, Integer> billed) {
        return billed.entrySet().stream()
                .mapToInt(entry -> entry.getKey().isEmpty() ? entry.getValue() : entry.getValue() - 1)
                .sum();
    }

    private Duration median() {
        long[] sorted = Arrays.stream(nanos).filter(time -> time > 0).sorted().toArray();
        return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[sorted.length / 2]);
    }
}
