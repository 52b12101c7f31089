// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/** What a table of data must keep, whichever form it came in. */
final class TableRules {
    /** Wider circuits are not simulated anywhere. */
    private static final int MOST_FEATURES = 60;
    /** A table of a million numbers is a document of twenty megabytes. */
    private static final long MOST_CELLS = 1_000_000;
    /** Each repetition makes the circuit longer; two or three are usual. */
    private static final int MOST_REPETITIONS = 100;
    /** An angle of more turns than this has no digits left for what is wanted of it. */
    private static final double LARGEST_ANGLE = 1e6;

    private TableRules() {}

    static void require(
            List<String> features,
            List<DataRow> rows,
            List<DataRow> test,
            OptionalDouble scale,
            FeatureMap map,
            Wanted wanted) {
        requireFeatures(features, map);
        if (rows.isEmpty() || rows.size() + test.size() < 2) {
            throw new ProblemFormatException(
                    "/rows",
                    "To be learned: %d, to be predicted: %d.".formatted(rows.size(), test.size()),
                    "Give at least two rows, one of them to be learned.");
        }
        Set<String> names = new HashSet<>();
        boolean labelled = rows.getFirst().label().isPresent();
        for (int i = 0; i < rows.size(); i++) {
            requireRow(rows.get(i), "/rows/" + i, features, names);
            if (rows.get(i).label().isPresent() != labelled) {
                throw new ProblemFormatException(
                        "/rows/" + i + "/label",
                        "Some rows have a label, others have none.",
                        "Give all of them one, or move those without to test.");
            }
        }
        for (int i = 0; i < test.size(); i++) {
            requireRow(test.get(i), "/test/" + i, features, names);
        }
        requireSize(features.size(), rows.size(), (long) rows.size() + test.size(), wanted);
        requireAngles(rows, test, scale);
    }

    private static void requireFeatures(List<String> features, FeatureMap map) {
        if (features.size() != map.features() || features.size() > MOST_FEATURES) {
            throw new ProblemFormatException(
                    "/features",
                    "There are " + features.size() + " features.",
                    "Give 1 to " + MOST_FEATURES + ": each is a qubit.");
        }
        if (map.repetitions() > MOST_REPETITIONS) {
            throw new ProblemFormatException(
                    "/featureMap/repetitions",
                    "There are " + map.repetitions() + ".",
                    "Give 1 to " + MOST_REPETITIONS + ".");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < features.size(); i++) {
            requireName(features.get(i), "/features/" + i, names);
        }
    }

    private static void requireRow(DataRow row, String place, List<String> features, Set<String> names) {
        requireName(row.name(), place + "/name", names);
        if (row.values().size() != features.size()) {
            throw new ProblemFormatException(
                    place + "/values",
                    "There are " + row.values().size() + " values for " + features.size() + " features.",
                    "Give one for each.");
        }
        for (int i = 0; i < features.size(); i++) {
            if (!Double.isFinite(row.values().get(i))) {
                throw new ProblemFormatException(
                        place + "/values/" + i, "It is " + row.values().get(i) + ".", "Give a finite number.");
            }
        }
    }

    private static void requireName(String name, String place, Set<String> names) {
        if (name.isBlank()) {
            throw new ProblemFormatException(place, "The name is blank.", "Give it a name.");
        }
        if (!names.add(name)) {
            throw new ProblemFormatException(place, "'" + name + "' is named twice.", "Give each its own name.");
        }
    }

    private static void requireSize(int features, long learned, long all, Wanted wanted) {
        long cells = all * (wanted == Wanted.KERNEL ? learned : FeatureVectors.size(features));
        if (cells > MOST_CELLS) {
            throw new ProblemFormatException(
                    "/rows",
                    "The answer would be a table of " + cells + " numbers.",
                    "Take fewer rows: at most " + MOST_CELLS + " numbers are written.");
        }
    }

    private static void requireAngles(List<DataRow> rows, List<DataRow> test, OptionalDouble scale) {
        if (scale.isPresent() && !(scale.getAsDouble() > 0 && scale.getAsDouble() <= LARGEST_ANGLE)) {
            throw new ProblemFormatException(
                    "/scale", "It is " + scale.getAsDouble() + ".", "Give a number above 0, such as 1, in radians.");
        }
        List<List<Double>> angles = DataTable.angles(rows, test, scale);
        for (int i = 0; i < angles.size(); i++) {
            for (double angle : angles.get(i)) {
                if (!(Math.abs(angle) <= LARGEST_ANGLE)) {
                    throw new ProblemFormatException(
                            i < rows.size() ? "/rows/" + i + "/values" : "/test/" + (i - rows.size()) + "/values",
                            "An angle would be " + angle + ".",
                            scale.isPresent()
                                    ? "The number is too far from those of the other rows."
                                    : "Set scale, so that each feature runs from 0 to it.");
                }
            }
        }
    }
}
