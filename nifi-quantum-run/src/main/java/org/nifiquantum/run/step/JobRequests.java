// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Sha256;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

/** What a run asks of a backend; the same run always asks the same. */
public final class JobRequests {

    private JobRequests() {}

    /**
     * The request of the run's present iteration.
     *
     * @param submissionKey from {@link SubmissionKey}, or as an earlier step recorded it
     * @throws RunException if program and request do not fit together
     */
    public static JobRequest of(Run run, String submissionKey) {
        Program program = run.get(Section.PROGRAM);
        Request request = run.get(Section.REQUEST);
        requireUntouched(program);
        requireFitting(program, request);
        return new JobRequest(
                submissionKey,
                program.source(),
                program.sha256(),
                request.bindings(),
                observable(run, request),
                request.shots(),
                request.seed(),
                request.outputs());
    }

    /** The observable often is the problem: it leaves only where an expectation is wanted of it. */
    private static Optional<Observable> observable(Run run, Request request) {
        Set<Output> outputs = request.outputs();
        return Observables.find(run)
                .filter(found -> outputs.contains(Output.EXPECTATION) || outputs.contains(Output.GRADIENT));
    }

    private static void requireUntouched(Program program) {
        String actual = Sha256.ofText(program.source());
        if (!actual.equals(program.sha256())) {
            throw new RunException(
                    Section.PROGRAM.pointer() + "/sha256",
                    "is not that of the source, which is %s; encode the problem again".formatted(actual));
        }
    }

    private static void requireFitting(Program program, Request request) {
        if (request.bindings().isEmpty()) {
            throw new RunException(Section.REQUEST.pointer() + "/bindings", "is empty; nothing to evaluate");
        }
        if (request.outputs().isEmpty()) {
            throw new RunException(
                    Section.REQUEST.pointer() + "/outputs",
                    "is empty; ask for one of %s"
                            .formatted(Arrays.toString(Output.values()).toLowerCase(Locale.ROOT)));
        }
        for (int i = 0; i < request.bindings().size(); i++) {
            List<Double> binding = request.bindings().get(i);
            if (binding.size() != program.parameters().size()) {
                throw new RunException(
                        Section.REQUEST.pointer() + "/bindings/" + i,
                        "has %d values for the %d parameters %s"
                                .formatted(binding.size(), program.parameters().size(), program.parameters()));
            }
        }
    }
}
