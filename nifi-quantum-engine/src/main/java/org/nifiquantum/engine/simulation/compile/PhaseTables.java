// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nifiquantum.engine.simulation.kernel.DiagonalFunction;
import org.nifiquantum.engine.simulation.kernel.PhaseTable;

/**
 * Decides which phase layers become tables, and shares equal tables between layers: all cost layers of a QAOA circuit have one.
 * A table pays where a layer has many phases that are all multiples of one slot.
 */
final class PhaseTables {
    private final int qubits;
    private final Map<Map<Integer, Double>, PhaseTable> tables = new HashMap<>();
    private long freeBytes;

    /** @param freeBytes how much memory all tables together may take */
    PhaseTables(int qubits, long freeBytes) {
        this.qubits = qubits;
        this.freeBytes = freeBytes;
    }

    PhaseLayer layer(Map<Integer, Angle> angleOfMask) {
        Optional<Integer> slot = commonSlot(angleOfMask);
        if (slot.isEmpty() || angleOfMask.size() < qubits) {
            return new PhaseLayer.Computed(angleOfMask);
        }
        Map<Integer, Double> weights = new TreeMap<>();
        angleOfMask.forEach(
                (mask, angle) -> weights.put(mask, angle.coefficients().get(slot.get())));
        if (!tables.containsKey(weights)) {
            long bytes = PhaseTable.bytes(qubits);
            if (bytes > freeBytes) {
                return new PhaseLayer.Computed(angleOfMask);
            }
            freeBytes -= bytes;
            tables.put(weights, table(weights));
        }
        return new PhaseLayer.Tabulated(tables.get(weights), slot.get());
    }

    private PhaseTable table(Map<Integer, Double> weights) {
        int[] masks = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] coefficients =
                weights.values().stream().mapToDouble(Double::doubleValue).toArray();
        return PhaseTable.of(new DiagonalFunction(masks).table(qubits, coefficients));
    }

    private static Optional<Integer> commonSlot(Map<Integer, Angle> angleOfMask) {
        Optional<Integer> common = Optional.empty();
        for (Angle angle : angleOfMask.values()) {
            if (angle.constant() != 0 || angle.coefficients().size() != 1) {
                return Optional.empty();
            }
            int slot = angle.coefficients().keySet().iterator().next();
            if (common.isPresent() && common.get() != slot) {
                return Optional.empty();
            }
            common = Optional.of(slot);
        }
        return common;
    }
}
