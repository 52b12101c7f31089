// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.Calibration;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.CouplingMap.Coupling;
import org.nifiquantum.engine.transpile.device.Target;

/** Whatever the device, a transpiled circuit does what the original does. */
class TranspilerPropertyTest {
    static final List<Basis> BASES = List.of(
            Basis.RZ_SX_X_CZ,
            Basis.RZ_SX_X_ECR,
            Basis.PRX_CZ,
            Basis.R_RZ_RXX,
            Basis.GPI_GPI2_MS,
            Basis.of("rz", "rx", "cx"),
            Basis.of("u3", "cx"),
            Basis.of("rz", "sx", "x", "cz", "rzz"),
            Basis.of("gpi", "gpi2", "zz"),
            Basis.of("prx", "rxx"));

    private static final Map<String, Double> BINDINGS = Map.of("alpha", 0.7, "beta", -1.9);

    static final List<CouplingMap> MAPS = List.of(
            CouplingMap.full(8),
            CouplingMap.line(8),
            CouplingMap.grid(2, 4),
            CouplingMap.heavyHex(2, 5),
            CouplingMap.grid(3, 3),
            CouplingMap.directed(
                    5, List.of(new Coupling(1, 0), new Coupling(1, 2), new Coupling(3, 2), new Coupling(3, 4))));

    @Test
    void everyBasisOnEveryMap() {
        for (int round = 0; round < 2; round++) {
            for (int basis = 0; basis < BASES.size(); basis++) {
                for (int map = 0; map < MAPS.size(); map++) {
                    int seed = (round * 100 + basis) * 100 + map;
                    int qubits = 1 + new Random(seed).nextInt(MAPS.get(map).qubits() == 5 ? 5 : 8);
                    check(seed, qubits, 30, BASES.get(basis), MAPS.get(map));
                }
            }
        }
    }

    private static void check(long seed, int qubits, int gates, Basis basis, CouplingMap couplings) {
        Circuit circuit = new RandomCircuits(seed).circuit(qubits, gates);
        Target target = Target.of(basis, couplings);
        String what = "seed %d, %d qubits of %d, %s".formatted(seed, qubits, couplings.qubits(), basis);
        Transpiled transpiled = Transpiler.transpile(circuit, target, new TranspileOptions(seed, 2));
        Equivalence.assertFits(transpiled, target, what);
        Equivalence.assertSame(circuit, transpiled, BINDINGS, what);
    }

    /** Whatever a device reports, broken couplings are left alone and the estimate is no worse than without the report. */
    @Test
    void anyCalibration() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            CouplingMap couplings = CouplingMap.grid(3, 3);
            Map<Coupling, Double> errors = new HashMap<>();
            for (Coupling coupling : couplings.couplings()) {
                if (coupling.from() < coupling.to()) {
                    boolean broken = coupling.equals(new Coupling(3, 4)) || coupling.equals(new Coupling(1, 2));
                    errors.put(coupling, broken ? 1.0 : random.nextDouble(0.1));
                }
            }
            List<Double> readout = random.doubles(9, 0, 0.2).boxed().toList();
            List<Double> pulses = random.doubles(9, 0, 0.01).boxed().toList();
            Calibration calibration = new Calibration(pulses, readout, errors);
            Target target = new Target(BASES.get((int) seed % BASES.size()), couplings, Optional.of(calibration));
            Circuit circuit = new RandomCircuits(seed).circuit(4, 20);
            String what = "seed " + seed;
            Transpiled transpiled = Transpiler.transpile(circuit, target, new TranspileOptions(seed, 4));
            Equivalence.assertFits(transpiled, target.withoutBroken(), what);
            Equivalence.assertSame(circuit, transpiled, BINDINGS, what);
            double estimate = transpiled.fidelity().orElseThrow();
            assertEquals(successProbability(transpiled.circuit(), calibration), estimate, 1e-12, what);
            Transpiled blind = Transpiler.transpile(
                    circuit,
                    Target.of(target.basis(), target.withoutBroken().couplings()),
                    new TranspileOptions(seed, 4));
            double ofBlind = successProbability(blind.circuit(), calibration);
            assertTrue(estimate >= ofBlind, () -> what + ": " + estimate + ", without a report " + ofBlind);
        }
    }

    private static double successProbability(Circuit circuit, Calibration calibration) {
        double probability = 1;
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate
                    && !gate.gate().identifier().equals("rz")) {
                List<Integer> qubits = gate.qubits();
                probability *= qubits.size() == 1
                        ? 1 - calibration.oneQubitError(qubits.get(0))
                        : 1 - calibration.twoQubitError(qubits.get(0), qubits.get(1));
            }
        }
        return probability;
    }
}
