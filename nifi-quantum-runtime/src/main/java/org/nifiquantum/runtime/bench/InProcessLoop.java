// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.loop.HybridLoop;
import org.nifiquantum.run.step.OptimizeOutcome;
import org.nifiquantum.services.simulator.EmbeddedSimulator;
import org.nifiquantum.services.simulator.SimulatorSettings;

/** What the same work takes without NiFi: the loop of {@code ./quantum solve}, in this JVM. */
final class InProcessLoop {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Workload workload;

    InProcessLoop(Workload workload) {
        this.workload = workload;
    }

    /** From each step of the optimiser to the next, in the second of two runs. */
    Durations iterations() throws InterruptedException {
        try (EmbeddedSimulator simulator = simulator()) {
            solve(simulator, step -> {});
            List<Long> steps = new ArrayList<>();
            solve(simulator, step -> steps.add(System.nanoTime()));
            double[] millis = new double[steps.size() - 1];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = (steps.get(i + 1) - steps.get(i)) / NANOS_PER_MILLI;
            }
            return Durations.ofMillis(millis);
        }
    }

    /** How many runs a second one thread brings to their answers, over at least the given time, warmed up for as long. */
    double runsPerSecond(Duration atLeast) throws InterruptedException {
        try (EmbeddedSimulator simulator = simulator()) {
            rate(simulator, atLeast);
            return rate(simulator, atLeast);
        }
    }

    private double rate(EmbeddedSimulator simulator, Duration atLeast) throws InterruptedException {
        long start = System.nanoTime();
        long runs = 0;
        while (System.nanoTime() - start < atLeast.toNanos()) {
            solve(simulator, step -> {});
            runs++;
        }
        return runs * 1e9 / (System.nanoTime() - start);
    }

    private void solve(EmbeddedSimulator simulator, Consumer<OptimizeOutcome> progress) throws InterruptedException {
        Run run = new HybridLoop(simulator, "bench", InstantSource.system(), workload.settings())
                .solve(workload.input(), UUID.randomUUID().toString(), progress);
        String source = run.get(Section.SOLUTION).source();
        if (!source.equals("quantum")) {
            throw new IllegalStateException("the answer came by another road: " + source);
        }
    }

    private static EmbeddedSimulator simulator() {
        return new EmbeddedSimulator("bench", SimulatorSettings.ofThisMachine(), InstantSource.system());
    }
}
