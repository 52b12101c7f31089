// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;

/**
 * Runs that are killed, one after the other in one NiFi folder, and compared with an undisturbed one: the NiFi that has
 * finished one run is killed in the next.
 */
public final class Trials {

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(5);

    private final CrashingNiFi nifi;
    private final Map<BackendKind, Road> roads = new EnumMap<>(BackendKind.class);

    private Trials(CrashingNiFi nifi) {
        this.nifi = nifi;
    }

    /**
     * Puts the flow of each road on the canvas, and lets the optimisations run once without disturbance.
     *
     * @param templates the folder with the project's templates and their data
     * @param scratch a folder for what goes in and comes out
     */
    public static Trials prepare(
            CrashingNiFi nifi, Collection<BackendKind> kinds, Providers providers, Path templates, Path scratch) {
        Trials trials = new Trials(nifi);
        NiFiClient client = nifi.awaitReady();
        for (BackendKind kind : EnumSet.copyOf(kinds)) {
            Path folder = scratch.resolve(kind.name());
            trials.roads.put(
                    kind,
                    kind.misbehaving().isPresent()
                            ? FaultyRoad.prepare(client, kind, providers, folder, ANSWER_LIMIT)
                            : ComparedRoad.prepare(
                                    CampaignLoop.prepare(client, kind, providers.loopback(), templates, folder),
                                    ANSWER_LIMIT));
        }
        nifi.awaitSaved();
        return trials;
    }

    /** How long what is killed takes without a kill. */
    Duration duration(BackendKind kind) {
        return roads.get(kind).duration();
    }

    /** Whether all roads that can be compared lead to the same evaluations and the same answer. */
    boolean roadsAgree() {
        List<Answer> answers = roads.values().stream()
                .filter(ComparedRoad.class::isInstance)
                .map(road -> ((ComparedRoad) road).undisturbed())
                .toList();
        return answers.stream()
                .allMatch(answer ->
                        answer.hasEvaluationsOf(answers.getFirst()) && answer.hasSolutionOf(answers.getFirst()));
    }

    /** Kills NiFi when a run comes to a point for the k-th time, and again at each further place of the point. */
    public Trial killAt(CrashPoint point, int hit, BackendKind kind) {
        Road road = roads.get(kind);
        List<Place> places = point.places(kind);
        boolean killed;
        try (CrashTrigger trigger = nifi.killAt(places.getFirst(), hit)) {
            road.feed();
            killed = awaitDeath(trigger, road);
        }
        for (Place next : places.subList(1, places.size())) {
            killed = killed && killWhileItBoots(next, road);
        }
        return finish(road, killed);
    }

    private boolean killWhileItBoots(Place place, Road road) {
        nifi.restart();
        try (CrashTrigger trigger = nifi.killAt(place, 1)) {
            return awaitDeath(trigger, road);
        }
    }

    private static boolean awaitDeath(CrashTrigger trigger, Road road) {
        Patience.awaitTrue(ANSWER_LIMIT, () -> trigger.hasFired() || road.isAnswered());
        return trigger.hasFired();
    }

    /** Kills NiFi so long after it has taken what is fed; not at all if that is answered before. */
    public Trial killAfter(Duration delay, BackendKind kind) {
        Road road = roads.get(kind);
        road.feed();
        if (!Patience.awaitTrue(ANSWER_LIMIT, road::hasBegun)) {
            throw new EnvironmentException("NiFi does not take its input. " + nifi.describe());
        }
        Patience.pause(delay);
        boolean killed = !road.isAnswered();
        if (killed) {
            nifi.kill();
        }
        return finish(road, killed);
    }

    private Trial finish(Road road, boolean killed) {
        Instant death = Instant.now();
        if (killed) {
            nifi.restart();
        }
        boolean answered = road.awaitAnswer(ANSWER_LIMIT);
        Duration recovery = Duration.between(death, Instant.now());
        nifi.awaitReady();
        return road.judge(killed, answered, recovery);
    }

    /** How many answers there are more than runs; negative if some are missing. */
    int excessAnswers() {
        return roads.values().stream().mapToInt(Road::excessAnswers).sum();
    }
}
