// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.finance.EfficientFrontier;
import org.nifiquantum.optimization.problem.finance.Portfolio;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.input.InputFormat;

/** The efficient frontier of a portfolio beside the published one: lines of a mean return and the smallest variance at it. */
public final class FrontierBenchmark {

    /** The frontier's file below the folder of the data. */
    public static final String FRONTIER = "portfolio/portef1.txt";

    /** The portfolio's. */
    public static final String ASSETS = "portfolio/port1.txt";

    private static final double GOAL = 1e-6;
    private static final double CPU_SECONDS = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    private FrontierBenchmark() {}

    /** The largest relative difference of all points. The solver is told no seed, so there is one attempt. */
    public static SolverRow run(Portfolio portfolio, Path frontier) {
        EfficientFrontier ours = new EfficientFrontier(portfolio);
        List<double[]> published = points(frontier);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double worst = 0;
        for (double[] point : published) {
            double variance = ours.variance(point[0]).orElse(Double.POSITIVE_INFINITY);
            worst = Math.max(worst, Math.abs(variance - point[1]) / point[1]);
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / NANOS_PER_SECOND;
        Goal goal = new Goal(
                FRONTIER, InputFormat.OR_LIBRARY_PORTFOLIO, FileSettings.NONE, List.of(), 0, GOAL, CPU_SECONDS, 10);
        SolverRow.Attempt attempt = new SolverRow.Attempt(worst, worst <= GOAL && seconds <= CPU_SECONDS, seconds);
        return new SolverRow(goal, portfolio.assets().size(), Sense.MINIMIZE, List.of(attempt));
    }

    private static List<double[]> points(Path frontier) {
        try {
            return Files.readAllLines(frontier).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+"))
                    .map(cells -> new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])})
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
