// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.Target;

/**
 * Prints how many two-qubit gates circuits take on a line, a grid and a heavy-hex lattice, beside plain shortest-path swapping:
 * {@code java ... RoutingTable FOLDER_OF_QASM}. A measurement, not a test. {@code plain} counts gate by gate; {@code joined} is
 * the same routing after all our other optimisations, so that the last ratio is that of routing and layout alone.
 */
final class RoutingTable {
    /** For each map the logarithms of both ratios. */
    private final Map<String, List<double[]>> logs = new TreeMap<>();

    private RoutingTable() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.out.println("skipped: name a folder of OpenQASM files");
            return;
        }
        RoutingTable table = new RoutingTable();
        System.out.printf(
                "%-44s %-10s %6s %6s %6s %9s %10s%n",
                "circuit", "map", "plain", "joined", "ours", "ours/plain", "ours/joined");
        long start = System.nanoTime();
        read(Path.of(arguments[0]))
                .forEach((name, circuit) ->
                        maps(circuit.qubits()).forEach((map, couplings) -> table.print(name, circuit, map, couplings)));
        table.summarize((System.nanoTime() - start) / 1e9);
    }

    private static Map<String, Circuit> read(Path folder) throws IOException {
        Map<String, Circuit> circuits = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".qasm")).toList()) {
                try {
                    circuits.put(folder.relativize(file).toString(), OpenQasmReader.read(Files.readString(file)));
                } catch (OpenQasmException refused) {
                    System.out.println("skipped: " + folder.relativize(file) + ": " + refused.getMessage());
                }
            }
        }
        return circuits;
    }

    /** The smallest line, near square and lattice that hold the circuit. */
    static Map<String, CouplingMap> maps(int qubits) {
        int side = (int) Math.ceil(Math.sqrt(qubits));
        int rows = (qubits + side - 1) / side;
        CouplingMap lattice = CouplingMap.heavyHex(2, 5);
        for (int lines = 2; lattice.qubits() < qubits; lines++) {
            lattice = CouplingMap.heavyHex(lines, 4 * (lines / 2) + 5);
        }
        Map<String, CouplingMap> maps = new TreeMap<>();
        maps.put("line", CouplingMap.line(qubits));
        maps.put("grid", CouplingMap.grid(rows, side));
        maps.put("heavy-hex", lattice);
        return maps;
    }

    private void print(String name, Circuit circuit, String map, CouplingMap couplings) {
        PlainRouting.Plain plain = PlainRouting.route(circuit, couplings);
        Target target = Target.of(Basis.RZ_SX_X_CZ, couplings);
        int joined = Joined.gates(plain.circuit());
        int ours = Transpiler.transpile(circuit, target).circuit().twoQubitGates();
        if (plain.controlledNots() == 0 || joined == 0 || ours == 0) {
            return;
        }
        double ofPlain = (double) ours / plain.controlledNots();
        double ofJoined = (double) ours / joined;
        logs.computeIfAbsent(map, key -> new ArrayList<>()).add(new double[] {Math.log(ofPlain), Math.log(ofJoined)});
        System.out.printf(
                Locale.ROOT,
                "%-44s %-10s %6d %6d %6d %9.3f %10.3f%n",
                name,
                map,
                plain.controlledNots(),
                joined,
                ours,
                ofPlain,
                ofJoined);
    }

    private void summarize(double seconds) {
        logs.forEach(RoutingTable::mean);
        mean("all", logs.values().stream().flatMap(List::stream).toList());
        System.out.printf(Locale.ROOT, "%.1f s%n", seconds);
    }

    private static void mean(String map, List<double[]> rows) {
        System.out.printf(
                Locale.ROOT,
                "geometric mean of %d, %s: ours/plain %.3f, ours/joined %.3f%n",
                rows.size(),
                map,
                Math.exp(rows.stream().mapToDouble(row -> row[0]).average().orElseThrow()),
                Math.exp(rows.stream().mapToDouble(row -> row[1]).average().orElseThrow()));
    }
}
