// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gates a device takes: one set of one-qubit gates and one or two two-qubit gates.
 *
 * @param entanglers at most one that is continuous and at most one that is not
 */
public record Basis(LocalGates local, List<Entangler> entanglers) {
    private static final Map<String, String> OTHER_NAMES =
            Map.of("cnot", "cx", "xx", "rxx", "zz", "rzz", "u", "u3", "phased_rx", "prx");

    /** IBM's Heron and Nighthawk. */
    public static final Basis RZ_SX_X_CZ = new Basis(LocalGates.RZ_SX_X, List.of(Entangler.CZ));

    /** IBM's Eagle. */
    public static final Basis RZ_SX_X_ECR = new Basis(LocalGates.RZ_SX_X, List.of(Entangler.ECR));

    /** IQM. */
    public static final Basis PRX_CZ = new Basis(LocalGates.PRX, List.of(Entangler.CZ));

    /** AQT. */
    public static final Basis R_RZ_RXX = new Basis(LocalGates.R_RZ, List.of(Entangler.RXX));

    /** IonQ's native gates. */
    public static final Basis GPI_GPI2_MS = new Basis(LocalGates.GPI_GPI2, List.of(Entangler.MS));

    public Basis {
        entanglers = List.copyOf(entanglers);
        long continuous = entanglers.stream().filter(Entangler::isContinuous).count();
        if (entanglers.isEmpty() || continuous > 1 || entanglers.size() - continuous > 1) {
            throw new IllegalArgumentException(
                    "A basis has one two-qubit rotation, one other two-qubit gate, or one of each, not " + entanglers);
        }
    }

    /**
     * The basis in a device's list of gates, such as {@code cz, id, rz, sx, x}; gates beyond it are not used.
     *
     * @throws IllegalArgumentException if the gates do not make every circuit
     */
    public static Basis of(Collection<String> gates) {
        Set<String> names = new LinkedHashSet<>();
        for (String gate : gates) {
            String name = gate.toLowerCase(Locale.ROOT);
            names.add(OTHER_NAMES.getOrDefault(name, name));
        }
        LocalGates local = Arrays.stream(LocalGates.values())
                .filter(set -> names.containsAll(set.gates()))
                .findFirst()
                .orElseThrow(() -> missing(
                        gates,
                        "one-qubit",
                        Arrays.stream(LocalGates.values())
                                .map(set -> String.join(" ", set.gates()))
                                .toList()));
        List<Entangler> found = Arrays.stream(Entangler.values())
                .filter(entangler -> names.contains(entangler.identifier()))
                .toList();
        if (found.isEmpty()) {
            throw missing(
                    gates,
                    "two-qubit",
                    Arrays.stream(Entangler.values()).map(Entangler::identifier).toList());
        }
        Optional<Entangler> rotation =
                found.stream().filter(Entangler::isContinuous).findFirst();
        Optional<Entangler> fixed =
                found.stream().filter(entangler -> !entangler.isContinuous()).findFirst();
        return new Basis(
                local,
                List.of(rotation, fixed).stream().flatMap(Optional::stream).toList());
    }

    /** The basis of these gates, as {@link #of(Collection)}. */
    public static Basis of(String... gates) {
        return of(List.of(gates));
    }

    /** The two-qubit rotation of any angle, if there is one. */
    public Optional<Entangler> rotation() {
        return entanglers.stream().filter(Entangler::isContinuous).findFirst();
    }

    /** The gate that is a controlled NOT up to one-qubit gates, if there is one. */
    public Optional<Entangler> controlledNot() {
        return entanglers.stream().filter(gate -> !gate.isContinuous()).findFirst();
    }

    /** Whether the order of a coupling's qubits matters to one of the gates. */
    public boolean isDirected() {
        return entanglers.stream().anyMatch(Entangler::isDirected);
    }

    /** The identifiers of all its gates. */
    public Set<String> gates() {
        Set<String> gates = new LinkedHashSet<>(local.gates());
        entanglers.forEach(entangler -> gates.add(entangler.identifier()));
        return Collections.unmodifiableSet(gates);
    }

    private static IllegalArgumentException missing(Collection<String> gates, String kind, List<String> known) {
        return new IllegalArgumentException("The gates %s lack a full set of %s gates; known are %s"
                .formatted(gates, kind, String.join(" | ", known)));
    }
}
