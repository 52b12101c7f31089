// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.BinaryProblem;

/**
 * The quantum approximate optimization algorithm: E. Farhi, J. Goldstone, S. Gutmann, arXiv 1411.4028 (2014).
 *
 * <p>Convention: from |+...+>, each layer is U_C = exp(-i gamma C / w), then U_B = exp(-i beta sum X), where C = -energy is
 * to be maximised (of MaxCut: the cut) and w the root mean square of its weights, an Ising coupling J or field h being
 * half of one. So for an unweighted graph gamma is the plain angle of C, and for any weights a gamma of order 1 is a
 * step of order 1: an optimiser needs no scale of its own. Other {@link Mixing mixers} take the place of exp(-i beta X) and of
 * the state before it. Parameters are declared in the order gamma_0, ..., gamma_{p-1}, beta_0, ..., beta_{p-1}; where each term
 * has its own, gamma_l_k is that of term k in layer l, fields before couplings.
 */
public final class Qaoa {
    /** exp(-i theta/2 ZZ), which the standard gates do not have. */
    private static final DefinedGate RZZ = new DefinedGate(
            "rzz",
            List.of("theta"),
            2,
            List.of(
                    new GateOperation(StandardGate.CX, List.of(), List.of(0, 1)),
                    new GateOperation(StandardGate.RZ, List.of(Expression.parameter("theta")), List.of(1)),
                    new GateOperation(StandardGate.CX, List.of(), List.of(0, 1))));

    private Qaoa() {}

    /** Encodes a problem with the standard mixer and two angles a layer; see {@link #encode(BinaryProblem, QaoaSettings)}. */
    public static Encoding encode(BinaryProblem problem, int layers, InitialAngles angles) {
        return encode(problem, QaoaSettings.standard(layers, angles));
    }

    /**
     * Encodes a problem; all qubits are measured at the end.
     *
     * @throws IllegalArgumentException if the angles or the mixer do not fit the problem
     */
    public static Encoding encode(BinaryProblem problem, QaoaSettings settings) {
        return encode(problem, settings, settings.angles().of(problem.ising(), settings.layers()));
    }

    /**
     * As {@link #encode(BinaryProblem, QaoaSettings)}, with first angles that are interpolated from those of fewer layers.
     *
     * @param earlier the gammas, then the betas, of a QAOA of the same problem and mixer with two angles a layer
     * @throws IllegalArgumentException if there are more layers of them than are wanted
     */
    public static Encoding interpolate(BinaryProblem problem, QaoaSettings settings, List<Double> earlier) {
        QaoaAngles angles = QaoaAngles.of(earlier);
        if (angles.layers() > settings.layers()) {
            throw new IllegalArgumentException("Angles of %d layers are there; ask for as many layers or more, not %d."
                    .formatted(angles.layers(), settings.layers()));
        }
        return encode(problem, settings, angles.extendedTo(settings.layers()));
    }

    private static Encoding encode(BinaryProblem problem, QaoaSettings settings, QaoaAngles angles) {
        IsingModel model = problem.ising();
        Cost cost = Cost.of(model);
        Mixer mixer = settings.mixing().mixer(problem);
        double scale = switch (problem.sense()) {
            case MINIMIZE -> 1;
            case MAXIMIZE -> -1;
        };
        return new Encoding(
                settings.multiAngle()
                        ? circuit(model, cost, mixer, settings.layers(), cost.terms(), mixer.terms())
                        : circuit(model, cost, mixer, settings.layers(), 1, 1),
                model.toPauliSum(),
                0,
                scale,
                problem.variables(),
                settings.multiAngle() ? angles.repeated(cost.terms(), mixer.terms()) : angles.parameters());
    }

    private static Circuit circuit(IsingModel model, Cost cost, Mixer mixer, int layers, int gammas, int betas) {
        CircuitBuilder circuit = Circuit.builder(model.spins()).bits(model.spins());
        declare(circuit, "gamma_", layers, gammas);
        declare(circuit, "beta_", layers, betas);
        mixer.prepare(circuit);
        for (int layer = 0; layer < layers; layer++) {
            String of = Integer.toString(layer);
            cost.addTo(circuit, term -> Expression.parameter(name("gamma_" + of, term, gammas)));
            mixer.mix(circuit, term -> Expression.parameter(name("beta_" + of, term, betas)));
        }
        return circuit.measureAll().build();
    }

    private static void declare(CircuitBuilder circuit, String prefix, int layers, int angles) {
        for (int layer = 0; layer < layers; layer++) {
            for (int term = 0; term < angles; term++) {
                circuit.parameter(name(prefix + layer, term, angles));
            }
        }
    }

    /** All terms of a layer share an angle, or each has its own. */
    private static String name(String ofLayer, int term, int angles) {
        return angles == 1 ? ofLayer : ofLayer + "_" + term;
    }

    /**
     * exp(-i gamma C / w) with C = -(sum h Z + sum J ZZ): rotations by -2 gamma h / w and -2 gamma J / w.
     *
     * @param fields the qubits that have one
     * @param weight w
     */
    private record Cost(IsingModel model, List<Integer> fields, List<Coupling> couplings, double weight) {
        static Cost of(IsingModel model) {
            List<Integer> fields = IntStream.range(0, model.spins())
                    .filter(qubit -> model.field(qubit) != 0)
                    .boxed()
                    .toList();
            return new Cost(
                    model,
                    fields,
                    CouplingRounds.inRounds(model),
                    ModelScale.of(model).weight());
        }

        int terms() {
            return fields.size() + couplings.size();
        }

        void addTo(CircuitBuilder circuit, IntFunction<Expression> gamma) {
            for (int k = 0; k < fields.size(); k++) {
                int qubit = fields.get(k);
                circuit.gate(StandardGate.RZ, List.of(scaled(gamma.apply(k), -2 * model.field(qubit) / weight)), qubit);
            }
            for (int k = 0; k < couplings.size(); k++) {
                Coupling coupling = couplings.get(k);
                circuit.gate(
                        RZZ,
                        List.of(scaled(gamma.apply(fields.size() + k), -2 * coupling.strength() / weight)),
                        coupling.first(),
                        coupling.second());
            }
        }
    }

    /** Prints as {@code -gamma_0} or {@code -(gamma_0 * 0.5)} rather than {@code gamma_0 * -1.0}. */
    private static Expression scaled(Expression parameter, double factor) {
        return factor < 0 ? parameter.times(-factor).negate() : parameter.times(factor);
    }
}
