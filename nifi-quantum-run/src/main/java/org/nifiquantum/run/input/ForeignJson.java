// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.chemistry.Molecule;
import org.nifiquantum.optimization.problem.chemistry.PauliText;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.partition.NumberPartition;
import org.nifiquantum.run.document.RunException;

/** JSON that has no {@code type} because somebody else made it: known by its members. */
final class ForeignJson {

    private static final String INSTANCE = "instance";
    private static final String FORM = "form";
    private static final String JORDAN_WIGNER = "jordan_wigner_hamiltonian";

    private ForeignJson() {}

    /** The problem; empty if this is no JSON that is known. */
    static Optional<Problem> read(Members json, FileSettings settings) {
        if (json.has("type") || json.has("schema")) {
            return Optional.empty();
        }
        if (json.has("terms") && json.has("n_qubits")) {
            settings.only();
            return Optional.of(pauliFile(json));
        }
        if (json.has(JORDAN_WIGNER)) {
            return Optional.of(qedcMolecule(json, settings));
        }
        if (json.has("instances")) {
            return Optional.of(partition(json, settings));
        }
        if (DataSetsJson.are(json)) {
            return Optional.of(DataSetsJson.read(json, settings));
        }
        return Optional.empty();
    }

    /** A qubit Hamiltonian as {@code terms} with the snake-case facts that tools of quantum chemistry write. */
    private static Molecule pauliFile(Members json) {
        int qubits = json.count("n_qubits");
        boolean jordanWigner = json.get("mapping").asText().equals("jordan_wigner");
        boolean included = json.get("includes_nuclear_repulsion").asBoolean(true);
        boolean occupied = jordanWigner && json.has("hf_occupied_qubits");
        return new Molecule(
                json.get("molecule").asText(""),
                MoleculeJson.terms(json),
                qubits,
                included ? 0 : json.number("nuclear_repulsion"),
                occupied ? OptionalInt.of(json.get("hf_occupied_qubits").size()) : OptionalInt.empty(),
                occupied ? Optional.of(MoleculeJson.occupied(json, "hf_occupied_qubits", qubits)) : Optional.empty());
    }

    /**
     * A hydrogen lattice of the QED-C benchmarks, letters of the highest qubit first. The setting {@code form} chooses between
     * {@code jordan-wigner}, which is usual, and {@code paired}, where a qubit is a pair of electrons.
     */
    private static Molecule qedcMolecule(Members json, FileSettings settings) {
        settings.only(FORM);
        String form = settings.text(FORM).orElse("jordan-wigner");
        if (!form.equals("jordan-wigner") && !form.equals("paired")) {
            throw FileSettings.error(FORM, "'" + form + "' is not known.", "Use jordan-wigner or paired.");
        }
        boolean paired = form.equals("paired");
        int orbitals = json.count("spatial_orbitals");
        int qubits = paired ? orbitals : 2 * orbitals;
        int pairs = json.count("alpha_electrons");
        int electrons = paired ? pairs : pairs + json.count("beta_electrons");
        PauliSumBuilder sum = PauliSum.builder();
        json.entries(
                paired ? "paired_hamiltonian" : JORDAN_WIGNER, "coefficients by letters", (letters, value, place) -> {
                    if (letters.length() != qubits || !letters.matches("[IXYZ]+")) {
                        throw new RunException(place, "must be named by %d letters of I, X, Y, Z".formatted(qubits));
                    }
                    sum.add(Coefficients.number(value, place), PauliText.ofLetters(letters));
                });
        String name = "H" + json.get("atoms").size();
        return new Molecule(name, sum.build(), qubits, 0, OptionalInt.of(electrons), Optional.empty());
    }

    /** One of several sets of numbers: the setting {@code instance} says which, from 1. */
    private static NumberPartition partition(Members json, FileSettings settings) {
        JsonNode instances = json.get("instances");
        JsonNode instance = instances.path(choice(settings, instances.size()) - 1);
        if (!instance.path("numbers").isArray()) {
            throw new RunException(json.place("instances"), "must be an array of {numbers}");
        }
        List<String> names = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : instance.get("numbers")) {
            numbers.add(Coefficients.number(number, json.place("instances")));
            names.add(Integer.toString(numbers.size()));
        }
        return new NumberPartition(names, numbers);
    }

    /** Which of several problems in one file is meant, from 1; of one alone there is no need to say. */
    static int choice(FileSettings settings, int count) {
        settings.only(INSTANCE, FileSettings.PENALTY);
        int instance = settings.count(INSTANCE).orElse(count == 1 ? 1 : 0);
        if (instance < 1 || instance > count) {
            throw FileSettings.error(
                    INSTANCE,
                    instance == 0 ? "It is missing." : "There is no problem " + instance + ".",
                    "The file holds " + count + " problems; set it to a number from 1 to " + count + ".");
        }
        return instance;
    }
}
