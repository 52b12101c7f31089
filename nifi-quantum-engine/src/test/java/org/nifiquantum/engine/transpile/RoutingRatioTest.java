// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.Target;

/** How many two-qubit gates routing costs, beside plain shortest-path swapping and beside what others published. */
class RoutingRatioTest {
    private static Map<String, Circuit> circuits() {
        Map<String, Circuit> circuits = new TreeMap<>();
        circuits.put("Fourier transform", TranspileTiming.fourier(8));
        circuits.put("QAOA, degree 3", QaoaCircuits.circuit(10, QaoaCircuits.randomGraph(10, 0.35, 3), 1));
        circuits.put("QAOA, every pair", QaoaCircuits.circuit(6, QaoaCircuits.randomGraph(6, 1, 3), 1));
        circuits.put("random", new RandomCircuits(4).circuit(6, 60));
        circuits.put("adder", adder(4));
        return circuits;
    }

    /** Cuccaro et al., arXiv:quant-ph/0410184, on two numbers of so many bits and a carry. */
    private static Circuit adder(int bits) {
        CircuitBuilder builder = Circuit.builder(2 * bits + 1);
        for (int bit = 0; bit < bits; bit++) {
            builder.gate(StandardGate.CX, 2 * bit + 2, 2 * bit + 1)
                    .gate(StandardGate.CX, 2 * bit + 2, 2 * bit)
                    .gate(StandardGate.CCX, 2 * bit, 2 * bit + 1, 2 * bit + 2);
        }
        for (int bit = bits - 1; bit >= 0; bit--) {
            builder.gate(StandardGate.CCX, 2 * bit, 2 * bit + 1, 2 * bit + 2)
                    .gate(StandardGate.CX, 2 * bit + 2, 2 * bit)
                    .gate(StandardGate.CX, 2 * bit, 2 * bit + 1);
        }
        return builder.build();
    }

    /** Plain swapping gets all our other optimisations here, so that this is what layout and routing alone save. */
    @Test
    void atMostFourFifthsOfPlainSwappingOnEachMap() {
        Map<String, Double> logs = new TreeMap<>();
        for (Circuit circuit : circuits().values()) {
            for (Map.Entry<String, CouplingMap> map :
                    RoutingTable.maps(circuit.qubits()).entrySet()) {
                Circuit plain = PlainRouting.route(circuit, map.getValue()).circuit();
                Target target = Target.of(Basis.RZ_SX_X_CZ, map.getValue());
                int ours = Transpiler.transpile(circuit, target).circuit().twoQubitGates();
                logs.merge(map.getKey(), Math.log((double) ours / Joined.gates(plain)), Double::sum);
            }
        }
        logs.forEach((map, sum) -> {
            double mean = Math.exp(sum / circuits().size());
            assertTrue(mean <= 0.8, () -> map + ": geometric mean " + mean);
        });
    }

    /** The yardstick itself does what the circuit does, or it would be no yardstick. */
    @Test
    void plainSwappingIsRight() {
        for (Map.Entry<String, Circuit> entry : circuits().entrySet()) {
            if (entry.getValue().qubits() <= 8) {
                Circuit circuit = entry.getValue();
                CouplingMap line = CouplingMap.line(circuit.qubits());
                PlainRouting.Plain plain = PlainRouting.route(circuit, line);
                Transpiled asTranspiled = new Transpiled(
                        plain.circuit(),
                        IntStream.range(0, circuit.qubits()).boxed().toList(),
                        plain.finalLayout(),
                        OptionalDouble.empty());
                Map<String, Double> bindings = Map.of("alpha", 0.3, "beta", 1.2, "gamma_0", 0.4, "beta_0", 0.9);
                Equivalence.assertSame(circuit, asTranspiled, bindings, entry.getKey());
            }
        }
    }

    /** What can be had here of the circuits whose counts others published. */
    @Test
    void atMostWhatOthersPublished() throws IOException {
        int compared = 0;
        for (PublishedCounts.Count count : PublishedCounts.ALL) {
            Optional<Circuit> circuit =
                    PublishedCounts.circuit(count, SharedData.folder("qasm2").toString());
            if (circuit.isPresent()) {
                int ours = PublishedCounts.ours(circuit.get(), count);
                assertTrue(
                        ours <= count.gates(),
                        () -> "%s: %d, %s %d".formatted(count.circuit(), ours, count.source(), count.gates()));
                compared++;
            }
        }
        assertEquals(8, compared);
    }

    /**
     * The Fourier transform without its final exchanges on a line takes three controlled NOTs for each pair of qubits (Fowler,
     * Devitt and Hollenberg, arXiv:quant-ph/0402196: each phase gate joined with an exchange).
     */
    @Test
    void fourierTransformOnALineAsPublished() {
        for (int qubits : List.of(4, 6, 8, 10, 25)) {
            int ours = Transpiler.transpile(
                            TranspileTiming.fourier(qubits), Target.of(Basis.RZ_SX_X_CZ, CouplingMap.line(qubits)))
                    .circuit()
                    .twoQubitGates();
            int published = 3 * qubits * (qubits - 1) / 2;
            assertTrue(ours <= published, qubits + " qubits: " + ours + ", published " + published);
        }
    }

    /** As for the Fourier transform: a cost between all pairs and the exchanges of a swap network (arXiv:1711.04789). */
    @Test
    void densePhaseSeparatorsOnALineAsPublished() {
        int qubits = 16;
        Circuit circuit = QaoaCircuits.circuit(qubits, QaoaCircuits.randomGraph(qubits, 1, 2), 1);
        Target target = Target.of(Basis.RZ_SX_X_CZ, CouplingMap.line(qubits));
        int ours = Transpiler.transpile(circuit, target).circuit().twoQubitGates();
        int published = 3 * qubits * (qubits - 1) / 2;
        assertTrue(ours <= published, ours + ", published " + published);
    }

    /** A path through all qubits in any order fits every map that has one. */
    @Test
    void whatFitsNeedsNoExchange() {
        int[] order = {4, 0, 7, 2, 5, 1, 8, 3, 6};
        CircuitBuilder path = Circuit.builder(9);
        for (int index = 1; index < order.length; index++) {
            path.gate(StandardGate.CX, order[index - 1], order[index]);
        }
        for (CouplingMap map : RoutingTable.maps(9).values()) {
            Target target = Target.of(Basis.RZ_SX_X_CZ, map);
            assertEquals(8, Transpiler.transpile(path.build(), target).circuit().twoQubitGates());
        }
    }
}
