// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.SharesOfShots;

/**
 * Reads IonQ's distributions over all qubits as counts whose bit i is qubit i. Version 1 of its formats names a state by a decimal
 * number whose lowest bit is qubit 0; version 2 by a bitstring whose first character is qubit 0.
 */
final class IonqResults {

    /** The register that holds every qubit, whatever a circuit measures. */
    private static final String ALL_QUBITS = "output_all";

    private IonqResults() {}

    /** What one circuit gave, in any format IonQ has for it. */
    static Counts counts(JsonNode result, int qubits, int shots) throws BackendException {
        for (String member : List.of("histogram", "probabilities")) {
            if (result.path(member).path("registers").isObject()) {
                return counts(shares(register(result.path(member).path("registers")), qubits, true), shots);
            }
        }
        return counts(shares(result, qubits, false), shots);
    }

    private static Counts counts(SortedMap<BitString, Double> shares, int shots) throws BackendException {
        return SharesOfShots.counts("IonQ", shares, shots);
    }

    private static JsonNode register(JsonNode registers) throws BackendException {
        if (registers.has(ALL_QUBITS)) {
            return registers.path(ALL_QUBITS);
        }
        if (registers.size() != 1) {
            throw malformed("/registers has none named " + ALL_QUBITS);
        }
        return registers.iterator().next();
    }

    private static SortedMap<BitString, Double> shares(JsonNode states, int qubits, boolean bitstrings)
            throws BackendException {
        if (!states.isObject() || states.isEmpty()) {
            throw malformed("it is no object of states and probabilities");
        }
        SortedMap<BitString, Double> shares = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : states.properties()) {
            double share = entry.getValue().asDouble(-1);
            if (!entry.getValue().isNumber() || !(share >= 0) || Double.isInfinite(share)) {
                throw malformed("state [%s] has the share %s".formatted(entry.getKey(), entry.getValue()));
            }
            if (share > 0) {
                shares.merge(
                        bitstrings ? fromWireOrder(entry.getKey(), qubits) : fromNumber(entry.getKey(), qubits),
                        share,
                        Double::sum);
            }
        }
        return shares;
    }

    private static BitString fromNumber(String text, int qubits) throws BackendException {
        BigInteger number = text.matches("[0-9]{1,100}") ? new BigInteger(text) : BigInteger.ONE.negate();
        if (number.signum() < 0 || number.bitLength() > qubits) {
            throw malformed("[%s] is no state of %d qubits".formatted(text, qubits));
        }
        boolean[] bits = new boolean[qubits];
        for (int qubit = 0; qubit < qubits; qubit++) {
            bits[qubit] = number.testBit(qubit);
        }
        return BitString.of(bits);
    }

    private static BitString fromWireOrder(String text, int qubits) throws BackendException {
        if (text.length() != qubits || !text.matches("[01]*")) {
            throw malformed("[%s] is no state of %d qubits".formatted(text, qubits));
        }
        return BitString.parse(new StringBuilder(text).reverse().toString());
    }

    private static BackendException malformed(String why) {
        return new BackendException(Kind.MALFORMED, "IonQ's result cannot be read: " + why);
    }
}
