// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.SpinOrder;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.solver.SolverBudget;

class MoleculeTest {
    private static final SolverBudget BUDGET = SolverBudget.ofTime(Duration.ofSeconds(1), 1);

    /** Each electron lowers the energy by 2, from 3 up: of n electrons in 3 orbitals it is 3 - 2 n. */
    private static final PauliSum WELLS =
            PauliSum.builder().add(1, "Z", 0).add(1, "Z", 1).add(1, "Z", 2).build();

    private static Molecule wells(OptionalInt electrons) {
        return new Molecule("wells", WELLS, 3, 0.5, electrons, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"mol_H2_qubitham.data, 2, -1.13727042", "mol_H4_qubitham.data, 4, -1.97860066"})
    void theLowestEnergyIsThePublishedOne(String file, String electrons, double energy) {
        Molecule molecule = OpenFermionReader.read(
                SharedData.text("molecules/tangelo/" + file), new FileSettings(Map.of("electrons", electrons)));
        assertEquals(energy, molecule.solve(BUDGET).answer().objective(), 1e-8);
        // Restricted Hartree-Fock: the lowest orbitals are full; in square H4 an open shell has a lower diagonal
        // element.
        assertEquals(
                (1 << Integer.parseInt(electrons)) - 1, molecule.reference().toIndex());
        assertEquals(Optional.of(SpinOrder.INTERLEAVED), molecule.spinOrder());
    }

    @Test
    void aDiagonalisationThatIsStoppedLeavesTheReferenceState() {
        SolverBudget stopped = new SolverBudget(Duration.ofMinutes(1), () -> true, 1);
        Molecule molecule = wells(OptionalInt.empty());
        assertTrue(molecule.solveExactly(stopped).isEmpty());
        assertEquals("reference-state", molecule.solve(stopped).method());
    }

    @Test
    void theSectorOfTheElectronsCounts() {
        for (int electrons = 0; electrons <= 3; electrons++) {
            Molecule molecule = wells(OptionalInt.of(electrons));
            assertEquals(3.5 - 2 * electrons, molecule.solve(BUDGET).answer().objective(), 1e-9);
            assertEquals(electrons, molecule.reference().ones());
        }
        assertEquals(-2.5, wells(OptionalInt.empty()).solve(BUDGET).answer().objective(), 1e-9);
    }

    @Test
    void anEnergyOfAnotherNumberOfElectronsIsReported() {
        Molecule molecule = wells(OptionalInt.of(1));
        assertTrue(molecule.decode(1.5).feasible());
        assertTrue(molecule.decode(1.7).feasible());
        Answer tooLow = molecule.decode(-0.5);
        assertFalse(tooLow.feasible());
        String violation = tooLow.violations().getFirst();
        assertTrue(violation.contains("below the lowest of 1 electrons, 1.5"), violation);
        assertTrue(violation.contains("2 electrons (lowest -0.5"), violation);
        assertTrue(violation.contains("3 electrons (lowest -2.5"), violation);
        assertFalse(violation.contains("0 electrons"), violation);
        assertTrue(
                molecule.decode(-9).violations().getFirst().contains("noise or too few shots"),
                "no number of electrons has it");
    }

    /** [[0, -1], [-1, 0]] from X, and Y on two qubits, against matrices written by hand. */
    @Test
    void lettersActAsTheirMatrices() {
        PauliMatrix both = PauliMatrix.of(PauliSum.builder().add(2, "YY", 0, 1).build());
        // YY|00> = -|11>, YY|01> = |10>.
        assertEquals(3, both.flips(0));
        assertEquals(-2, both.entry(0, 0));
        assertEquals(2, both.entry(0, 1));
        assertEquals(2, both.entry(0, 2));
        assertEquals(-2, both.entry(0, 3));
        assertEquals(
                -1.5,
                new Molecule(
                                "x",
                                PauliSum.builder().add(1.5, "X", 0).build(),
                                1,
                                0,
                                OptionalInt.empty(),
                                Optional.empty())
                        .solve(BUDGET)
                        .answer()
                        .objective(),
                1e-12);
    }

    @Test
    void anOperatorThatChangesTheNumberHasNoElectrons() {
        PauliSum hop = PauliSum.builder().add(1, "XX", 0, 1).add(1, "YY", 0, 1).build();
        assertEquals(
                -2,
                new Molecule("hop", hop, 2, 0, OptionalInt.of(1), Optional.empty())
                        .solve(BUDGET)
                        .answer()
                        .objective(),
                1e-9);
        PauliSum flip = PauliSum.builder().add(1, "XX", 0, 1).build();
        ProblemFormatException refusal = assertThrows(
                ProblemFormatException.class,
                () -> new Molecule("flip", flip, 2, 0, OptionalInt.of(1), Optional.empty()));
        assertEquals("/electrons", refusal.place());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        PauliSum imaginary = PauliSum.builder().add(1, "Y", 0).build();
        assertEquals(
                "/terms",
                assertThrows(
                                ProblemFormatException.class,
                                () -> new Molecule("", imaginary, 1, 0, OptionalInt.empty(), Optional.empty()))
                        .place());
        assertEquals(
                "/qubits",
                assertThrows(
                                ProblemFormatException.class,
                                () -> new Molecule("", WELLS, 2, 0, OptionalInt.empty(), Optional.empty()))
                        .place());
        assertEquals(
                "/electrons",
                assertThrows(ProblemFormatException.class, () -> wells(OptionalInt.of(4)))
                        .place());
        assertEquals(
                "/occupiedQubits",
                assertThrows(
                                ProblemFormatException.class,
                                () -> new Molecule(
                                        "", WELLS, 3, 0, OptionalInt.of(1), Optional.of(BitString.parse("011"))))
                        .place());
    }

    @Test
    void readsBothWaysToWriteAString() {
        assertEquals(PauliString.of("XY", 0, 12), PauliText.ofFactors(" X0  Y12 "));
        assertEquals(PauliString.IDENTITY, PauliText.ofFactors(""));
        assertEquals(PauliString.of("XZ", 2, 0), PauliText.ofLetters("XIZ"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                         | line 1 | empty",
                "`FermionOperator:\n1 [0^ 0]`               | line 1 | not 'QubitOperator:'",
                "`QubitOperator:\n1 [X0] +`                 | line 3 | ends where a term",
                "`QubitOperator:\n1 X0`                     | line 2 | no term",
                "`QubitOperator:\n(1+2j) [X0]`              | line 2 | not a finite real number",
                "`QubitOperator:\nnan [X0]`                 | line 2 | not a finite real number",
                "`QubitOperator:\n1 [W0]`                   | line 2 | 'W0' is no factor",
                "`QubitOperator:\n1 [X0 X0]`                | line 2 | twice",
                "`QubitOperator:\n1 [X0 Z1] +\n2 [Z1 X0]`   | line 3 | given already",
                "`QubitOperator:\n1 [X0]\n2 [X1]`           | line 3 | follows the end",
            })
    void namesTheLineAndTheRemedy(String text, String place, String message) {
        ProblemFormatException refusal =
                assertThrows(ProblemFormatException.class, () -> OpenFermionReader.read(text, FileSettings.NONE));
        assertTrue(refusal.getMessage().startsWith(place), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }
}
