// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Problem;

/**
 * The quantum approximate optimization algorithm: E. Farhi, J. Goldstone, S. Gutmann, arXiv 1411.4028 (2014).
 *
 * <p>Convention: from |+...+>, each layer is U_C = exp(-i gamma C / w), then U_B = exp(-i beta sum X), where C = -energy is
 * to be maximised (of MaxCut: the cut) and w the root mean square of its weights, an Ising coupling J or field h being
 * half of one. So for an unweighted graph gamma is the plain angle of C, and for any weights a gamma of order 1 is a
 * step of order 1: an optimiser needs no scale of its own. Parameters are declared in the order gamma_0, ...,
 * gamma_{p-1}, beta_0, ..., beta_{p-1}.
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

    /**
     * Encodes a problem with the standard mixer; all qubits are measured at the end.
     *
     * @param layers how often cost and mixer alternate, at least 1
     * @throws IllegalArgumentException if there are no layers, or the angles do not fit the problem
     */
    public static Encoding encode(Problem problem, int layers, InitialAngles angles) {
        if (layers < 1) {
            throw new IllegalArgumentException("QAOA needs at least 1 layer, not " + layers + ".");
        }
        IsingModel model = problem.ising();
        double scale = switch (problem.sense()) {
            case MINIMIZE -> 1;
            case MAXIMIZE -> -1;
        };
        return new Encoding(
                circuit(model, layers),
                model.toPauliSum(),
                0,
                scale,
                problem.variables(),
                angles.of(model, layers).parameters());
    }

    private static Circuit circuit(IsingModel model, int layers) {
        CircuitBuilder circuit = Circuit.builder(model.spins()).bits(model.spins());
        for (int layer = 0; layer < layers; layer++) {
            circuit.parameter("gamma_" + layer);
        }
        for (int layer = 0; layer < layers; layer++) {
            circuit.parameter("beta_" + layer);
        }
        for (int qubit = 0; qubit < model.spins(); qubit++) {
            circuit.gate(StandardGate.H, qubit);
        }
        List<Coupling> couplings = CouplingRounds.inRounds(model);
        double weight = ModelScale.of(model).weight();
        for (int layer = 0; layer < layers; layer++) {
            addCost(circuit, model, couplings, weight, Expression.parameter("gamma_" + layer));
            addMixer(circuit, Expression.parameter("beta_" + layer).times(2), model.spins());
        }
        return circuit.measureAll().build();
    }

    /** exp(-i gamma C / w) with C = -(sum h Z + sum J ZZ): rotations by -2 gamma h / w and -2 gamma J / w. */
    private static void addCost(
            CircuitBuilder circuit, IsingModel model, List<Coupling> couplings, double weight, Expression gamma) {
        for (int qubit = 0; qubit < model.spins(); qubit++) {
            if (model.field(qubit) != 0) {
                circuit.gate(StandardGate.RZ, List.of(scaled(gamma, -2 * model.field(qubit) / weight)), qubit);
            }
        }
        for (Coupling coupling : couplings) {
            circuit.gate(
                    RZZ,
                    List.of(scaled(gamma, -2 * coupling.strength() / weight)),
                    coupling.first(),
                    coupling.second());
        }
    }

    private static void addMixer(CircuitBuilder circuit, Expression angle, int qubits) {
        for (int qubit = 0; qubit < qubits; qubit++) {
            circuit.gate(StandardGate.RX, List.of(angle), qubit);
        }
    }

    /** Prints as {@code -gamma_0} or {@code -(gamma_0 * 0.5)} rather than {@code gamma_0 * -1.0}. */
    private static Expression scaled(Expression parameter, double factor) {
        return factor < 0 ? parameter.times(-factor).negate() : parameter.times(factor);
    }
}
