// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.problem.Answer;

/** The start of each operation of a job shop; it keeps all rules but maybe the horizon. */
final class Schedule {
    private final JobShop problem;
    private final int[][] starts;

    private Schedule(JobShop problem, int[][] starts) {
        this.problem = problem;
        this.starts = starts;
    }

    static Schedule of(JobShop problem, int[][] starts) {
        return new Schedule(problem, starts);
    }

    /** Takes, again and again, the operation that can start earliest; of equals that of the job with most left to do. */
    static Schedule greedy(JobShop problem) {
        int jobs = problem.jobs().size();
        int[][] starts = new int[jobs][];
        int[] next = new int[jobs];
        int[] ready = new int[jobs];
        int[] left = new int[jobs];
        int[] free = new int[problem.machines().size()];
        int operations = 0;
        for (int job = 0; job < jobs; job++) {
            starts[job] = new int[problem.operations().get(job).size()];
            left[job] = problem.operations().get(job).stream()
                    .mapToInt(JobOperation::duration)
                    .sum();
            operations += starts[job].length;
        }
        for (int step = 0; step < operations; step++) {
            int chosen = -1;
            int earliest = Integer.MAX_VALUE;
            for (int job = 0; job < jobs; job++) {
                if (next[job] < starts[job].length) {
                    int start = Math.max(
                            ready[job],
                            free[problem.operations().get(job).get(next[job]).machine()]);
                    if (start < earliest || (start == earliest && left[job] > left[chosen])) {
                        earliest = start;
                        chosen = job;
                    }
                }
            }
            JobOperation operation = problem.operations().get(chosen).get(next[chosen]);
            starts[chosen][next[chosen]++] = earliest;
            ready[chosen] = earliest + operation.duration();
            free[operation.machine()] = ready[chosen];
            left[chosen] -= operation.duration();
        }
        return new Schedule(problem, starts);
    }

    int start(int job, int step) {
        return starts[job][step];
    }

    /** When the last operation ends. */
    int makespan() {
        int makespan = 0;
        for (int job = 0; job < starts.length; job++) {
            int last = starts[job].length - 1;
            makespan = Math.max(
                    makespan,
                    starts[job][last] + problem.operations().get(job).get(last).duration());
        }
        return makespan;
    }

    Answer answer() {
        Map<String, Object> schedule = new LinkedHashMap<>();
        for (int job = 0; job < starts.length; job++) {
            List<Map<String, Object>> steps = new ArrayList<>();
            for (int step = 0; step < starts[job].length; step++) {
                JobOperation operation = problem.operations().get(job).get(step);
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("machine", problem.machines().get(operation.machine()));
                entry.put("start", starts[job][step]);
                entry.put("end", starts[job][step] + operation.duration());
                steps.add(entry);
            }
            schedule.put(problem.jobs().get(job), steps);
        }
        List<String> violations =
                problem.horizon().isPresent() && makespan() > problem.horizon().getAsInt()
                        ? List.of("the schedule ends at " + makespan() + ", after the horizon of "
                                + problem.horizon().getAsInt())
                        : List.of();
        return new Answer(makespan(), violations, Map.of("schedule", schedule));
    }

    @Override
    public String toString() {
        return Arrays.deepToString(starts);
    }
}
