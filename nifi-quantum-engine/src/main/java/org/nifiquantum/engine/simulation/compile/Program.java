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
    /** Smaller states take less time than finding out whether a half is enough. */
    private static final int SMALLEST_HALVED = 14;

    private final int stateQubits;
    private final SlotValues slots;
    private final AngleProgram globalPhase;
    private final List<Step> steps;
    private final Optional<Alternation> alternation;

    private Program(int stateQubits, boolean halved, SlotValues slots, Angle globalPhase, List<Step> steps) {
        this.stateQubits = stateQubits;
        this.slots = slots;
        this.globalPhase = new AngleProgram(List.of(globalPhase));
        this.steps = List.copyOf(steps);
        this.alternation = Alternation.of(steps, stateQubits, halved);
    }

    static Program compile(Circuit circuit, long tableBytes) {
        int qubits = circuit.qubits();
        Slots slots = new Slots(circuit.parameters());
        Lowering.Lowered lowered = Lowering.lower(circuit, slots);
        List<Group> groups = groups(lowered.primitives(), qubits);
        Optional<SpinFlip.Halved> halved = qubits < SMALLEST_HALVED ? Optional.empty() : SpinFlip.halve(groups, qubits);
        int stateQubits = halved.isPresent() ? qubits - 1 : qubits;
        List<Step> steps = new ArrayList<>();
        PhaseTables tables = new PhaseTables(stateQubits, tableBytes);
        for (Group group : halved.map(SpinFlip.Halved::groups).orElse(groups)) {
            switch (group) {
                case Group.Linear(PhaseBlock.Result block) -> addLinear(block, tables, steps);
                case Group.Others(List<Primitive> others) -> addOthers(others, steps);
            }
        }
        Angle phase = lowered.globalPhase()
                .plus(new Angle(halved.map(SpinFlip.Halved::phase).orElse(0.0), Map.of()));
        return new Program(stateQubits, halved.isPresent(), slots.freeze(), phase, steps);
    }

    private static List<Group> groups(List<Primitive> primitives, int qubits) {
        List<Group> groups = new ArrayList<>();
        Scheduler.schedule(
                RunFusion.fuse(primitives, qubits),
                qubits,
                linear -> groups.add(new Group.Linear(PhaseBlock.of(linear, qubits))),
                others -> groups.add(new Group.Others(others)));
        return groups;
    }

    @Override
    public int stateQubits() {
        return stateQubits;
    }

    @Override
    public int steps() {
        return steps.size();
    }

    @Override
    public int statesWorthKeeping(Workers workers) {
        return alternation
                .map(rounds -> rounds.statesWorthKeeping(stateQubits, workers))
                .orElse(0);
    }

    @Override
    public void run(Amplitudes state, List<Amplitudes> kept, double[] bindings, Workers workers) {
        double[] slotValues = slots.evaluate(bindings);
        double phase = globalPhase.evaluate(slotValues)[0];
        if (workers.blockKernels().isPresent()
                && LayerPasses.canRun(state.qubits(), workers.blockKernels().get())) {
            runInPasses(state, kept, phase, slotValues, workers.blockKernels().get(), workers);
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
            Amplitudes state,
            List<Amplitudes> kept,
            double phase,
            double[] slotValues,
            BlockKernels kernels,
            Workers workers) {
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
                int done = next;
                alternation
                        .flatMap(rounds -> rounds.copyAfter(done, kept))
                        .ifPresent(copy -> layers.add(new Layer.Keep(copy)));
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
    public double[] reverse(
            Amplitudes state, Amplitudes image, List<Amplitudes> kept, double[] bindings, Workers workers) {
        double[] slotValues = slots.evaluate(bindings);
        if (alternation.isPresent() && !kept.isEmpty()) {
            double phase = globalPhase.evaluate(slotValues)[0];
            return slots.chain(bindings, alternation.get().reverse(image, phase, kept, slotValues, workers));
        }
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
        Optional<MatrixProgram> mirror = Optional.empty();
        for (Primitive primitive : others) {
            if (primitive instanceof Primitive.Fused fused && !layer.containsKey(fused.target())) {
                layer.put(fused.target(), new MatrixProgram(fused.factors()));
                continue;
            }
            if (primitive instanceof Primitive.Mirror mirrored && mirror.isEmpty()) {
                mirror = Optional.of(new MatrixProgram(mirrored.factors()));
                continue;
            }
            if (!layer.isEmpty() || mirror.isPresent()) {
                steps.add(new DenseLayer(layer, mirror));
                layer.clear();
                mirror = Optional.empty();
            }
            switch (primitive) {
                case Primitive.Fused fused -> layer.put(fused.target(), new MatrixProgram(fused.factors()));
                case Primitive.Mirror mirrored -> mirror = Optional.of(new MatrixProgram(mirrored.factors()));
                case Primitive.Dense dense ->
                    steps.add(new Step.Controlled(
                            dense.controls(), dense.target(), new MatrixProgram(List.of(dense.factor()))));
                case Primitive.Flip flip -> steps.add(permutation(flip));
                case Primitive.Exchange exchange -> steps.add(permutation(exchange));
                case Primitive.Phases phases -> throw new IllegalStateException("Belongs to a phase layer: " + phases);
            }
        }
        if (!layer.isEmpty() || mirror.isPresent()) {
            steps.add(new DenseLayer(layer, mirror));
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
            case Primitive.Mirror mirror -> throw new IllegalStateException("No permutation: " + mirror);
        };
    }
}
