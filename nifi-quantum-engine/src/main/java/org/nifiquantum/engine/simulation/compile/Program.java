// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.BlockKernels;
import org.nifiquantum.engine.simulation.kernel.Layer;
import org.nifiquantum.engine.simulation.kernel.LayerPasses;
import org.nifiquantum.engine.simulation.kernel.ProductState;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** The steps that a circuit becomes, with its parameters open. Immutable and thread-safe. */
public final class Program implements Executable {
    private final SlotValues slots;
    private final AngleProgram globalPhase;
    private final List<Step> steps;

    private Program(SlotValues slots, Angle globalPhase, List<Step> steps) {
        this.slots = slots;
        this.globalPhase = new AngleProgram(List.of(globalPhase));
        this.steps = List.copyOf(steps);
    }

    static Program compile(Circuit circuit, long tableBytes) {
        int qubits = circuit.qubits();
        Slots slots = new Slots(circuit.parameters());
        Lowering.Lowered lowered = Lowering.lower(circuit, slots);
        List<Primitive> fused = RunFusion.fuse(lowered.primitives(), qubits);
        List<Step> steps = new ArrayList<>();
        PhaseTables tables = new PhaseTables(qubits, tableBytes);
        Scheduler.schedule(
                fused,
                qubits,
                linear -> addLinear(PhaseBlock.of(linear, qubits), tables, steps),
                others -> addOthers(others, steps));
        return new Program(slots.freeze(), lowered.globalPhase(), steps);
    }

    @Override
    public int steps() {
        return steps.size();
    }

    @Override
    public void run(Amplitudes state, double[] bindings, Workers workers) {
        double[] slotValues = slots.evaluate(bindings);
        double phase = globalPhase.evaluate(slotValues)[0];
        if (workers.blockKernels().isPresent()
                && LayerPasses.canRun(state.qubits(), workers.blockKernels().get())) {
            runInPasses(state, phase, slotValues, workers.blockKernels().get(), workers);
            return;
        }
        List<Step> rest = steps;
        if (!steps.isEmpty() && steps.get(0) instanceof DenseLayer first) {
            first.start(state, phase, slotValues);
            rest = steps.subList(1, steps.size());
        } else {
            state.reset(phase);
        }
        for (Step step : rest) {
            step.apply(state, slotValues, workers);
        }
    }

    /** Steps that are layers together, the others one by one. */
    private void runInPasses(
            Amplitudes state, double phase, double[] slotValues, BlockKernels kernels, Workers workers) {
        int next = 0;
        double[][] first = new double[state.qubits()][];
        if (!steps.isEmpty() && steps.get(0) instanceof DenseLayer layer) {
            first = layer.matrices(state.qubits(), slotValues);
            next = 1;
        }
        Optional<ProductState> start = Optional.of(new ProductState(phase, first));
        while (next < steps.size() || start.isPresent()) {
            List<Layer> layers = new ArrayList<>();
            while (next < steps.size() && steps.get(next) instanceof LayerStep step) {
                layers.add(step.layer(state.qubits(), slotValues));
                next++;
            }
            LayerPasses.apply(state, start, layers, kernels, workers);
            start = Optional.empty();
            while (next < steps.size() && !(steps.get(next) instanceof LayerStep)) {
                steps.get(next).apply(state, slotValues, workers);
                next++;
            }
        }
    }

    @Override
    public double[] reverse(Amplitudes state, Amplitudes image, double[] bindings, Workers workers) {
        double[] slotValues = slots.evaluate(bindings);
        Sweep sweep = new Sweep(state, image, slotValues, workers);
        int first = 0;
        while (first < steps.size() && steps.get(first).isConstant()) {
            first++;
        }
        for (int index = steps.size() - 1; index >= first; index--) {
            steps.get(index).reverse(sweep, index > first);
        }
        return slots.chain(bindings, sweep.derivatives());
    }

    private static void addLinear(PhaseBlock.Result block, PhaseTables tables, List<Step> steps) {
        block.phases().ifPresent(phases -> steps.add(tables.layer(phases.angleOfMask())));
        for (Primitive primitive : block.network()) {
            steps.add(permutation(primitive));
        }
    }

    /** Matrices without controls, each on a qubit of its own, become one layer, and so do those that wait for them. */
    private static void addOthers(List<Primitive> others, List<Step> steps) {
        Map<Integer, MatrixProgram> layer = new TreeMap<>();
        for (Primitive primitive : others) {
            if (primitive instanceof Primitive.Fused fused && !layer.containsKey(fused.target())) {
                layer.put(fused.target(), new MatrixProgram(fused.factors()));
                continue;
            }
            if (!layer.isEmpty()) {
                steps.add(new DenseLayer(layer));
                layer.clear();
            }
            switch (primitive) {
                case Primitive.Fused fused -> layer.put(fused.target(), new MatrixProgram(fused.factors()));
                case Primitive.Dense dense ->
                    steps.add(new Step.Controlled(
                            dense.controls(), dense.target(), new MatrixProgram(List.of(dense.factor()))));
                case Primitive.Flip flip -> steps.add(permutation(flip));
                case Primitive.Exchange exchange -> steps.add(permutation(exchange));
                case Primitive.Phases phases -> throw new IllegalStateException("Belongs to a phase layer: " + phases);
            }
        }
        if (!layer.isEmpty()) {
            steps.add(new DenseLayer(layer));
        }
    }

    private static Step permutation(Primitive primitive) {
        return switch (primitive) {
            case Primitive.Flip flip -> new Step.Flip(flip.controls(), flip.target());
            case Primitive.Exchange exchange ->
                new Step.Exchange(exchange.controls(), exchange.first(), exchange.second());
            case Primitive.Phases phases -> throw new IllegalStateException("No permutation: " + phases);
            case Primitive.Dense dense -> throw new IllegalStateException("No permutation: " + dense);
            case Primitive.Fused fused -> throw new IllegalStateException("No permutation: " + fused);
        };
    }
}
