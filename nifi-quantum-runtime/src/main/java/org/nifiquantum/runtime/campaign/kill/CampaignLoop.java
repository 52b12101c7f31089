// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.flow.TemplateVariant;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.testkit.provider.LoopbackProvider;

/** The MaxCut template on one of the two roads, fed with one problem at a time. */
final class CampaignLoop {

    /** SPSA makes a long run of it: every submission two evaluations. A restart must not outlast the job deadline. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "optimizer", "SPSA",
            "maximum-evaluations", "80",
            "layers", "2",
            "shots", "200",
            "seed", "4",
            "job-deadline", "30 min");

    private final TemplateRun run;
    private final BackendKind backend;
    private final LoopbackProvider provider;
    private final TemplateInput problem;
    private final List<Answer> answers = new ArrayList<>();
    private int fed;

    private CampaignLoop(TemplateRun run, BackendKind backend, LoopbackProvider provider, TemplateInput problem) {
        this.run = run;
        this.backend = backend;
        this.provider = provider;
        this.problem = problem;
    }

    /**
     * Puts the template on the canvas.
     *
     * @param templates the folder with the project's templates and their data
     * @param scratch a folder of the loop's own
     */
    static CampaignLoop prepare(
            NiFiClient nifi, BackendKind backend, LoopbackProvider provider, Path templates, Path scratch) {
        String name = "killed, " + backend;
        TemplateVariant variant =
                TemplateVariant.of(templates.resolve("maxcut-qaoa.json")).withContext(name);
        TemplateVariant template = switch (backend) {
            case EMBEDDED -> variant;
            case IONQ, BRAKET -> throw new IllegalArgumentException("their results are drawn anew for each job");
            case LOOPBACK ->
                variant.withService(
                        backend.service(),
                        "nifi-quantum-testkit-nar",
                        Map.of("Provider URL", provider.uri().toString()));
        };
        Path file = template.writeTo(scratch.resolveSibling(scratch.getFileName() + ".json"));
        TemplateInput problem = new TemplateInput(templates.resolve("data").resolve("maxcut-16-cities.json"));
        return new CampaignLoop(TemplateRun.prepare(nifi, name, file, PARAMETERS, scratch), backend, provider, problem);
    }

    BackendKind backend() {
        return backend;
    }

    void feed() {
        run.feed(List.of(problem));
        fed++;
    }

    /** Whether NiFi has taken the problem for good. */
    boolean hasBegun() {
        return run.hasTakenAll();
    }

    /** Whether an answer has come out for everything fed, as far as one sees at once. */
    boolean isAnswered() {
        collect(Duration.ZERO);
        return answers.size() >= fed;
    }

    /** Waits for the answer to the last problem; false if the time is over first. */
    boolean awaitAnswer(Duration limit) {
        collect(limit);
        return isAnswered();
    }

    private void collect(Duration limit) {
        for (TemplateOutput output : run.await(limit, () -> {})) {
            answers.add(Answer.of(output));
        }
    }

    /** All that has come out so far: one for each problem, if nothing is lost and nothing comes twice. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    int fed() {
        return fed;
    }

    /** How many jobs the outside has seen so far; zero for the simulator, which is inside. */
    int submissions() {
        return backend == BackendKind.LOOPBACK ? provider.submissions().size() : 0;
    }
}
