// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap.Kind;

class DataCircuitsTest {

    /** Rows 0, 1 and 50 of iris, classes 0 and 1, scaled to 0..pi over these 100 rows; values of a second simulator. */
    @ParameterizedTest
    @CsvSource({"FULL,   0.177181608, 0.002919193, 0.041521147", "LINEAR, 0.005107373, 0.024171298, 0.115095487"})
    void theKernelOfIrisIsThePublishedOne(Entanglement entanglement, double k01, double k02, double k12) {
        List<List<Double>> iris = Scaling.fittedTo(irisOfTwoClasses(), Math.PI).apply(irisOfTwoClasses());
        List<List<Double>> rows = List.of(iris.get(0), iris.get(1), iris.get(50));
        FeatureMap map = new FeatureMap(Kind.ZZ, 4, 2, entanglement);
        double[][] kernel = kernel(map, rows);
        assertArrayEquals(new double[] {1, k01, k02}, kernel[0], 1e-9);
        assertArrayEquals(new double[] {k02, k12, 1}, kernel[2], 1e-9);
    }

    /** Without entanglement each qubit gives cos^2 of half the difference. */
    @Test
    void theKernelOfAnglesIsAProduct() {
        FeatureMap map = new FeatureMap(Kind.ANGLE, 2, 1, Entanglement.LINEAR);
        double[][] kernel = kernel(map, List.of(List.of(0.3, 1.1), List.of(1.4, -0.2)));
        assertEquals(Math.pow(Math.cos(0.55) * Math.cos(0.65), 2), kernel[0][1], 1e-12);
    }

    /** RY(x) on qubit 0 and CX give c|00> + s|11>; RY(x) on qubit 0 again gives c^2|00> + cs|01> - s^2|10> + sc|11>. */
    @Test
    void anglesAreEntangledBetweenRepetitions() {
        FeatureMap map = new FeatureMap(Kind.ANGLE, 2, 2, Entanglement.LINEAR);
        double x = 0.9;
        double c = Math.cos(x / 2);
        double s = Math.sin(x / 2);
        double[] expected = {Math.pow(c * c, 2), Math.pow(c * s, 2), Math.pow(s * s, 2), Math.pow(s * c, 2)};
        assertArrayEquals(expected, probabilities(DataCircuits.ofRow(map), x, 0), 1e-12);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FeatureMap(Kind.ZZ, 0, 1, Entanglement.FULL));
        assertThrows(IllegalArgumentException.class, () -> new KernelMatrix(2, 0).of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new KernelMatrix(2, 0).bindings(List.of(List.of(1.0))));
    }

    /** Row 2 is to be predicted: it stands below the square of the learned ones, beside no row of its own kind. */
    @Test
    void furtherRowsStandBelowTheLearnedOnes() {
        KernelMatrix matrix = new KernelMatrix(2, 2);
        List<List<Double>> table = List.of(List.of(0.0), List.of(1.0), List.of(2.0), List.of(3.0));
        assertEquals(
                List.of(List.of(0.0, 1.0), List.of(2.0, 0.0), List.of(2.0, 1.0), List.of(3.0, 0.0), List.of(3.0, 1.0)),
                matrix.bindings(table));
        assertEquals(matrix.bindings(table).size(), KernelMatrix.pairs(2, 2));
        double[][] expected = {{1, 0.1}, {0.1, 1}, {0.2, 0.3}, {0.4, 0.5}};
        assertArrayEquals(expected, matrix.of(List.of(0.1, 0.2, 0.3, 0.4, 0.5)));
    }

    /** What is learned of a range is kept for rows beyond it. */
    @Test
    void furtherRowsAreScaledByTheRangesOfOthers() {
        Scaling scaling = Scaling.fittedTo(List.of(List.of(2.0, 7.0), List.of(6.0, 7.0)), 1);
        assertEquals(
                List.of(List.of(1.5, 0.0), List.of(0.25, 0.0)),
                scaling.apply(List.of(List.of(8.0, 9.0), List.of(3.0, 7.0))));
    }

    /** Its energy is 1 on all zeros and 0 on every other basis state. */
    @Test
    void theProjectorShowsAllZerosOnly() {
        double[] energies = new double[8];
        for (PauliTerm term : DataCircuits.allZero(3).terms()) {
            for (int state = 0; state < 8; state++) {
                int ones = state;
                long flips = term.string().letters().keySet().stream()
                        .filter(qubit -> (ones >> qubit & 1) == 1)
                        .count();
                energies[state] += flips % 2 == 0 ? term.coefficient() : -term.coefficient();
            }
        }
        double constant = DataCircuits.allZero(3).constant();
        assertArrayEquals(
                new double[] {1, 0, 0, 0, 0, 0, 0, 0},
                Arrays.stream(energies).map(energy -> energy + constant).toArray(),
                1e-15);
    }

    private static double[][] kernel(FeatureMap map, List<List<Double>> rows) {
        KernelMatrix matrix = new KernelMatrix(rows.size(), 0);
        Circuit circuit = DataCircuits.ofPair(map);
        return matrix.of(matrix.bindings(rows).stream()
                .map(binding -> probabilities(
                        circuit,
                        binding.stream().mapToDouble(Double::doubleValue).toArray())[0])
                .toList());
    }

    private static double[] probabilities(Circuit circuit, double... binding) {
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.evaluate(
                    CompiledCircuit.compile(circuit),
                    binding,
                    state -> Arrays.copyOf(state.probabilities(), 1 << circuit.qubits()));
        }
    }

    private static List<List<Double>> irisOfTwoClasses() {
        return SharedData.text("classification/iris.csv")
                .lines()
                .skip(1)
                .limit(100)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .limit(4)
                        .map(Double::valueOf)
                        .toList())
                .toList();
    }
}
