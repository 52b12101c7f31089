// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.HamiltonianProblem;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.SpinOrder;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * The lowest energy of a molecule's electrons, in hartree. Where the number of electrons is known, so is the sector that an
 * energy must belong to: by the Jordan-Wigner mapping (P. Jordan, E. Wigner, Z. Phys. 47, 631 (1928)) a qubit is an orbital, 1
 * if an electron is in it, and the Hamiltonian keeps their number.
 *
 * @param name of the molecule, in the user's words
 * @param operator the energy of the electrons as the file has it
 * @param qubits how many the operator is meant for
 * @param nuclearRepulsion added to each energy; 0 if the operator contains it
 * @param electrons how many there are, only with the Jordan-Wigner mapping; empty if that is not known, or not used
 * @param occupied the state to begin with; empty for the basis state of lowest energy in the sector, of those whose electrons
 *     are paired as far as can be
 */
public record Molecule(
        String name,
        PauliSum operator,
        int qubits,
        double nuclearRepulsion,
        OptionalInt electrons,
        Optional<BitString> occupied)
        implements HamiltonianProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "molecule";

    /** Wider operators are not diagonalised: a vector of states takes 2^20 numbers, and many are kept. */
    static final int MOST_QUBITS = 16;

    /** Energies agree if they are this close: a tenth of what files are rounded to. */
    private static final double TOLERANCE = 1e-6;

    private static final int LARGEST = 60;

    /**
     * Checks.
     *
     * @throws ProblemFormatException naming what cannot be used, as a JSON pointer
     */
    public Molecule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(occupied, "occupied");
        if (qubits < 1 || qubits > LARGEST || operator.span() > qubits) {
            throw new ProblemFormatException(
                    "/qubits",
                    "There are " + qubits + " qubits for an operator on " + operator.span() + ".",
                    "Give a number from " + Math.max(1, operator.span()) + " to " + LARGEST + ".");
        }
        if (!Double.isFinite(nuclearRepulsion)) {
            throw new ProblemFormatException(
                    "/nuclearRepulsion", "It is " + nuclearRepulsion + ".", "Give a finite number.");
        }
        for (PauliTerm term : operator.terms()) {
            long imaginary = term.string().letters().values().stream()
                    .filter(letter -> letter == Pauli.Y)
                    .count();
            if (imaginary % 2 != 0) {
                throw new ProblemFormatException(
                        "/terms",
                        "The term " + term.string() + " has an odd number of Y.",
                        "The Hamiltonian of real orbitals has none: correct the term.");
            }
        }
        if (electrons.isPresent()) {
            requireElectrons(electrons.getAsInt(), qubits, operator);
        }
        if (occupied.isPresent()) {
            requireOccupied(occupied.get(), qubits, electrons);
        }
    }

    private static void requireElectrons(int electrons, int qubits, PauliSum operator) {
        if (electrons < 0 || electrons > qubits) {
            throw new ProblemFormatException(
                    "/electrons",
                    electrons + " electrons do not fit into " + qubits + " orbitals.",
                    "Give a number from 0 to " + qubits + ".");
        }
        if (!PauliMatrix.of(operator).keepsNumber()) {
            throw new ProblemFormatException(
                    "/electrons",
                    "The operator does not keep the number of ones, so it is no Jordan-Wigner form.",
                    "Leave electrons out, or correct the terms.");
        }
    }

    private static void requireOccupied(BitString occupied, int qubits, OptionalInt electrons) {
        if (occupied.length() != qubits || (electrons.isPresent() && electrons.getAsInt() != occupied.ones())) {
            throw new ProblemFormatException(
                    "/occupiedQubits",
                    occupied.ones() + " occupied of " + occupied.length() + " qubits do not fit "
                            + (electrons.isPresent() ? electrons.getAsInt() + " electrons" : "the operator") + ".",
                    "Name one qubit for each electron.");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public PauliSum hamiltonian() {
        return new PauliSum(operator.terms(), operator.constant() + nuclearRepulsion);
    }

    @Override
    public BitString reference() {
        return occupied.orElseGet(() -> Sector.of(this).lowestBasisState(spinOrder()));
    }

    /** As the operator shows it: it keeps the number of electrons of each spin. */
    @Override
    public Optional<SpinOrder> spinOrder() {
        if (electrons.isEmpty() || qubits % 2 != 0) {
            return Optional.empty();
        }
        PauliMatrix matrix = PauliMatrix.of(operator);
        return Arrays.stream(SpinOrder.values())
                .filter(order -> matrix.keepsNumberAmong(order.spinUp(qubits)))
                .findFirst();
    }

    /**
     * An energy beside the exact one where the operator is small enough. Below the lowest energy of its electrons it cannot be
     * theirs: the violation says of which other numbers of electrons it can be.
     */
    @Override
    public Answer decode(double energy) {
        return answer(
                energy,
                qubits <= MOST_QUBITS ? OptionalDouble.of(Sector.of(this).lowestEnergy()) : OptionalDouble.empty());
    }

    private Answer answer(double energy, OptionalDouble lowest) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("molecule", name);
        details.put("electronicEnergy", energy - nuclearRepulsion);
        electrons.ifPresent(count -> details.put("electrons", count));
        List<String> violations = new ArrayList<>();
        if (lowest.isPresent()) {
            double exact = lowest.getAsDouble();
            details.put("exactEnergy", exact);
            details.put("error", energy - exact);
            if (energy < exact - TOLERANCE) {
                violations.add(tooLow(energy, exact));
            }
        }
        return new Answer(energy, violations, details);
    }

    private String tooLow(double energy, double exact) {
        if (electrons.isEmpty()) {
            return "the energy %.9f is below the lowest of the operator, %.9f: noise or too few shots"
                    .formatted(energy, exact);
        }
        List<String> others = new ArrayList<>();
        for (int count = 0; count <= qubits; count++) {
            double lowest = Sector.of(this, OptionalInt.of(count)).lowestEnergy();
            if (lowest <= energy + TOLERANCE) {
                others.add("%d electrons (lowest %.9f)".formatted(count, lowest));
            }
        }
        return "the energy %.9f is below the lowest of %d electrons, %.9f: it %s"
                .formatted(
                        energy,
                        electrons.getAsInt(),
                        exact,
                        others.isEmpty()
                                ? "belongs to no number of electrons, but to noise or too few shots"
                                : "belongs to another number of electrons: " + String.join(", ", others));
    }

    /** Exact diagonalisation in the sector of the electrons. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        if (qubits > MOST_QUBITS) {
            return Optional.empty();
        }
        OptionalDouble lowest = Sector.of(this).lowestEnergy(budget.start()::exhausted);
        return lowest.isEmpty()
                ? Optional.empty()
                : Optional.of(ClassicalAnswer.of(
                        answer(lowest.getAsDouble(), lowest), Optional.empty(), "exact-diagonalisation", true));
    }

    /** The reference state, which needs no check: no state of its sector is below the lowest. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        double energy = PauliMatrix.of(hamiltonian()).diagonal(reference().toIndex());
        return ClassicalAnswer.of(answer(energy, OptionalDouble.empty()), Optional.empty(), "reference-state", false);
    }
}
