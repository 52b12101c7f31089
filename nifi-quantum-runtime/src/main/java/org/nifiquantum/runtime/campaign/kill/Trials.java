// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.testkit.provider.LoopbackProvider;

/**
 * Runs that are killed, one after the other in one NiFi folder, and compared with an undisturbed one: the NiFi that has
 * finished one run is killed in the next.
 */
public final class Trials {

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(5);

    private final CrashingNiFi nifi;
    private final Map<BackendKind, CampaignLoop> loops = new EnumMap<>(BackendKind.class);
    private final Map<BackendKind, Undisturbed> undisturbed = new EnumMap<>(BackendKind.class);

    private record Undisturbed(Answer answer, Duration took) {}

    private Trials(CrashingNiFi nifi) {
        this.nifi = nifi;
    }

    /**
     * Puts a loop for each road on the canvas and lets each run once without disturbance.
     *
     * @param templates the folder with the project's templates and their data
     * @param scratch a folder for what goes in and comes out
     */
    public static Trials prepare(CrashingNiFi nifi, LoopbackProvider provider, Path templates, Path scratch) {
        Trials trials = new Trials(nifi);
        NiFiClient client = nifi.awaitReady();
        for (BackendKind backend : BackendKind.values()) {
            CampaignLoop loop =
                    CampaignLoop.prepare(client, backend, provider, templates, scratch.resolve(backend.name()));
            trials.loops.put(backend, loop);
            trials.undisturbed.put(backend, trials.runUndisturbed(loop));
        }
        return trials;
    }

    private Undisturbed runUndisturbed(CampaignLoop loop) {
        loop.feed();
        awaitBegun(loop);
        Instant begun = Instant.now();
        if (!loop.awaitAnswer(ANSWER_LIMIT)) {
            throw new EnvironmentException("The undisturbed run has no answer. " + nifi.describe());
        }
        Answer answer = loop.answers().getFirst();
        if (loop.backend() == BackendKind.LOOPBACK && loop.submissions() != answer.jobs()) {
            throw new EnvironmentException("The undisturbed run counts %d jobs, its provider %d."
                    .formatted(answer.jobs(), loop.submissions()));
        }
        return new Undisturbed(answer, Duration.between(begun, Instant.now()));
    }

    private void awaitBegun(CampaignLoop loop) {
        if (!Patience.awaitTrue(ANSWER_LIMIT, loop::hasBegun)) {
            throw new EnvironmentException("NiFi does not take its input. " + nifi.describe());
        }
    }

    /** How many jobs a run has. */
    int jobs() {
        return undisturbed.get(BackendKind.EMBEDDED).answer().jobs();
    }

    /** How long an undisturbed run took, from the problem's being taken to its answer. */
    Duration duration(BackendKind backend) {
        return undisturbed.get(backend).took();
    }

    /** Whether both roads lead to the same evaluations and the same answer. */
    boolean roadsAgree() {
        Answer embedded = undisturbed.get(BackendKind.EMBEDDED).answer();
        Answer loopback = undisturbed.get(BackendKind.LOOPBACK).answer();
        return embedded.hasEvaluationsOf(loopback) && embedded.hasSolutionOf(loopback);
    }

    /** Kills a run when it comes to a point for the k-th time, and again at each further place of the point. */
    public Trial killAt(CrashPoint point, int hit, BackendKind backend) {
        CampaignLoop loop = loops.get(backend);
        int submissions = loop.submissions();
        boolean killed;
        try (CrashTrigger trigger = nifi.killAt(point.places().getFirst(), hit)) {
            loop.feed();
            killed = awaitDeath(trigger, loop);
        }
        for (Place next : point.places().subList(1, point.places().size())) {
            killed = killed && killWhileItBoots(next, loop);
        }
        return finish(loop, killed, submissions);
    }

    private boolean killWhileItBoots(Place place, CampaignLoop loop) {
        nifi.restart();
        try (CrashTrigger trigger = nifi.killAt(place, 1)) {
            return awaitDeath(trigger, loop);
        }
    }

    private static boolean awaitDeath(CrashTrigger trigger, CampaignLoop loop) {
        Patience.awaitTrue(ANSWER_LIMIT, () -> trigger.hasFired() || loop.isAnswered());
        return trigger.hasFired();
    }

    /** Kills a run so long after NiFi has taken it; not at all if it is answered before. */
    public Trial killAfter(Duration delay, BackendKind backend) {
        CampaignLoop loop = loops.get(backend);
        int submissions = loop.submissions();
        loop.feed();
        awaitBegun(loop);
        Patience.pause(delay);
        boolean killed = !loop.isAnswered();
        if (killed) {
            nifi.kill();
        }
        return finish(loop, killed, submissions);
    }

    private Trial finish(CampaignLoop loop, boolean killed, int submissionsBefore) {
        Instant death = Instant.now();
        if (killed) {
            nifi.restart();
        }
        boolean answered = loop.awaitAnswer(ANSWER_LIMIT);
        Duration recovery = Duration.between(death, Instant.now());
        nifi.awaitReady();
        if (!answered) {
            return new Trial(killed, false, false, false, 0, recovery);
        }
        Answer expected = undisturbed.get(loop.backend()).answer();
        Answer answer = loop.answers().getLast();
        int jobs = switch (loop.backend()) {
            case EMBEDDED -> answer.jobs();
            case LOOPBACK -> loop.submissions() - submissionsBefore;
        };
        return new Trial(
                killed,
                true,
                answer.hasEvaluationsOf(expected),
                answer.hasSolutionOf(expected),
                jobs - expected.jobs(),
                recovery);
    }

    /** How many answers there are more than problems; negative if some are missing. */
    int excessAnswers() {
        List<CampaignLoop> all = List.copyOf(loops.values());
        return all.stream()
                .mapToInt(loop -> {
                    loop.isAnswered();
                    return loop.answers().size() - loop.fed();
                })
                .sum();
    }
}
