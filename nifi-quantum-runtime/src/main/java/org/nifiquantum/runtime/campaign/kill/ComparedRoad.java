// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;
import java.time.Instant;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.Patience;

/** A long optimisation, again and again, compared with one that was not disturbed. */
final class ComparedRoad implements Road {

    private final CampaignLoop loop;
    private final Answer undisturbed;
    private final Duration took;
    private int submissionsBefore;

    private ComparedRoad(CampaignLoop loop, Answer undisturbed, Duration took) {
        this.loop = loop;
        this.undisturbed = undisturbed;
        this.took = took;
    }

    /**
     * Lets the loop run once without disturbance.
     *
     * @throws EnvironmentException if there is no answer, or one that cannot be compared with
     */
    static ComparedRoad prepare(CampaignLoop loop, Duration limit) {
        loop.feed();
        if (!Patience.awaitTrue(limit, loop::hasBegun)) {
            throw new EnvironmentException("NiFi does not take its input.");
        }
        Instant begun = Instant.now();
        if (!loop.awaitAnswer(limit)) {
            throw new EnvironmentException("The undisturbed run has no answer.");
        }
        Answer answer = loop.answers().getFirst();
        if (loop.backend() == BackendKind.LOOPBACK && loop.submissions() != answer.jobs()) {
            throw new EnvironmentException("The undisturbed run counts %d jobs, its provider %d."
                    .formatted(answer.jobs(), loop.submissions()));
        }
        if (answer.jobs() < KillPlan.jobsNeeded()) {
            throw new EnvironmentException("A run has %d jobs; to be killed at its %d-th it needs more."
                    .formatted(answer.jobs(), KillPlan.jobsNeeded()));
        }
        return new ComparedRoad(loop, answer, Duration.between(begun, Instant.now()));
    }

    Answer undisturbed() {
        return undisturbed;
    }

    @Override
    public BackendKind kind() {
        return loop.backend();
    }

    @Override
    public void feed() {
        submissionsBefore = loop.submissions();
        loop.feed();
    }

    @Override
    public boolean hasBegun() {
        return loop.hasBegun();
    }

    @Override
    public boolean isAnswered() {
        return loop.isAnswered();
    }

    @Override
    public boolean awaitAnswer(Duration limit) {
        return loop.awaitAnswer(limit);
    }

    @Override
    public Duration duration() {
        return took;
    }

    @Override
    public Trial judge(boolean killed, boolean answered, Duration recovery) {
        if (!answered) {
            return new Trial(killed, false, false, false, 0, recovery);
        }
        Answer answer = loop.answers().getLast();
        int jobs = loop.backend() == BackendKind.LOOPBACK ? loop.submissions() - submissionsBefore : answer.jobs();
        return new Trial(
                killed,
                true,
                answer.hasEvaluationsOf(undisturbed),
                answer.hasSolutionOf(undisturbed),
                jobs - undisturbed.jobs(),
                recovery);
    }

    @Override
    public int excessAnswers() {
        loop.isAnswered();
        return loop.answers().size() - loop.fed();
    }
}
