// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;
import org.nifiquantum.engine.transpile.device.Target;

/**
 * Two-qubit gates that others published for circuits and maps that can be had. {@code java ... PublishedCounts FOLDER...} prints
 * them beside ours for the files found below the folders. A measurement, not a test.
 */
final class PublishedCounts {
    /** Li, Ding and Xie, arXiv:1809.02573, table II: CNOT gates of the circuit and those added on IBM Q20 Tokyo. */
    private static final String SABRE = "SABRE";

    /** McKinney, Hatridge and Jones, arXiv:2308.03874 (MIRAGE), raw results: the best of five runs of Qiskit, with CNOT gates. */
    private static final String QISKIT = "Qiskit (MIRAGE)";

    static final List<Count> ALL = List.of(
            tokyo("4mod5-v1_22", 11, 0),
            tokyo("mod5mils_65", 16, 0),
            tokyo("alu-v0_27", 17, 3),
            tokyo("decod24-v2_43", 22, 0),
            tokyo("4gt13_92", 30, 0),
            tokyo("ising_model_10", 90, 0),
            tokyo("ising_n10", 90, 0),
            tokyo("ising_model_13", 120, 0),
            tokyo("ising_model_16", 150, 0),
            tokyo("qft_10", 90, 54),
            tokyo("qft_16", 240, 186),
            tokyo("rd84_142", 154, 105),
            tokyo("adr4_197", 1498, 1614),
            tokyo("radd_250", 1405, 1275),
            tokyo("z4_268", 1343, 1365),
            tokyo("sym6_145", 1701, 1272),
            tokyo("misex1_241", 2100, 1521),
            tokyo("rd73_252", 2319, 2133),
            tokyo("cycle10_2_110", 2648, 2622),
            tokyo("square_root_7", 3089, 2598),
            tokyo("sqn_258", 4459, 4344),
            tokyo("rd84_253", 5960, 6147),
            tokyo("co14_215", 7840, 8982),
            tokyo("sym9_193", 15232, 16653),
            tokyo("9symml_195", 15232, 17268),
            new Count("bigadder_n18", QISKIT, 229, heavyHexCode()),
            new Count("bv_n14", QISKIT, 33, heavyHexCode()),
            new Count("multiply_n13", QISKIT, 72, heavyHexCode()),
            new Count("qf21_n15", QISKIT, 246, heavyHexCode()),
            new Count("qft_n18", QISKIT, 545, heavyHexCode()));

    private PublishedCounts() {}

    /** The two-qubit gates of a circuit on a map. */
    record Count(String circuit, String source, int gates, CouplingMap map) {}

    private static Count tokyo(String circuit, int controlledNots, int added) {
        return new Count(circuit, SABRE, controlledNots + added, tokyo());
    }

    /** Four rows of five, and both diagonals of every other square (figure 2 of arXiv:1809.02573). */
    static CouplingMap tokyo() {
        List<Coupling> couplings = new ArrayList<>(CouplingMap.grid(4, 5).couplings());
        for (int corner : new int[] {1, 3, 5, 7, 11, 13}) {
            couplings.add(new Coupling(corner, corner + 6));
            couplings.add(new Coupling(corner + 1, corner + 5));
        }
        return CouplingMap.undirected(20, couplings);
    }

    /**
     * The 57 qubits of a heavy-hexagon code of distance 5 (Chamberland et al., arXiv:1907.09528, figure 2): rows of nine, with
     * bridges at one end and at every fourth qubit.
     */
    static CouplingMap heavyHexCode() {
        List<Coupling> couplings = new ArrayList<>();
        for (int row = 0; row < 5; row++) {
            for (int place = 1; place < 9; place++) {
                couplings.add(new Coupling(9 * row + place - 1, 9 * row + place));
            }
        }
        for (int row = 0; row < 4; row++) {
            int[] places = row % 2 == 0 ? new int[] {0, 3, 7} : new int[] {1, 5, 8};
            for (int index = 0; index < 3; index++) {
                int bridge = 45 + 3 * row + index;
                couplings.add(new Coupling(9 * row + places[index], bridge));
                couplings.add(new Coupling(bridge, 9 * (row + 1) + places[index]));
            }
        }
        return CouplingMap.undirected(57, couplings);
    }

    static int ours(Circuit circuit, Count count) {
        return Transpiler.transpile(circuit, Target.of(Basis.RZ_SX_X_CZ, count.map()))
                .circuit()
                .twoQubitGates();
    }

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-16s %-16s %9s %7s %6s %8s%n", "circuit", "by", "published", "ours", "ratio", "seconds");
        double logs = 0;
        int rows = 0;
        for (Count count : ALL) {
            Optional<Circuit> circuit = circuit(count, arguments);
            if (circuit.isPresent()) {
                long start = System.nanoTime();
                int ours = ours(circuit.get(), count);
                double ratio = (double) ours / count.gates();
                System.out.printf(
                        Locale.ROOT,
                        "%-16s %-16s %9d %7d %6.3f %8.2f%n",
                        count.circuit(),
                        count.source(),
                        count.gates(),
                        ours,
                        ratio,
                        (System.nanoTime() - start) / 1e9);
                logs += Math.log(ratio);
                rows++;
            }
        }
        System.out.printf(Locale.ROOT, "geometric mean of %d: %.3f%n", rows, Math.exp(logs / Math.max(1, rows)));
    }

    /** A circuit from its file, but Fourier transforms made here: the files' rotations are of controls, so that all cancels. */
    static Optional<Circuit> circuit(Count count, String... folders) throws IOException {
        if (count.source().equals(SABRE) && count.circuit().startsWith("qft_")) {
            return Optional.of(
                    TranspileTiming.fourier(Integer.parseInt(count.circuit().substring("qft_".length()))));
        }
        Optional<Path> file = find(count.circuit() + ".qasm", folders);
        return file.isPresent() ? Optional.of(OpenQasmReader.read(Files.readString(file.get()))) : Optional.empty();
    }

    private static Optional<Path> find(String name, String... folders) throws IOException {
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                Optional<Path> found = files.filter(path -> path.endsWith(name)).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
