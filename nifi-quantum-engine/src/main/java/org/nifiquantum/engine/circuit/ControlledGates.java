// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.nifiquantum.engine.circuit.StandardGate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts controls before gates, in terms of standard gates; parameters stay open. A gate of c controls takes of the order of
 * c^2 gates and no further qubit (A. Barenco et al., "Elementary gates for quantum computation", Phys. Rev. A 52, 3457, 1995,
 * lemmas 7.2, 7.3 and 7.5).
 */
public final class ControlledGates {
    private static final int MOST_GATES = 200_000;

    private final List<GateOperation> result = new ArrayList<>();

    private ControlledGates() {}

    /**
     * The operations where the qubits {@code 0} to {@code controls - 1} are all 1, else nothing.
     *
     * @param operations on qubits from 0; each is moved up by the number of controls
     * @throws IllegalArgumentException if that takes too many gates
     */
    public static List<GateOperation> of(List<GateOperation> operations, int controls) {
        ControlledGates gates = new ControlledGates();
        List<Integer> first = IntStream.range(0, controls).boxed().toList();
        for (GateOperation operation : operations) {
            gates.control(
                    first,
                    new GateOperation(
                            operation.gate(),
                            operation.parameters(),
                            operation.qubits().stream()
                                    .map(qubit -> qubit + controls)
                                    .toList()));
        }
        return List.copyOf(gates.result);
    }

    private void control(List<Integer> controls, GateOperation operation) {
        switch (operation.gate()) {
            case DefinedGate defined -> operation.expand().forEach(inner -> control(controls, inner));
            case StandardGate gate -> {
                List<Integer> all = joined(controls, operation.qubits().subList(0, gate.controls()));
                List<Integer> targets = operation.qubits().subList(gate.controls(), gate.qubits());
                Optional<StandardGate> known = all.isEmpty() ? Optional.of(gate) : withOneControl(gate, all.size());
                if (known.isPresent()) {
                    add(known.get(), operation.parameters(), joined(all, targets));
                } else {
                    act(gate, operation.parameters(), all, targets);
                }
            }
        }
    }

    /** The standard gate that already has the one control that is asked for. */
    private static Optional<StandardGate> withOneControl(StandardGate gate, int controls) {
        if (controls != 1) {
            return Optional.empty();
        }
        return switch (gate) {
            case Y -> Optional.of(CY);
            case Z -> Optional.of(CZ);
            case H -> Optional.of(CH);
            case RX -> Optional.of(CRX);
            case RY -> Optional.of(CRY);
            case RZ -> Optional.of(CRZ);
            case SWAP -> Optional.of(CSWAP);
            default -> gate.controls() == 1 ? Optional.of(gate) : Optional.empty();
        };
    }

    private void act(StandardGate gate, List<Expression> parameters, List<Integer> controls, List<Integer> targets) {
        switch (gate.action()) {
            case Action.Phase phase -> phase(phase.angle().apply(parameters), controls);
            case Action.Diagonal diagonal -> {
                Expression zero = diagonal.zero().apply(parameters);
                phase(diagonal.one().apply(parameters).minus(zero), joined(controls, targets));
                if (!zero.isConstant(0)) {
                    phase(zero, controls);
                }
            }
            case Action.Flip flip -> flip(controls, targets.get(0), List.of());
            case Action.Exchange exchange -> {
                add(CX, List.of(), List.of(targets.get(1), targets.get(0)));
                flip(joined(controls, List.of(targets.get(0))), targets.get(1), List.of());
                add(CX, List.of(), List.of(targets.get(1), targets.get(0)));
            }
            case Action.Dense dense -> dense(gate, parameters, controls, targets.get(0));
        }
    }

    private void dense(StandardGate gate, List<Expression> parameters, List<Integer> controls, int target) {
        Expression half = Expression.constant(0.5);
        switch (gate) {
            case Y, CY -> {
                add(SDG, target);
                flip(controls, target, List.of());
                add(S, target);
            }
            case H, CH -> {
                // H = RY(pi/4) Z RY(-pi/4)
                add(RY, List.of(Expression.constant(-Math.PI / 4)), List.of(target));
                phase(Expression.constant(Math.PI), joined(controls, List.of(target)));
                add(RY, List.of(Expression.constant(Math.PI / 4)), List.of(target));
            }
            case SX -> {
                add(H, target);
                phase(Expression.constant(Math.PI / 2), joined(controls, List.of(target)));
                add(H, target);
            }
            case RX, CRX -> {
                add(H, target);
                rotateZ(parameters.get(0), controls, target);
                add(H, target);
            }
            case RY, CRY -> rotateY(parameters.get(0), controls, target);
            case BUILTIN_U -> rotate(parameters, parameters.get(0).times(half), controls, target);
            case U3 ->
                rotate(parameters, parameters.get(1).plus(parameters.get(2)).times(-0.5), controls, target);
            case U2 ->
                rotate(
                        List.of(Expression.constant(Math.PI / 2), parameters.get(0), parameters.get(1)),
                        parameters.get(0).plus(parameters.get(1)).times(-0.5),
                        controls,
                        target);
            case CU -> rotate(parameters, parameters.get(3), controls, target);
            default -> throw new IllegalStateException("Gate %s has no known parts".formatted(gate.identifier()));
        }
    }

    /** {@code exp(i phase) P(phi) RY(theta) P(lambda)} for the parameters theta, phi and lambda. */
    private void rotate(List<Expression> parameters, Expression phase, List<Integer> controls, int target) {
        List<Integer> all = joined(controls, List.of(target));
        phase(parameters.get(2), all);
        rotateY(parameters.get(0), controls, target);
        phase(parameters.get(1), all);
        phase(phase, controls);
    }

    private void rotateY(Expression angle, List<Integer> controls, int target) {
        if (controls.size() == 1) {
            add(CRY, List.of(angle), List.of(controls.get(0), target));
            return;
        }
        // RY = S H RZ H SDG
        add(SDG, target);
        add(H, target);
        rotateZ(angle, controls, target);
        add(H, target);
        add(S, target);
    }

    private void rotateZ(Expression angle, List<Integer> controls, int target) {
        phase(angle, joined(controls, List.of(target)));
        phase(angle.times(-0.5), controls);
    }

    /** Multiplies by {@code exp(i angle)} where all qubits are 1; lemma 7.5, the last qubit lent to the flips. */
    private void phase(Expression angle, List<Integer> qubits) {
        switch (qubits.size()) {
            case 0 -> add(GPHASE, List.of(angle), qubits);
            case 1 -> add(P, List.of(angle), qubits);
            case 2 -> add(CP, List.of(angle), qubits);
            default -> {
                int target = qubits.getLast();
                int middle = qubits.get(qubits.size() - 2);
                List<Integer> first = qubits.subList(0, qubits.size() - 2);
                Expression half = angle.times(0.5);
                add(CP, List.of(half), List.of(middle, target));
                flip(first, middle, List.of(target));
                add(CP, List.of(half.negate()), List.of(middle, target));
                flip(first, middle, List.of(target));
                phase(half, joined(first, List.of(target)));
            }
        }
    }

    /**
     * Flips the target where all controls are 1.
     *
     * @param lent qubits in any state that the flip may use and leaves as they were
     */
    private void flip(List<Integer> controls, int target, List<Integer> lent) {
        int size = controls.size();
        if (size <= 2) {
            add(List.of(X, CX, CCX).get(size), List.of(), joined(controls, List.of(target)));
        } else if (lent.size() >= size - 2) {
            // Lemma 7.2: down and up the chain of lent qubits, twice.
            for (int round = 0; round < 2; round++) {
                chain(controls, target, lent, round == 0);
            }
        } else if (!lent.isEmpty()) {
            // Lemma 7.3: one lent qubit halves the controls.
            int half = (size + 1) / 2;
            List<Integer> low = controls.subList(0, half);
            List<Integer> high = joined(controls.subList(half, size), List.of(lent.get(0)));
            for (int round = 0; round < 2; round++) {
                flip(low, lent.get(0), joined(controls.subList(half, size), List.of(target)));
                flip(high, target, low);
            }
        } else {
            add(H, target);
            phase(Expression.constant(Math.PI), joined(controls, List.of(target)));
            add(H, target);
        }
    }

    private void chain(List<Integer> controls, int target, List<Integer> lent, boolean withTarget) {
        int links = controls.size() - 2;
        int top = withTarget ? links : links - 1;
        for (int link = top; link > 0; link--) {
            link(controls, target, lent, link, links);
        }
        add(CCX, List.of(), List.of(controls.get(0), controls.get(1), links == 0 ? target : lent.get(0)));
        for (int link = 1; link <= top; link++) {
            link(controls, target, lent, link, links);
        }
    }

    private void link(List<Integer> controls, int target, List<Integer> lent, int link, int links) {
        add(
                CCX,
                List.of(),
                List.of(controls.get(link + 1), lent.get(link - 1), link == links ? target : lent.get(link)));
    }

    private void add(StandardGate gate, int qubit) {
        add(gate, List.of(), List.of(qubit));
    }

    private void add(StandardGate gate, List<Expression> parameters, List<Integer> qubits) {
        if (result.size() == MOST_GATES) {
            throw new IllegalArgumentException("a controlled gate takes more than %d gates".formatted(MOST_GATES));
        }
        result.add(new GateOperation(gate, parameters, qubits));
    }

    private static List<Integer> joined(List<Integer> first, List<Integer> second) {
        List<Integer> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
