// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;

/**
 * Reads a qubit operator as OpenFermion saves it: {@code QubitOperator:}, then a line {@code coefficient [X0 Y1] +} for each
 * term. The settings say the rest: {@code electrons} (of a Jordan-Wigner form), {@code nuclear-repulsion} (without it the
 * operator contains it), {@code qubits} (without it the highest that is named). A term that is given twice is refused.
 */
public final class OpenFermionReader {
    private static final String ELECTRONS = "electrons";
    private static final String NUCLEAR_REPULSION = "nuclear-repulsion";
    private static final String QUBITS = "qubits";
    private static final Pattern TERM = Pattern.compile("\\s*(\\S+)\\s*\\[([^\\]]*)\\]\\s*(\\+?)\\s*");

    private OpenFermionReader() {}

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line or setting that cannot be used
     */
    public static Molecule read(String text, FileSettings settings) {
        settings.only(ELECTRONS, NUCLEAR_REPULSION, QUBITS);
        return Lines.inMemory(text, reader -> read(reader, settings));
    }

    private static Molecule read(Reader reader, FileSettings settings) throws IOException {
        Lines lines = new Lines(reader);
        lines.begin("Begin with 'QubitOperator:'.");
        if (!lines.text().strip().equals("QubitOperator:")) {
            throw lines.error("The first line is not 'QubitOperator:'.", "Save a qubit operator, not a fermionic one.");
        }
        PauliSumBuilder sum = PauliSum.builder();
        Set<PauliString> known = new HashSet<>();
        boolean goesOn = true;
        while (goesOn) {
            lines.requireNext("a term", "The file is cut off after '+', or has no term.");
            Matcher matcher = TERM.matcher(lines.text());
            if (!matcher.matches()) {
                throw lines.error("The line is no term.", "It must be 'coefficient [X0 Y1] +'.");
            }
            double coefficient = Lines.decimal(matcher.group(1))
                    .orElseThrow(() -> lines.error(
                            "'" + matcher.group(1) + "' is not a finite real number.",
                            "Energies are real: give real coefficients."));
            PauliString string = string(lines, matcher.group(2));
            if (!known.add(string)) {
                throw lines.error("The term [" + matcher.group(2) + "] was given already.", "Join the two.");
            }
            sum.add(coefficient, string);
            goesOn = !matcher.group(3).isEmpty();
        }
        lines.requireEnd();
        PauliSum operator = sum.build();
        OptionalInt electrons = settings.count(ELECTRONS);
        return new Molecule(
                "",
                operator,
                settings.count(QUBITS).orElse(Math.max(1, operator.span())),
                settings.number(NUCLEAR_REPULSION).orElse(0),
                electrons,
                Optional.empty());
    }

    private static PauliString string(Lines lines, String factors) {
        try {
            return PauliText.ofFactors(factors);
        } catch (IllegalArgumentException e) {
            throw lines.error(e.getMessage() + ".", "Correct the term.");
        }
    }
}
