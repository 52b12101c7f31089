// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.SharesOfShots;

/**
 * Reads Braket's results as counts whose bit i is qubit i. Column k of a measurement, and character k of a state, belongs to the qubit
 * that {@code measuredQubits} names at place k. Devices that place qubits elsewhere may name their own qubits there; then the columns
 * are in the order of the bits they were measured into, which is that of our qubits.
 */
final class BraketResults {

    private BraketResults() {}

    /** What one circuit gave. */
    static Counts counts(JsonNode result, int qubits, int shots) throws BackendException {
        int[] columnOf = columns(result.path("measuredQubits"), qubits);
        JsonNode measurements = result.path("measurements");
        if (measurements.isArray() && !measurements.isEmpty()) {
            SortedMap<BitString, Integer> counts = new TreeMap<>();
            for (JsonNode shot : measurements) {
                counts.merge(state(shot, columnOf), 1, Integer::sum);
            }
            return new Counts(counts);
        }
        JsonNode probabilities = result.path("measurementProbabilities");
        if (!probabilities.isObject() || probabilities.isEmpty()) {
            throw malformed("it has neither /measurements nor /measurementProbabilities");
        }
        SortedMap<BitString, Double> shares = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : probabilities.properties()) {
            double share = entry.getValue().asDouble(-1);
            if (!entry.getValue().isNumber() || !(share >= 0) || Double.isInfinite(share)) {
                throw malformed("state [%s] has the share %s".formatted(entry.getKey(), entry.getValue()));
            }
            if (share > 0) {
                shares.merge(state(entry.getKey(), columnOf), share, Double::sum);
            }
        }
        return SharesOfShots.counts("Braket", shares, shots);
    }

    /** The column of each qubit. */
    private static int[] columns(JsonNode measuredQubits, int qubits) throws BackendException {
        List<Integer> named = new ArrayList<>();
        measuredQubits.forEach(qubit -> named.add(qubit.asInt(-1)));
        Set<Integer> different = new HashSet<>(named);
        if (named.size() != qubits || different.size() != qubits) {
            throw malformed("/measuredQubits is %s for %d qubits".formatted(measuredQubits, qubits));
        }
        boolean ours = named.stream().allMatch(qubit -> qubit >= 0 && qubit < qubits);
        int[] columnOf = new int[qubits];
        for (int column = 0; column < qubits; column++) {
            columnOf[ours ? named.get(column) : column] = column;
        }
        return columnOf;
    }

    private static BitString state(JsonNode shot, int[] columnOf) throws BackendException {
        boolean[] bits = new boolean[columnOf.length];
        for (int qubit = 0; qubit < bits.length; qubit++) {
            int bit = shot.path(columnOf[qubit]).asInt(-1);
            if (shot.size() != bits.length || bit < 0 || bit > 1) {
                throw malformed("%s is no measurement of %d qubits".formatted(shot, bits.length));
            }
            bits[qubit] = bit == 1;
        }
        return BitString.of(bits);
    }

    private static BitString state(String text, int[] columnOf) throws BackendException {
        if (text.length() != columnOf.length || !text.matches("[01]+")) {
            throw malformed("[%s] is no state of %d qubits".formatted(text, columnOf.length));
        }
        boolean[] bits = new boolean[columnOf.length];
        for (int qubit = 0; qubit < bits.length; qubit++) {
            bits[qubit] = text.charAt(columnOf[qubit]) == '1';
        }
        return BitString.of(bits);
    }

    static BackendException malformed(String why) {
        return new BackendException(Kind.MALFORMED, "Braket's result cannot be read: " + why);
    }
}
