// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.problem.program.LpTokens.Kind;
import org.nifiquantum.optimization.problem.program.LpTokens.Token;

/**
 * Reads CPLEX's LP format: a linear or quadratic objective, linear constraints, bounds, binary and general (whole number)
 * variables. A continuous variable, a whole number without both bounds and a quadratic constraint are refused, since they have
 * no exact form over bits.
 */
public final class LpReader {
    private static final Set<String> MINIMIZE = Set.of("minimize", "minimise", "minimum", "min");
    private static final Set<String> MAXIMIZE = Set.of("maximize", "maximise", "maximum", "max");
    private static final Set<String> BOUNDS = Set.of("bounds", "bound");
    private static final Set<String> BINARIES = Set.of("binaries", "binary", "bin");
    private static final Set<String> GENERALS = Set.of("generals", "general", "gen", "integers", "integer", "int");

    private final LpTokens tokens;
    private final LpVariables variables = new LpVariables();
    private final List<LpConstraint> constraints = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private LpReader(String text) {
        this.tokens = new LpTokens(text);
    }

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line that cannot be used
     */
    public static IntegerProgram read(String text, FileSettings settings) {
        settings.only(FileSettings.PENALTY);
        return new LpReader(text).read(settings);
    }

    private IntegerProgram read(FileSettings settings) {
        Sense sense = sense();
        label();
        LpExpression objective =
                isConstraints() ? new LpExpression(new LinkedHashMap<>(), Map.of(), 0) : LpExpression.read(tokens);
        objective.linear().keySet().forEach(variables::use);
        objective.quadratic().keySet().forEach(pair -> {
            variables.use(pair.first());
            variables.use(pair.second());
        });
        while (!tokens.peek().isWord("end")) {
            section();
        }
        tokens.take();
        if (tokens.peek().kind() != Kind.END) {
            throw tokens.peek().error("Something follows 'End'.", "Remove it.");
        }
        return variables.program(sense, objective, constraints, settings.penalty());
    }

    private Sense sense() {
        Token token = tokens.take();
        String word = token.text().toLowerCase(Locale.ROOT);
        if (MINIMIZE.contains(word)) {
            return Sense.MINIMIZE;
        }
        if (MAXIMIZE.contains(word)) {
            return Sense.MAXIMIZE;
        }
        throw token.error(
                "'" + token.text() + "' stands where the file should begin.", "Begin with Minimize or Maximize.");
    }

    /** Whether a word that could be a name begins a section here. */
    static boolean beginsSection(LpTokens tokens) {
        String word = tokens.peek().text().toLowerCase(Locale.ROOT);
        boolean subjectTo = (word.equals("subject") && tokens.peekSecond().isWord("to"))
                || (word.equals("such") && tokens.peekSecond().isWord("that"))
                || word.equals("st")
                || word.equals("s.t.");
        return subjectTo
                || BOUNDS.contains(word)
                || BINARIES.contains(word)
                || GENERALS.contains(word)
                || word.equals("end");
    }

    private boolean isConstraints() {
        return tokens.peek().kind() == Kind.NAME && beginsSection(tokens);
    }

    private void section() {
        Token token = tokens.take();
        String word = token.text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "subject", "such" -> {
                tokens.take();
                readAll(this::constraint);
            }
            case "st", "s.t." -> readAll(this::constraint);
            default -> {
                if (BOUNDS.contains(word)) {
                    readAll(() -> LpBounds.read(tokens, variables));
                } else if (BINARIES.contains(word)) {
                    readAll(() -> variables.binary(tokens.take()));
                } else if (GENERALS.contains(word)) {
                    readAll(() -> variables.general(tokens.take()));
                } else {
                    throw token.error(
                            "'" + token.text() + "' begins no section that is read.",
                            token.kind() == Kind.END
                                    ? "The file is cut off: end it with 'End'."
                                    : "Read are Subject To, Bounds, Binaries, Generals, End.");
                }
            }
        }
    }

    private void readAll(Runnable entry) {
        while (tokens.peek().kind() != Kind.END && !isConstraints()) {
            entry.run();
        }
    }

    private String label() {
        if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().is(":")) {
            String name = tokens.take().text();
            tokens.take();
            return name;
        }
        return "";
    }

    private void constraint() {
        Token start = tokens.peek();
        String label = label();
        String name = label.isEmpty() ? "constraint " + (constraints.size() + 1) : label;
        if (!names.add(name)) {
            throw start.error("There is a constraint '" + name + "' already.", "Give each a name of its own.");
        }
        LpExpression left = LpExpression.read(tokens);
        if (!left.quadratic().isEmpty()) {
            throw start.error(
                    "Constraint '" + name + "' is quadratic.",
                    "Only linear constraints can become penalties of pairs.");
        }
        Relation relation = relation(tokens);
        double bound = LpExpression.sign(tokens);
        Token number = tokens.take();
        if (number.kind() != Kind.NUMBER) {
            throw number.error("'" + number.text() + "' stands where a number should.", "Bring variables to the left.");
        }
        left.linear().keySet().forEach(variables::use);
        constraints.add(new LpConstraint(
                name, left.linear(), relation, bound * LpExpression.number(number) - left.constant(), start));
    }

    static Relation relation(LpTokens tokens) {
        Token token = tokens.take();
        return switch (token.text()) {
            case "<=", "=<", "<" -> Relation.AT_MOST;
            case ">=", "=>", ">" -> Relation.AT_LEAST;
            case "=" -> Relation.EQUAL;
            default ->
                throw token.error("'" + token.text() + "' stands where <=, = or >= should.", "Correct the line.");
        };
    }

    /** A constraint by the names of its variables. */
    record LpConstraint(String name, Map<String, Double> weights, Relation relation, double bound, Token start) {}
}
