// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.nifiquantum.run.input.InputFormat;

/**
 * A value to be reached on an instance.
 *
 * @param file below the folder of the data
 * @param bestKnown the best value published
 * @param value to reach, in the problem's own sense
 * @param cpuSeconds of the solving thread to reach it in
 * @param ofTenSeeds how many of ten seeds are to reach it
 */
public record Goal(String file, InputFormat format, double bestKnown, double value, double cpuSeconds, int ofTenSeeds) {

    private static final String TABLE = "goals.csv";

    /** All goals there are, the quick ones first. */
    public static List<Goal> all() {
        try (InputStream in = Goal.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Goal::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Goal parse(String line) {
        String[] cells = line.split(",", -1);
        return new Goal(
                cells[0],
                InputFormat.valueOf(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Integer.parseInt(cells[5]));
    }

    /** The name people know the instance by: that of its file. */
    public String instance() {
        String name = Path.of(file).getFileName().toString();
        int extension = name.lastIndexOf('.');
        return extension < 0 ? name : name.substring(0, extension);
    }
}
