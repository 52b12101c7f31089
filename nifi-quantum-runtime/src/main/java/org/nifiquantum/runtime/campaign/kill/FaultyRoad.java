// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.runtime.campaign.FailoverFlow;
import org.nifiquantum.runtime.campaign.Graph;
import org.nifiquantum.runtime.campaign.Verdict;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.ProviderJob;

/**
 * Many short runs at once to a provider that misbehaves all the while. Which of them are answered by which road is chance, so they
 * are not compared with others, but with the graphs that were asked for and with the provider's books.
 */
final class FaultyRoad implements Road {

    private static final int RUNS = 30;
    private static final int SMALLEST_GRAPH = 3;
    private static final int LARGEST_GRAPH = 8;
    private static final int GRAPHS = 6;

    private final BackendKind kind;
    private final TemplateRun flow;
    private final MisbehavingProvider provider;
    private final List<Graph> graphs;
    private final List<TemplateInput> inputs;

    /** By the FlowFile: NiFi's PutFile may write one again after a kill. */
    private final Map<String, TemplateOutput> answers = new HashMap<>();

    private int fed;
    private int judged;
    private int billedTwiceBefore;
    private Duration took = Duration.ZERO;

    private FaultyRoad(
            BackendKind kind,
            TemplateRun flow,
            MisbehavingProvider provider,
            List<Graph> graphs,
            List<TemplateInput> inputs) {
        this.kind = kind;
        this.flow = flow;
        this.provider = provider;
        this.graphs = List.copyOf(graphs);
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Puts the flow on the canvas and lets the runs through once without a kill.
     *
     * @param providers go on when NiFi dies
     * @param scratch a folder of its own
     * @throws EnvironmentException if some of the runs are not answered
     */
    static FaultyRoad prepare(NiFiClient nifi, BackendKind kind, Providers providers, Path scratch, Duration limit) {
        SplittableRandom random = new SplittableRandom(providers.seed());
        List<Graph> graphs = new ArrayList<>();
        List<TemplateInput> inputs = new ArrayList<>();
        for (int i = 0; i < GRAPHS; i++) {
            Graph graph = Graph.random(random.nextInt(SMALLEST_GRAPH, LARGEST_GRAPH + 1), random);
            graphs.add(graph);
            inputs.add(graph.writeTo(scratch.resolveSibling("graphs-" + kind).resolve("graph-%d.txt".formatted(i))));
        }
        CampaignProvider like = kind.misbehaving().orElseThrow();
        MisbehavingProvider provider = providers.misbehaving(like);
        String name = "killed, with faults, %s".formatted(like);
        TemplateRun flow = FailoverFlow.prepare(nifi, name, like, provider, Map.of(), scratch);
        FaultyRoad road = new FaultyRoad(kind, flow, provider, graphs, inputs);
        road.passOnce(limit);
        return road;
    }

    private void passOnce(Duration limit) {
        feed();
        if (!Patience.awaitTrue(limit, this::hasBegun)) {
            throw new EnvironmentException("NiFi does not take its input.");
        }
        Instant begun = Instant.now();
        if (!awaitAnswer(limit)) {
            throw new EnvironmentException("Not every undisturbed run on the road %s has an answer.".formatted(kind));
        }
        took = Duration.between(begun, Instant.now());
    }

    @Override
    public BackendKind kind() {
        return kind;
    }

    @Override
    public void feed() {
        judged = fed;
        billedTwiceBefore = billedTwice();
        List<TemplateInput> chosen = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            chosen.add(inputs.get((fed + i) % inputs.size()));
        }
        flow.feed(chosen);
        fed += RUNS;
    }

    @Override
    public boolean hasBegun() {
        return flow.hasTakenAll();
    }

    @Override
    public boolean isAnswered() {
        return awaitAnswer(Duration.ZERO);
    }

    @Override
    public boolean awaitAnswer(Duration limit) {
        for (TemplateOutput output : flow.await(limit, () -> {})) {
            answers.put(output.flowFile().attributes().get("uuid"), output);
        }
        Set<Integer> answered =
                answers.values().stream().map(TemplateOutput::input).collect(Collectors.toCollection(HashSet::new));
        return answered.size() == fed;
    }

    @Override
    public Duration duration() {
        return took;
    }

    @Override
    public Trial judge(boolean killed, boolean answered, Duration recovery) {
        Map<String, ProviderJob> jobs =
                provider.jobs().stream().collect(Collectors.toMap(ProviderJob::id, Function.identity()));
        List<Verdict> verdicts = answers.values().stream()
                .filter(output -> output.input() >= judged)
                .map(output -> Verdict.of(output, graphs.get(output.input() % graphs.size()), jobs))
                .toList();
        boolean right = verdicts.stream().noneMatch(verdict -> verdict == Verdict.WRONG);
        return new Trial(killed, answered, right, right, billedTwice() - billedTwiceBefore, recovery);
    }

    private int billedTwice() {
        return provider.billed().values().stream().mapToInt(times -> times - 1).sum();
    }

    /** Of one run: NiFi's GetFile may read a file again after a kill, and makes another run of it. */
    @Override
    public int excessAnswers() {
        boolean complete = isAnswered();
        Set<String> runs = answers.values().stream()
                .map(output -> output.flowFile().attributes().get("quantum.run.id"))
                .collect(Collectors.toSet());
        return complete ? answers.size() - runs.size() : -1;
    }
}
