// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/**
 * The quantum tasks that are one job, in the order of their circuits. The job's id is the ARN of the first task and the ids of the
 * others behind it: {@code arn:aws:braket:us-east-1:123456789012:quantum-task/a,b,c}.
 */
record BraketTasks(List<String> arns) {

    private static final Pattern JOB_ID = Pattern.compile(
            "(arn:[a-z0-9-]+:braket:[a-z0-9-]+:[0-9]+:quantum-task/)([A-Za-z0-9-]+(?:,[A-Za-z0-9-]+)*)");

    BraketTasks {
        arns = List.copyOf(arns);
        if (arns.isEmpty()) {
            throw new IllegalArgumentException("A job has at least one task");
        }
    }

    static BraketTasks of(String jobId) throws BackendException {
        Matcher matcher = JOB_ID.matcher(jobId);
        if (!matcher.matches()) {
            throw new BackendException(Kind.UNKNOWN_JOB, "[%s] is no job of Braket".formatted(jobId));
        }
        String shared = matcher.group(1);
        return new BraketTasks(Arrays.stream(matcher.group(2).split(",", -1))
                .map(shared::concat)
                .toList());
    }

    /** Whether a provider's answer can be a task: its name goes into ids, paths and logs. */
    static boolean isTask(String arn) {
        return JOB_ID.matcher(arn).matches() && !arn.contains(",");
    }

    String jobId() {
        List<String> ids = new ArrayList<>();
        for (String arn : arns) {
            ids.add(ids.isEmpty() ? arn : arn.substring(arn.lastIndexOf('/') + 1));
        }
        return String.join(",", ids);
    }
}
