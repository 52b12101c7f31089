// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.optimization.problem.chemistry.Molecule;
import org.nifiquantum.optimization.problem.chemistry.PauliText;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "molecule", "name": "H2", "qubits": 2, "terms": [[-1.05, ""], [0.18, "X0 X1"]], "nuclearRepulsion": 0.72,
 * "electrons": 2, "occupiedQubits": [0, 1]}}. An empty string is the identity. {@code nuclearRepulsion} is added to the
 * operator, and 0 where it is missing; {@code electrons} are those of a Jordan-Wigner form.
 */
final class MoleculeJson {

    private MoleculeJson() {}

    static Molecule read(Members problem) {
        PauliSum operator = terms(problem);
        int qubits = problem.has("qubits") ? problem.count("qubits") : Math.max(1, operator.span());
        return new Molecule(
                problem.get("name").asText(""),
                operator,
                qubits,
                problem.optionalNumber("nuclearRepulsion").orElse(0),
                problem.has("electrons") ? OptionalInt.of(problem.count("electrons")) : OptionalInt.empty(),
                problem.has("occupiedQubits")
                        ? Optional.of(occupied(problem, "occupiedQubits", qubits))
                        : Optional.empty());
    }

    /** The terms {@code [coefficient, "X0 Y1"]} of a member; one that is given twice is refused. */
    static PauliSum terms(Members problem) {
        PauliSumBuilder sum = PauliSum.builder();
        Set<PauliString> known = new HashSet<>();
        problem.elements("terms", "[coefficient, \"X0 Y1\"]", (term, place) -> {
            if (!term.isArray() || term.size() != 2 || !term.get(1).isTextual()) {
                throw new RunException(place, "must be [coefficient, \"X0 Y1\"]");
            }
            double coefficient = Coefficients.number(term.get(0), place + "/0");
            try {
                PauliString string = PauliText.ofFactors(term.get(1).textValue());
                if (!known.add(string)) {
                    throw new RunException(place, "[%s] was given already; join the two".formatted(term.get(1)));
                }
                sum.add(coefficient, string);
            } catch (IllegalArgumentException e) {
                throw new RunException(place + "/1", e.getMessage(), e);
            }
        });
        return sum.build();
    }

    /** The basis state whose ones are the listed qubits. */
    static BitString occupied(Members problem, String member, int qubits) {
        boolean[] bits = new boolean[qubits];
        problem.elements(member, "qubits", (qubit, place) -> {
            if (!qubit.isIntegralNumber()
                    || !qubit.canConvertToInt()
                    || qubit.intValue() < 0
                    || qubit.intValue() >= qubits) {
                throw new RunException(place, "must be a qubit from 0 to %d".formatted(qubits - 1));
            }
            if (bits[qubit.intValue()]) {
                throw new RunException(place, "names a qubit twice");
            }
            bits[qubit.intValue()] = true;
        });
        return BitString.of(bits);
    }

    /** {@code X0 Y1}. */
    static String text(PauliString string) {
        return string.letters().entrySet().stream()
                .map(letter -> letter.getValue().name() + letter.getKey())
                .collect(Collectors.joining(" "));
    }

    static void write(Molecule problem, JsonGenerator out) throws IOException {
        out.writeStringField("name", problem.name());
        out.writeNumberField("qubits", problem.qubits());
        out.writeArrayFieldStart("terms");
        writeTerm(out, problem.operator().constant(), "");
        for (PauliTerm term : problem.operator().terms()) {
            writeTerm(out, term.coefficient(), text(term.string()));
        }
        out.writeEndArray();
        out.writeNumberField("nuclearRepulsion", problem.nuclearRepulsion());
        if (problem.electrons().isPresent()) {
            out.writeNumberField("electrons", problem.electrons().getAsInt());
        }
        if (problem.occupied().isPresent()) {
            out.writeArrayFieldStart("occupiedQubits");
            for (int qubit = 0; qubit < problem.qubits(); qubit++) {
                if (problem.occupied().get().get(qubit)) {
                    out.writeNumber(qubit);
                }
            }
            out.writeEndArray();
        }
    }

    private static void writeTerm(JsonGenerator out, double coefficient, String string) throws IOException {
        out.writeStartArray();
        out.writeNumber(coefficient);
        out.writeString(string);
        out.writeEndArray();
    }
}
