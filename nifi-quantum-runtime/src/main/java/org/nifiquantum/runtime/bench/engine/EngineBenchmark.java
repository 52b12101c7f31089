// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.circuit.UnitaryMatrix;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.Kernels;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.PairKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;
import org.nifiquantum.engine.simulation.lightcone.ConeLimits;
import org.nifiquantum.engine.simulation.lightcone.ExactExpectation;
import org.nifiquantum.engine.simulation.lightcone.LightCones;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.bench.engine.BenchCircuits.Edge;
import org.nifiquantum.runtime.bench.engine.SmallCircuit.Observed;
import org.nifiquantum.runtime.bench.engine.SmallCircuit.Steps;
import org.nifiquantum.runtime.bench.engine.Stopwatch.Pair;

/** Times the engine alone, mostly in multiples of P(n), one pass over the arrays of a state; see {@link StatePass}. */
public final class EngineBenchmark {

    private static final long SEED = 7;
    private static final int LAYERS = 4;
    private static final int DEPTH = 20;
    private static final int SHOTS = 100_000;
    /** Qubits that only light cones can do. */
    private static final int MANY = 4_000;

    private static final ConeLimits LIMITS = new ConeLimits(1e9, 1L << 28);

    private final int largest;
    private final Predicate<String> wanted;
    private final Consumer<String> progress;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A benchmark of states up to a size.
     *
     * @param largest the most qubits; rows beyond are left out
     * @param wanted which rows are measured, by their names
     */
    public EngineBenchmark(int largest, Predicate<String> wanted, Consumer<String> progress) {
        this.largest = largest;
        this.wanted = wanted;
        this.progress = progress;
    }

    public List<Row> rows() {
        progress.accept("Kernels: " + Kernels.FASTEST.description());
        qaoa();
        cones();
        bricks();
        gradients();
        smallCircuits();
        readouts();
        oneGate();
        return List.copyOf(rows);
    }

    /** Circuit and observable of a QAOA evaluation. */
    private record Qaoa(CompiledCircuit circuit, CompiledObservable cut, int layers) {
        static Qaoa of(int qubits) {
            return of(qubits, LAYERS);
        }

        static Qaoa of(int qubits, int layers) {
            List<Edge> edges = BenchCircuits.regularGraph(qubits, SEED);
            return new Qaoa(
                    CompiledCircuit.compile(BenchCircuits.qaoa(qubits, edges, layers)),
                    CompiledObservable.compile(BenchCircuits.cut(edges), qubits),
                    layers);
        }

        DoubleSupplier evaluation(Simulator simulator) {
            double[] angles = angles(layers);
            return () -> simulator.evaluate(circuit, angles, state -> state.expectation(cut));
        }

        static double[] angles() {
            return angles(LAYERS);
        }

        static double[] angles(int layers) {
            double[] angles = new double[2 * layers];
            Arrays.setAll(angles, index -> 0.3 + 0.07 * index);
            return angles;
        }
    }

    private void qaoa() {
        for (int qubits : new int[] {16, 20, 22}) {
            if (qubits <= largest) {
                Qaoa qaoa = Qaoa.of(qubits);
                inPasses("QAOA expectation, p = 4, n = " + qubits, qubits, Kernels.FASTEST, qaoa::evaluation);
            }
        }
        if (largest >= 24) {
            onTwoThreads(24);
        }
        int qubits = Math.min(20, largest);
        Qaoa qaoa = Qaoa.of(qubits);
        try (Simulator fastest = simulator(1, Kernels.FASTEST);
                Simulator plain = simulator(1, Kernels.PLAIN);
                Simulator two = simulator(2, Kernels.FASTEST)) {
            String name = "QAOA expectation, n = " + qubits;
            measure(
                    name + ", plain kernels",
                    "this JVM's kernels",
                    () -> Stopwatch.ofThisThread().medians(qaoa.evaluation(plain), qaoa.evaluation(fastest)));
            Stopwatch wall = Stopwatch.ofTheWall();
            measure(
                    name + ", two threads",
                    "one thread",
                    () -> wall.medians(qaoa.evaluation(two), qaoa.evaluation(fastest)));
            measure(name + ", two threads, a busy neighbour", "one thread, too", () -> {
                AtomicBoolean over = new AtomicBoolean();
                Thread neighbour = Thread.ofPlatform().daemon().start(() -> keepBusy(over));
                Pair beside = wall.medians(qaoa.evaluation(two), qaoa.evaluation(fastest));
                over.set(true);
                neighbour.interrupt();
                return beside;
            });
        }
    }

    /** A state that is far larger than any cache, beside a pass of one thread over all of it. */
    private void onTwoThreads(int qubits) {
        measure("QAOA expectation, p = 4, n = %d, two threads".formatted(qubits), "P(" + qubits + ")", () -> {
            StatePass pass = new StatePass(qubits);
            try (Simulator two = simulator(2, Kernels.FASTEST)) {
                return Stopwatch.ofTheWall().medians(Qaoa.of(qubits).evaluation(two), pass::run);
            }
        });
    }

    private void cones() {
        cones(Math.min(20, largest), 1);
        cones(Math.min(22, largest), 2);
        double[] angles = Qaoa.angles(1);
        List<Edge> edges = BenchCircuits.regularGraph(MANY, SEED);
        List<Edge> fewer = BenchCircuits.regularGraph(MANY / 2, SEED);
        String yardstick = "n = " + MANY / 2;
        measure("light cones, p = 1, n = " + MANY, yardstick, () -> {
            LightCones many = cones(edges, 1);
            LightCones half = cones(fewer, 1);
            return Stopwatch.ofThisThread().medians(() -> many.expectation(angles), () -> half.expectation(angles));
        });
        measure(
                "finding the light cones, p = 1, n = " + MANY,
                yardstick,
                () -> Stopwatch.ofThisThread()
                        .medians(
                                () -> cones(edges, 1).cones(),
                                () -> cones(fewer, 1).cones()));
    }

    private void cones(int qubits, int layers) {
        measure("light cones, p = %d, n = %d".formatted(layers, qubits), "the whole state", () -> {
            LightCones cones = cones(BenchCircuits.regularGraph(qubits, SEED), layers);
            double[] angles = Qaoa.angles(layers);
            try (Simulator simulator = simulator(1, Kernels.FASTEST)) {
                return Stopwatch.ofThisThread()
                        .medians(
                                () -> cones.expectation(angles),
                                Qaoa.of(qubits, layers).evaluation(simulator));
            }
        });
    }

    private static LightCones cones(List<Edge> edges, int layers) {
        int nodes = 2 * edges.size() / BenchCircuits.DEGREE;
        return LightCones.compile(BenchCircuits.qaoa(nodes, edges, layers), BenchCircuits.cut(edges), LIMITS)
                .orElseThrow();
    }

    private static void keepBusy(AtomicBoolean over) {
        while (!over.get()) {
            Thread.onSpinWait();
        }
    }

    private void bricks() {
        for (int qubits : new int[] {20, 22}) {
            if (qubits <= largest) {
                CompiledCircuit circuit = CompiledCircuit.compile(BenchCircuits.bricks(qubits, DEPTH, SEED));
                inPasses(
                        "random brick circuit, depth 20, n = " + qubits,
                        qubits,
                        Kernels.FASTEST,
                        simulator -> () -> simulator.evaluate(
                                circuit,
                                new double[0],
                                state -> state.amplitude(5).real()));
            }
        }
    }

    private void gradients() {
        for (int qubits : new int[] {16, 20}) {
            if (qubits <= largest) {
                Qaoa qaoa = Qaoa.of(qubits);
                try (Simulator simulator = simulator(1, Kernels.FASTEST)) {
                    measure(
                            "QAOA gradient, all angles, n = " + qubits,
                            "one evaluation",
                            () -> Stopwatch.ofThisThread()
                                    .medians(
                                            () -> simulator
                                                    .gradient(qaoa.circuit, qaoa.cut, Qaoa.angles())
                                                    .value(),
                                            qaoa.evaluation(simulator)));
                }
            }
        }
    }

    private void smallCircuits() {
        try (Simulator simulator = simulator(1, Kernels.FASTEST)) {
            for (int qubits : new int[] {4, 6, 8, 10}) {
                SmallCircuit small = new SmallCircuit(qubits, SEED);
                for (Observed observed : Observed.values()) {
                    PauliSum observable = observed.observable(qubits);
                    String name = "small circuit, build + run + %s, n = %d".formatted(observed.text(), qubits);
                    for (Steps steps : Steps.values()) {
                        measure(name, "Strange, " + steps.text(), () -> {
                            double ours = value(simulator, small.ours(), observable);
                            double strange = small.byStrange(steps, observed);
                            // Strange's digits are those of a float.
                            if (Math.abs(ours - strange) > 1e-6 * qubits) {
                                throw new IllegalStateException("Strange says %s, we say %s".formatted(strange, ours));
                            }
                            return Stopwatch.ofThisThread()
                                    .medians(
                                            () -> value(simulator, small.ours(), observable),
                                            () -> small.byStrange(steps, observed));
                        });
                    }
                }
            }
        }
    }

    private static double value(Simulator simulator, Circuit circuit, PauliSum observable) {
        return ExactExpectation.compile(circuit, observable, simulator.budget()).of(simulator);
    }

    private void readouts() {
        int qubits = Math.min(20, largest);
        StatePass pass = new StatePass(qubits);
        try (Simulator simulator = simulator(1, Kernels.FASTEST)) {
            measure("100,000 samples, n = " + qubits, "P(" + qubits + ")", () -> {
                Qaoa qaoa = Qaoa.of(qubits);
                StateVector large = simulator.run(qaoa.circuit, Qaoa.angles());
                return Stopwatch.ofThisThread()
                        .medians(
                                () -> large.sample(qaoa.circuit.measurements(), SHOTS, SEED)
                                        .size(),
                                pass::run);
            });
            measure("100 Pauli strings, n = 12", "P(" + qubits + ")", () -> {
                CompiledObservable strings = CompiledObservable.compile(BenchCircuits.strings(12, 100, SEED), 12);
                StateVector state = simulator.run(Qaoa.of(12).circuit, Qaoa.angles());
                return Stopwatch.ofThisThread().medians(() -> state.expectation(strings), pass::run);
            });
        }
    }

    /** The pass that a single gate between others is, again and again: a circuit would begin with a state of its own each time. */
    private void oneGate() {
        int qubits = Math.min(22, largest);
        UnitaryMatrix gate = StandardGate.U3.matrix(0.3, 0.5, 0.7);
        double[] matrix = new double[8];
        for (int entry = 0; entry < 4; entry++) {
            matrix[2 * entry] = gate.real(entry / 2, entry % 2);
            matrix[2 * entry + 1] = gate.imaginary(entry / 2, entry % 2);
        }
        double[][] everywhere = new double[qubits][];
        Arrays.fill(everywhere, matrix);
        for (int target : new int[] {0, 2, 5, qubits / 2, qubits - 1}) {
            measure("one dense gate on qubit %d, n = %d".formatted(target, qubits), "P(" + qubits + ")", () -> {
                StatePass pass = new StatePass(qubits);
                Amplitudes state = new Amplitudes(qubits);
                state.resetToProduct(0, everywhere);
                try (Workers workers = new Workers(1)) {
                    return Stopwatch.ofThisThread()
                            .medianOfRatios(
                                    () -> {
                                        PairKernel.apply(state, 0, target, matrix, workers);
                                        return state.real(0);
                                    },
                                    pass::run);
                }
            });
        }
    }

    @FunctionalInterface
    private interface Workload {
        DoubleSupplier on(Simulator simulator);
    }

    private void inPasses(String name, int qubits, Kernels kernels, Workload workload) {
        StatePass pass = new StatePass(qubits);
        try (Simulator simulator = simulator(1, kernels)) {
            measure(
                    name,
                    "P(" + qubits + ")",
                    () -> Stopwatch.ofThisThread().medians(workload.on(simulator), pass::run));
        }
    }

    private void measure(String name, String yardstick, Supplier<Pair> measurement) {
        if (!wanted.test(name)) {
            return;
        }
        Pair pair = measurement.get();
        Row row = Row.of(name, pair.work(), "ms").against(yardstick, pair.yardstick());
        progress.accept("%s: %.3g ms, %.3g times %s"
                .formatted(name, row.value(), row.ratio().orElse(0), yardstick));
        rows.add(row);
    }

    private static Simulator simulator(int threads, Kernels kernels) {
        return new Simulator(MemoryBudget.halfOfHeap(), threads, kernels);
    }
}
