// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;
import org.nifiquantum.engine.simulation.compile.Primitive.Dense;
import org.nifiquantum.engine.simulation.compile.Primitive.Flip;
import org.nifiquantum.engine.simulation.compile.Primitive.Fused;
import org.nifiquantum.engine.simulation.compile.Primitive.MatrixFactor;
import org.nifiquantum.engine.simulation.compile.Primitive.Phases;

/**
 * Joins the one-qubit primitives that follow one another on a qubit into one matrix. Phases at the ends of such a run that
 * touch a primitive which can join a phase layer are left to that layer, where they cost nothing.
 */
final class RunFusion {
    private static final OneQubitMatrix FLIP = (parameters, matrix) -> {
        matrix[2] = 1;
        matrix[4] = 1;
    };

    private static final OneQubitMatrix PHASE = (parameters, matrix) -> {
        matrix[0] = Math.cos(parameters[0]);
        matrix[1] = Math.sin(parameters[0]);
        matrix[6] = matrix[0];
        matrix[7] = -matrix[1];
    };

    private final List<List<Primitive>> runs = new ArrayList<>();
    private final boolean[] afterLinear;
    private final List<Primitive> fused = new ArrayList<>();

    private RunFusion(int qubits) {
        for (int qubit = 0; qubit < qubits; qubit++) {
            runs.add(new ArrayList<>());
        }
        afterLinear = new boolean[qubits];
    }

    static List<Primitive> fuse(List<Primitive> primitives, int qubits) {
        RunFusion fusion = new RunFusion(qubits);
        primitives.forEach(fusion::add);
        for (int qubit = 0; qubit < qubits; qubit++) {
            fusion.close(qubit, false);
        }
        return fusion.fused;
    }

    private void add(Primitive primitive) {
        if (Integer.bitCount(primitive.qubits()) == 1) {
            runs.get(Integer.numberOfTrailingZeros(primitive.qubits())).add(primitive);
            return;
        }
        for (int rest = primitive.qubits(); rest != 0; rest &= rest - 1) {
            int qubit = Integer.numberOfTrailingZeros(rest);
            close(qubit, primitive.isLinear());
            afterLinear[qubit] = primitive.isLinear();
        }
        fused.add(primitive);
    }

    private void close(int qubit, boolean beforeLinear) {
        List<Primitive> run = runs.get(qubit);
        int first = 0;
        int end = run.size();
        while (first < end && run.get(first) instanceof Phases && (afterLinear[qubit] || isAllPhases(run))) {
            fused.add(run.get(first++));
        }
        int inner = end;
        while (beforeLinear && inner > first && run.get(inner - 1) instanceof Phases) {
            inner--;
        }
        if (inner > first) {
            fused.add(new Fused(
                    qubit,
                    run.subList(first, inner).stream().map(RunFusion::factor).toList()));
        }
        fused.addAll(run.subList(inner, end));
        run.clear();
    }

    private static boolean isAllPhases(List<Primitive> run) {
        return run.stream().allMatch(Phases.class::isInstance);
    }

    private static MatrixFactor factor(Primitive primitive) {
        return switch (primitive) {
            case Dense dense -> dense.factor();
            case Flip flip -> new MatrixFactor(FLIP, List.of());
            case Phases phases ->
                new MatrixFactor(PHASE, List.copyOf(phases.angleOfMask().values()));
            case Primitive.Exchange exchange ->
                throw new IllegalStateException("Two qubits in a run of one: " + exchange);
            case Fused already -> throw new IllegalStateException("Fused twice: " + already);
            case Primitive.Mirror mirror -> throw new IllegalStateException("Fused before: " + mirror);
        };
    }
}
