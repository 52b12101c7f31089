// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.data.Wanted;
import org.nifiquantum.optimization.problem.format.FileSettings;

/** What a file of data leaves open: how its rows become states, and what is wanted of them. */
final class DataSettings {

    private static final String SCALE = "scale";
    private static final String MAP = "map";
    private static final String REPETITIONS = "repetitions";
    private static final String ENTANGLEMENT = "entanglement";
    private static final String OUTPUT = "output";
    private static final String AS_THEY_ARE = "none";
    private static final int USUAL_REPETITIONS = 2;

    private DataSettings() {}

    /** Refuses other settings than these and those of the file's form. */
    static void requireKnown(FileSettings settings, String... ofForm) {
        settings.only(Stream.concat(Arrays.stream(ofForm), Stream.of(SCALE, MAP, REPETITIONS, ENTANGLEMENT, OUTPUT))
                .toArray(String[]::new));
    }

    /**
     * The table of a file.
     *
     * @param scale where the settings name none
     */
    static DataTable table(
            List<String> features,
            List<DataRow> rows,
            List<DataRow> test,
            OptionalDouble scale,
            FileSettings settings) {
        FeatureMap map = new FeatureMap(
                choice(settings, MAP, FeatureMap.Kind.values(), FeatureMap.Kind::text),
                features.size(),
                settings.count(REPETITIONS).orElse(USUAL_REPETITIONS),
                choice(settings, ENTANGLEMENT, Entanglement.values(), Entanglement::text));
        Wanted wanted = choice(settings, OUTPUT, Wanted.values(), Wanted::text);
        return new DataTable(features, rows, test, scale(settings, scale), map, wanted);
    }

    private static OptionalDouble scale(FileSettings settings, OptionalDouble usual) {
        if (settings.text(SCALE).equals(Optional.of(AS_THEY_ARE))) {
            return OptionalDouble.empty();
        }
        OptionalDouble scale = settings.number(SCALE);
        return scale.isPresent() ? scale : usual;
    }

    /** The first value is that of a setting that is not set. */
    private static <T> T choice(FileSettings settings, String name, T[] values, Function<T, String> text) {
        List<String> known = Arrays.stream(values).map(text).toList();
        String chosen = settings.text(name).orElse(known.getFirst());
        int index = known.indexOf(chosen);
        if (index < 0) {
            throw FileSettings.error(name, "'" + chosen + "' is not known.", "Use one of " + known + ".");
        }
        return values[index];
    }
}
