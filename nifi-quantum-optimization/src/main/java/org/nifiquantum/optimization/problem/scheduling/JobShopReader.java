// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbering;

/**
 * Reads the standard form of job shops (OR-Library, JSPLIB): comments {@code #}, {@code jobs machines}, then for each job a line
 * of {@code machine time} pairs, machines from 0, each once. The setting {@code horizon} says when all must be over. Jobs are
 * named by their places from 1, machines by their numbers. A time of 0 means that the job does not use the machine.
 */
public final class JobShopReader {
    private static final String HORIZON = "horizon";

    private JobShopReader() {}

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line or setting that cannot be used
     */
    public static JobShop read(String text, FileSettings settings) {
        settings.only(HORIZON, FileSettings.PENALTY);
        return Lines.inMemory(text, reader -> read(reader, settings));
    }

    private static JobShop read(Reader reader, FileSettings settings) throws IOException {
        Lines lines = new Lines(reader, line -> line.stripLeading().startsWith("#"));
        lines.begin("Begin with 'jobs machines'.");
        List<Lines.Field> sizes = lines.fields();
        if (sizes.size() != 2) {
            throw lines.error("The first line has " + sizes.size() + " entries.", "It must be 'jobs machines'.");
        }
        int jobs = lines.size(sizes.get(0), "job");
        Numbering machines = new Numbering("machine", 0, lines.size(sizes.get(1), "machine"));
        List<List<JobOperation>> operations = new ArrayList<>();
        while (operations.size() < jobs) {
            lines.requireNext(
                    "job " + (operations.size() + 1) + " of " + jobs,
                    "The file is cut off, or the number of jobs is wrong: correct the one or the other.");
            operations.add(job(lines, machines));
        }
        lines.requireEnd();
        return new JobShop(
                IntStream.rangeClosed(1, jobs).mapToObj(Integer::toString).toList(),
                machines.names(),
                operations,
                settings.count(HORIZON),
                settings.penalty());
    }

    private static List<JobOperation> job(Lines lines, Numbering machines) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 2 * machines.size()) {
            throw lines.error(
                    "The line has " + fields.size() + " entries.",
                    "It must be a pair 'machine time' for each of the " + machines.size() + " machines.");
        }
        boolean[] used = new boolean[machines.size()];
        List<JobOperation> operations = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            int machine = machines.index(lines, fields.get(i));
            if (used[machine]) {
                throw lines.error(fields.get(i), "Machine " + machine + " is used twice.", "Each job uses each once.");
            }
            used[machine] = true;
            int duration = lines.wholeNumber(fields.get(i + 1));
            if (duration < 0) {
                throw lines.error(fields.get(i + 1), "The time is " + duration + ".", "Give a number of 0 or more.");
            }
            if (duration > 0) {
                operations.add(new JobOperation(machine, duration));
            }
        }
        return operations;
    }
}
