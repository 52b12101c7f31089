// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where NiFi is killed: wherever a step has done something that the next statement depends on. The order is that of one
 * evaluation.
 *
 * <p>A session's commit is three things in a row: provenance events are written, NiFi's FlowFile repository is updated,
 * which is the moment that decides, and the FlowFile joins the next queue.
 */
public enum CrashPoint {
    SUBMIT_TAKEN("SubmitCircuit has taken the run and not read it", at(Names.RUN_PROCESSOR, "content", Names.SUBMIT)),
    SUBMIT_READ("the run is read, neither marked as sending nor sent", at(Names.SUBMIT_CLASS, "submit", Names.SUBMIT)),
    SUBMIT_SENDING("the mark, if the road has one, is committed; nothing is sent", atBackend("submit", Names.SUBMIT)),
    SUBMIT_ANSWERED("the provider has taken the job, its answer is not read", Names.ANSWER),
    SUBMIT_LOOKING(
            "the same, and killed again while the job is looked up after the restart",
            Names.ANSWER,
            atBackend("find", Names.SUBMIT)),
    SUBMIT_RECEIVED("the job's id is known, nothing of it stored", at(Names.SUBMIT_CLASS, "transferSubmitted", "")),
    SUBMIT_COMMITTING("commit of mark or submission: repository not updated", committing(Names.SUBMIT)),
    SUBMIT_COMMITTED("commit of mark or submission: repository updated, no queue has it", committed(Names.SUBMIT)),
    POLL_DUE("PollResult has taken the runs that are due", atBackend("poll", Names.POLL)),
    POLL_FETCHING("the job is over, its result not fetched", atBackend("result", Names.POLL)),
    POLL_FETCHED("the result is fetched, no content written", at(Names.STEPS + "Collect", "apply", Names.POLL)),
    POLL_WRITTEN("the result is in the content, nothing committed", at(Names.PROVENANCE, "fetch", Names.POLL)),
    POLL_COMMITTED("commit of a result: repository updated, no queue has it", committed(Names.POLL)),
    OPTIMIZE_TAKEN(
            "ClassicalOptimize has taken the run and not read it", at(Names.RUN_PROCESSOR, "content", Names.OPTIMIZE)),
    OPTIMIZE_DECIDED(
            "the next parameters are chosen, no content written", at(Names.OPTIMIZE_CLASS, "transfer", Names.OPTIMIZE)),
    OPTIMIZE_WRITTEN(
            "the next request is in the content, nothing committed",
            at(Names.PROVENANCE, "modifyContent", Names.OPTIMIZE)),
    OPTIMIZE_COMMITTING("commit of a step: repository not updated", committing(Names.OPTIMIZE)),
    OPTIMIZE_COMMITTED("commit of a step: repository updated, no queue has it", committed(Names.OPTIMIZE));

    private final String sentence;

    // Made by List.of, of records that copy what they are given.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Place> places;

    CrashPoint(String sentence, Place... places) {
        this.sentence = sentence;
        this.places = List.of(places);
    }

    /** As the table and the command line name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has happened and what has not when NiFi dies there. */
    public String sentence() {
        return sentence;
    }

    /** Where it is killed on a road; after each restart but the last, where it is killed again. */
    List<Place> places(BackendKind road) {
        Place answer = switch (road) {
            case EMBEDDED, LOOPBACK -> Names.ANSWER;
            case IONQ -> Names.IONQ_ANSWER;
            case BRAKET -> Names.BRAKET_ANSWER;
        };
        return places.stream()
                .map(place -> place.equals(Names.ANSWER) ? answer : place)
                .toList();
    }

    /** The roads that come by it. */
    Set<BackendKind> backends() {
        if (this == SUBMIT_LOOKING) {
            return EnumSet.of(BackendKind.LOOPBACK, BackendKind.IONQ);
        }
        if (this == SUBMIT_ANSWERED) {
            return EnumSet.complementOf(EnumSet.of(BackendKind.EMBEDDED));
        }
        boolean optimizing = this.compareTo(OPTIMIZE_TAKEN) >= 0;
        return optimizing ? EnumSet.of(BackendKind.EMBEDDED, BackendKind.LOOPBACK) : EnumSet.allOf(BackendKind.class);
    }

    private static Place at(String type, String method, String processor) {
        return new Place(List.of(type), method, processor);
    }

    private static Place atBackend(String method, String processor) {
        return new Place(
                Arrays.stream(BackendKind.values()).map(BackendKind::service).toList(), method, processor);
    }

    private static Place committing(String processor) {
        return at(Names.REPOSITORIES + "WriteAheadFlowFileRepository", "updateRepository", processor);
    }

    /** NiFi's statistics come right after its repository is updated. */
    private static Place committed(String processor) {
        return at(Names.REPOSITORIES + "StandardProcessSession", "updateEventRepository", processor);
    }

    /** An enum's constants cannot use constants of the enum itself. */
    private static final class Names {
        private static final String SUBMIT = "SubmitCircuit";
        private static final String POLL = "PollResult";
        private static final String OPTIMIZE = "ClassicalOptimize";
        private static final String PROCESSORS = "org.nifiquantum.processors.";
        private static final String RUN_PROCESSOR = PROCESSORS + "RunProcessor";
        private static final String SUBMIT_CLASS = PROCESSORS + SUBMIT;
        private static final String OPTIMIZE_CLASS = PROCESSORS + OPTIMIZE;
        private static final String STEPS = "org.nifiquantum.run.step.";
        private static final String REPOSITORIES = "org.apache.nifi.controller.repository.";
        private static final String PROVENANCE = REPOSITORIES + "StandardProvenanceReporter";
        private static final Place ANSWER = Place.of("org.nifiquantum.testkit.provider.LoopbackClient", "readTicket")
                .within(SUBMIT);
        private static final Place IONQ_ANSWER =
                Place.of("org.nifiquantum.services.ionq.IonqCodec", "id").within(SUBMIT);
        private static final Place BRAKET_ANSWER =
                Place.of("org.nifiquantum.services.braket.BraketTasks", "jobId").within(SUBMIT);
    }
}
