// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.campaign.Verdict;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.ProviderJob;

/** What has come out for the runs of one phase. */
final class Answers {

    /** Longer than a node that was killed takes to come back. */
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final int runs;
    private final TemplateRun flow;

    /** By the FlowFile: NiFi's PutFile may write one again after a kill. */
    private final Map<String, TemplateOutput> outputs = new HashMap<>();

    private final Set<Integer> answered = new HashSet<>();

    Answers(int runs, TemplateRun flow) {
        this.runs = runs;
        this.flow = flow;
    }

    /** Waits for so many answers, or until the time is over. */
    void await(int count) {
        Patience.awaitTrue(LIMIT, () -> {
            for (TemplateOutput output : flow.collect()) {
                outputs.put(output.flowFile().attributes().get("uuid"), output);
                answered.add(output.input());
            }
            return answered.size() >= count;
        });
    }

    /**
     * Judges them.
     *
     * @param graphs by turns, those of the runs
     */
    ClusterRow row(ClusterPhase phase, List<Graph> graphs, MisbehavingProvider provider, int leasing, Duration took) {
        Map<String, ProviderJob> jobs =
                provider.jobs().stream().collect(Collectors.toMap(ProviderJob::id, Function.identity()));
        Map<Verdict, List<TemplateOutput>> verdicts = outputs.values().stream()
                .collect(Collectors.groupingBy(
                        output -> Verdict.of(output, graphs.get(output.input() % runs % graphs.size()), jobs)));
        List<TemplateOutput> classical = verdicts.getOrDefault(Verdict.CLASSICAL, List.of());
        return new ClusterRow(
                phase,
                runs,
                verdicts.getOrDefault(Verdict.QUANTUM, List.of()).size(),
                classical.size(),
                verdicts.getOrDefault(Verdict.WRONG, List.of()).size(),
                runs - answered.size(),
                answeredTwice(),
                provider.billed().values().stream().mapToInt(times -> times - 1).sum(),
                spent(provider),
                leasing,
                took,
                classical.stream().collect(Collectors.groupingBy(Verdict::why, TreeMap::new, Collectors.counting())));
    }

    /** Of one run: NiFi's GetFile may read a file again after a kill, and makes another run of it. */
    private int answeredTwice() {
        long different = outputs.values().stream()
                .map(output -> output.flowFile().attributes().get("quantum.run.id"))
                .distinct()
                .count();
        return outputs.size() - (int) different;
    }

    private static BigDecimal spent(MisbehavingProvider provider) {
        return provider.jobs().stream()
                .map(job -> IonqDialect.price(job.shots() * job.circuits().size()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
