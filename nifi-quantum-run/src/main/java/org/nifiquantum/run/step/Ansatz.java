// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.optimization.encoding.Encoding;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.Qaoa;
import org.nifiquantum.optimization.encoding.ansatz.RandomBrickwork;
import org.nifiquantum.optimization.encoding.ansatz.Uccsd;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.HamiltonianProblem;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.SpinOrder;

/**
 * A problem in the ansatz that was asked for.
 *
 * @param method the ansatz, in documents
 * @param angles where the first parameters come from, in documents
 * @param penalty what breaking a constraint by one costs; empty where there is no constraint
 */
record Ansatz(String method, String angles, OptionalDouble penalty, Encoding encoding) {

    /** Exactly at a state of symmetry no gradient leads away. */
    private static final double LARGEST_KICK = 0.1;

    /**
     * Encodes.
     *
     * @param seed of first parameters that are drawn
     * @param earlier what {@link InitialAngles#INTERPOLATED} begins with, if it is asked for and there is one
     * @throws IllegalArgumentException if the ansatz does not fit the problem
     */
    static Ansatz of(BinaryProblem problem, AnsatzSettings settings, long seed, Optional<EarlierAngles> earlier) {
        return switch (settings.method()) {
            case AUTO, QAOA ->
                earlier.map(angles -> interpolated(problem, settings, angles)).orElseGet(() -> qaoa(problem, settings));
            case HARDWARE_EFFICIENT -> hardwareEfficient(problem, settings, seed);
            case SAMPLING -> sampling(problem, settings, seed);
            case UCCSD ->
                throw new IllegalArgumentException(
                        "The problem has no electrons for UCCSD to move; use QAOA or a hardware-efficient ansatz.");
        };
    }

    /** The same for an operator. */
    static Ansatz of(HamiltonianProblem problem, AnsatzSettings settings, long seed) {
        return switch (settings.method()) {
            case AUTO -> electronsMove(problem) ? uccsd(problem) : hardwareEfficient(problem, settings, seed);
            case HARDWARE_EFFICIENT -> hardwareEfficient(problem, settings, seed);
            case UCCSD -> uccsd(problem);
            case QAOA ->
                throw new IllegalArgumentException(
                        "QAOA is for problems over bits; use UCCSD or a hardware-efficient ansatz.");
            case SAMPLING ->
                throw new IllegalArgumentException("No sample is an energy; use UCCSD or a hardware-efficient ansatz.");
        };
    }

    private static Ansatz qaoa(BinaryProblem problem, AnsatzSettings settings) {
        return new Ansatz(
                qaoaMethod(settings),
                settings.angles().chosenFor(problem.ising()).text(),
                problem.penalty(),
                Qaoa.encode(problem, settings.qaoa()));
    }

    private static Ansatz interpolated(BinaryProblem problem, AnsatzSettings settings, EarlierAngles earlier) {
        String method = qaoaMethod(settings);
        if (settings.multiAngle() || !earlier.method().equals(method)) {
            throw new IllegalArgumentException(
                    "The angles of %s are no beginning for %s; interpolate with the same mixer and without an angle per term."
                            .formatted(earlier.method(), method));
        }
        return new Ansatz(
                method,
                InitialAngles.INTERPOLATED.text(),
                problem.penalty(),
                Qaoa.interpolate(problem, settings.qaoa(), earlier.best()));
    }

    private static String qaoaMethod(AnsatzSettings settings) {
        String mixer = settings.mixing() == Mixing.TRANSVERSE
                ? ""
                : "-" + settings.mixing().text();
        return (settings.multiAngle() ? "ma-qaoa" : "qaoa") + mixer;
    }

    /** From all answers alike: RY(pi/2) on every qubit, which CX gates leave as it is. */
    private static Ansatz hardwareEfficient(BinaryProblem problem, AnsatzSettings settings, long seed) {
        Circuit circuit = settings.hardwareEfficient().circuit(BitString.ofIndex(0, problem.qubits()));
        List<Double> parameters = new ArrayList<>(kicks(circuit.parameters().size(), seed));
        for (int qubit = 0; qubit < problem.qubits(); qubit++) {
            parameters.set(qubit, Math.PI / 2 + parameters.get(qubit));
        }
        return ofBits(problem, method(settings), "near uniform", circuit, parameters);
    }

    private static Ansatz sampling(BinaryProblem problem, AnsatzSettings settings, long seed) {
        Circuit circuit = new RandomBrickwork(settings.layers(), seed).circuit(problem.qubits());
        return ofBits(problem, "random-brickwork", "random", circuit, List.of());
    }

    private static Ansatz ofBits(
            BinaryProblem problem, String method, String angles, Circuit circuit, List<Double> parameters) {
        return new Ansatz(
                method,
                angles,
                problem.penalty(),
                new Encoding(
                        circuit,
                        problem.ising().toPauliSum(),
                        0,
                        problem.sense() == Sense.MINIMIZE ? 1 : -1,
                        problem.variables(),
                        parameters));
    }

    private static Ansatz hardwareEfficient(HamiltonianProblem problem, AnsatzSettings settings, long seed) {
        Circuit circuit = settings.hardwareEfficient().circuit(problem.reference());
        return ofHamiltonian(
                problem,
                method(settings),
                "near reference",
                circuit,
                kicks(circuit.parameters().size(), seed));
    }

    private static boolean electronsMove(HamiltonianProblem problem) {
        return problem.spinOrder()
                .filter(order -> new Uccsd(order).movesIn(problem.reference()))
                .isPresent();
    }

    private static Ansatz uccsd(HamiltonianProblem problem) {
        SpinOrder order = problem.spinOrder()
                .orElseThrow(() -> new IllegalArgumentException(
                        "UCCSD needs the number of electrons of a Jordan-Wigner form whose spins are told apart;"
                                + " give electrons, or use a hardware-efficient ansatz."));
        Circuit circuit = new Uccsd(order).circuit(problem.reference());
        return ofHamiltonian(
                problem,
                "uccsd",
                "reference",
                circuit,
                Collections.nCopies(circuit.parameters().size(), 0.0));
    }

    private static Ansatz ofHamiltonian(
            HamiltonianProblem problem, String method, String angles, Circuit circuit, List<Double> parameters) {
        List<String> qubits = IntStream.range(0, problem.qubits())
                .mapToObj(qubit -> "q" + qubit)
                .toList();
        return new Ansatz(
                method,
                angles,
                OptionalDouble.empty(),
                new Encoding(circuit, problem.hamiltonian(), 0, 1, qubits, parameters));
    }

    private static String method(AnsatzSettings settings) {
        return "hardware-efficient-%s-%s"
                .formatted(settings.rotations().text(), settings.entanglement().text());
    }

    private static List<Double> kicks(int count, long seed) {
        return new Random(seed)
                .doubles(count, -LARGEST_KICK, LARGEST_KICK)
                .boxed()
                .toList();
    }
}
