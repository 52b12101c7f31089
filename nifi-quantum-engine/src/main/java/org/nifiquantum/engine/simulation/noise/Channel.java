// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.operator.ComplexMatrix;

/**
 * What noise does to qubits: {@code rho -> sum_i K_i rho K_i^dagger}. Formulas after M. Nielsen and I. Chuang, Quantum
 * Computation and Quantum Information (2000), section 8.3. Immutable.
 */
public sealed interface Channel {

    /** How many qubits it acts on. */
    int qubits();

    /** The operators K_i, without those that are 0. Bit k of an index is operand k of the channel. */
    default List<ComplexMatrix> operators() {
        return KrausOperators.of(this);
    }

    /** Exchanges 0 and 1 with a probability. */
    static Pauli bitFlip(double probability) {
        return new Pauli(1, Map.of("X", probability));
    }

    /** Applies Z with a probability. */
    static Pauli phaseFlip(double probability) {
        return new Pauli(1, Map.of("Z", probability));
    }

    /** Applies Y with a probability. */
    static Pauli bitPhaseFlip(double probability) {
        return new Pauli(1, Map.of("Y", probability));
    }

    /**
     * {@code rho -> (1 - strength) rho + strength 1/2^n}: with the given strength the qubits are replaced by the fully mixed
     * state (Nielsen and Chuang, equation 8.100; also Qiskit's {@code depolarizing_error}). An n-qubit Pauli other than the
     * identity then happens with probability {@code strength (1 - 4^-n)}, which is what Cirq's {@code depolarize} takes.
     *
     * @param qubits 1 or 2
     * @param strength from 0 to {@code 4^n / (4^n - 1)}; from 1 on no memory of the state is left, beyond it turns around
     */
    record Depolarizing(int qubits, double strength) implements Channel {
        public Depolarizing {
            if (qubits != 1 && qubits != 2) {
                throw new IllegalArgumentException("Depolarising acts on 1 or 2 qubits, not %d".formatted(qubits));
            }
            double paulis = 1 << (2 * qubits);
            Checks.inRange(
                    strength, paulis / (paulis - 1), "The strength of depolarising on %d qubits".formatted(qubits));
        }

        /** By the probability that any Pauli other than the identity happens, all of them being equally likely. */
        public static Depolarizing ofErrorProbability(int qubits, double probability) {
            double paulis = 1 << (2 * qubits);
            return new Depolarizing(qubits, probability * paulis / (paulis - 1));
        }
    }

    /**
     * Decay towards the ground state 0 and, at a temperature, towards 1: generalised amplitude damping.
     *
     * @param probability that an excitation is lost, gamma
     * @param excitedPopulation the probability of 1 that the qubit decays to; 0 for a cold environment
     */
    record AmplitudeDamping(double probability, double excitedPopulation) implements Channel {
        public AmplitudeDamping {
            Checks.probability(probability, "The probability of amplitude damping");
            Checks.probability(excitedPopulation, "The excited population of amplitude damping");
        }

        public AmplitudeDamping(double probability) {
            this(probability, 0);
        }

        @Override
        public int qubits() {
            return 1;
        }
    }

    /**
     * Loss of coherence without loss of energy: {@code rho_01} is multiplied by {@code sqrt(1 - probability)}. The same as a
     * phase flip with probability {@code (1 - sqrt(1 - probability)) / 2}.
     */
    record PhaseDamping(double probability) implements Channel {
        public PhaseDamping {
            Checks.probability(probability, "The probability of phase damping");
        }

        @Override
        public int qubits() {
            return 1;
        }
    }

    /**
     * What a qubit does while it waits: the population relaxes as {@code exp(-duration / t1)}, the coherence as
     * {@code exp(-duration / t2)}. All times in the same unit; t1 and t2 may be infinite.
     *
     * @param t1 relaxation time, above 0
     * @param t2 coherence time, above 0 and at most {@code 2 t1}, since relaxation itself costs coherence
     * @param duration 0 or more
     * @param excitedPopulation the probability of 1 in equilibrium
     */
    record ThermalRelaxation(double t1, double t2, double duration, double excitedPopulation) implements Channel {
        public ThermalRelaxation {
            if (!(t1 > 0) || !(t2 > 0)) {
                throw new IllegalArgumentException("T1 = %s and T2 = %s must be above 0".formatted(t1, t2));
            }
            if (t2 > 2 * t1) {
                throw new IllegalArgumentException(
                        "T2 = %s is more than 2 T1 = %s, which no qubit can have; lower T2 to %s or less"
                                .formatted(t2, 2 * t1, 2 * t1));
            }
            if (!(duration >= 0 && duration < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The duration of thermal relaxation is %s; it must be 0 or more".formatted(duration));
            }
            Checks.probability(excitedPopulation, "The excited population of thermal relaxation");
        }

        public ThermalRelaxation(double t1, double t2, double duration) {
            this(t1, t2, duration, 0);
        }

        @Override
        public int qubits() {
            return 1;
        }
    }

    /**
     * Pauli strings by chance; with the remaining probability nothing happens.
     *
     * @param probabilities by string of I, X, Y and Z; letter k acts on operand k of the channel
     */
    record Pauli(int qubits, SortedMap<String, Double> probabilities) implements Channel {
        public Pauli {
            probabilities = Collections.unmodifiableSortedMap(new TreeMap<>(probabilities));
            double sum = 0;
            for (Map.Entry<String, Double> entry : probabilities.entrySet()) {
                if (entry.getKey().length() != qubits || !entry.getKey().matches("[IXYZ]+")) {
                    throw new IllegalArgumentException(
                            "\"%s\" is no Pauli string of %d letters I, X, Y, Z".formatted(entry.getKey(), qubits));
                }
                Checks.probability(entry.getValue(), "The probability of " + entry.getKey());
                sum += entry.getValue();
            }
            Checks.inRange(sum, 1 + Checks.TOLERANCE, "The sum of the probabilities of a Pauli channel");
        }

        public Pauli(int qubits, Map<String, Double> probabilities) {
            this(qubits, new TreeMap<>(probabilities));
        }
    }

    /**
     * A channel by its operators, all of one size.
     *
     * @param operators with {@code sum_i K_i^dagger K_i = 1} to 1e-9
     */
    record Kraus(List<ComplexMatrix> operators) implements Channel {
        public Kraus {
            operators = List.copyOf(operators);
            KrausOperators.requireTracePreserving(operators);
        }

        @Override
        public int qubits() {
            return operators.get(0).qubits();
        }
    }
}
