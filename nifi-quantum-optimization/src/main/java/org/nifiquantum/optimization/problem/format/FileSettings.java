// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/**
 * What a file of the field leaves open, by name: a graph does not say whether its cover or its largest clique is wanted, a
 * list of weights not how much the knapsack holds.
 *
 * @param values by name, as text
 */
public record FileSettings(Map<String, String> values) {
    /** The penalty of a broken constraint, which every constrained problem takes. */
    public static final String PENALTY = "penalty";

    /** No settings. */
    public static final FileSettings NONE = new FileSettings(Map.of());

    public FileSettings {
        values = Map.copyOf(values);
    }

    /**
     * Refuses a setting that the format or problem does not know: it would be ignored in silence.
     *
     * @throws ProblemFormatException naming it
     */
    public FileSettings only(String... known) {
        for (String name : new TreeSet<>(values.keySet())) {
            if (!List.of(known).contains(name)) {
                throw error(
                        name,
                        "It means nothing for this input.",
                        known.length == 0
                                ? "Leave it out: this input takes no settings."
                                : "Leave it out; known here are: " + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    /**
     * A finite number, if it is set.
     *
     * @throws ProblemFormatException if it is none
     */
    public OptionalDouble number(String name) {
        return text(name)
                .map(text -> Lines.decimal(text)
                        .orElseThrow(() -> error(name, "'" + text + "' is not a finite number.", "Correct it.")))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * A whole number of 1 or more, if it is set.
     *
     * @throws ProblemFormatException if it is none
     */
    public OptionalInt count(String name) {
        return text(name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
                        throw error(name, "'" + text + "' is not a whole number from 1 to 999999999.", "Correct it.");
                    }
                    return OptionalInt.of(Integer.parseInt(text));
                })
                .orElseGet(OptionalInt::empty);
    }

    public OptionalDouble penalty() {
        return number(PENALTY);
    }

    /** An error in a setting, or its absence. */
    public static ProblemFormatException error(String name, String problem, String remedy) {
        return new ProblemFormatException("setting " + name, problem, remedy);
    }

    /** The error of a setting without which the file says too little. */
    public static ProblemFormatException missing(String name, String why) {
        return error(name, "It is missing.", why);
    }
}
