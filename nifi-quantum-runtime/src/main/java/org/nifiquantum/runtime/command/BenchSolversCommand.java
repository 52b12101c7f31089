// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.finance.Portfolio;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.runtime.bench.solver.FrontierBenchmark;
import org.nifiquantum.runtime.bench.solver.Goal;
import org.nifiquantum.runtime.bench.solver.SolverBenchmark;
import org.nifiquantum.runtime.bench.solver.SolverRow;
import org.nifiquantum.runtime.bench.solver.SolverTable;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How good the classical baseline is. */
@Command(
        name = "solvers",
        description = {
            "Run the classical solvers on the field's own instances and print a table: what is known, what each seed"
                    + " reached, in how much processor time of the solving thread.",
            "A search stops when its goal is reached or its budget over. All instances and seeds take up to half an hour."
        },
        mixinStandardHelpOptions = true)
final class BenchSolversCommand implements Callable<Integer> {

    private static final double QUICK_SECONDS = 3;
    private static final int QUICK_SEEDS = 3;
    private static final String FRONTIER_NAME = "portef1";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--instances",
            split = ",",
            paramLabel = "NAME",
            description = "Only these, by the beginning of their names, such as bqp or G14.")
    private List<String> instances = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Seeds 1 to N for each goal (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(names = "--quick", description = "Only goals of up to 3 seconds, with 3 seeds.")
    private boolean quick;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the instances (default: ../shared/data beside the checkout).")
    private Path data;

    @Option(names = "--format", paramLabel = "text|json", description = "json: an array of the rows.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        BenchCommand.requireAtLeast(1, "--seeds", seeds, command);
        List<Goal> goals = goals();
        Path folder = data == null ? Checkout.ofLauncher().sharedData() : data;
        if (!Files.isDirectory(folder)) {
            throw new EnvironmentException(
                    "There is no folder %s; say with --data where the instances are.".formatted(folder));
        }
        Console console = Console.of(command);
        SolverBenchmark benchmark = new SolverBenchmark(quick ? Math.min(seeds, QUICK_SEEDS) : seeds);
        List<SolverRow> rows = new ArrayList<>();
        for (Goal goal : goals) {
            SolverRow row = benchmark.run(goal, problem(folder, goal));
            console.say(String.join("  ", row.cells()));
            rows.add(row);
        }
        if ((instances.isEmpty() && !quick) || instances.stream().anyMatch(FRONTIER_NAME::startsWith)) {
            rows.add(frontier(folder));
        }
        SolverTable table = new SolverTable(rows);
        console.result(
                switch (format) {
                    case TEXT -> table.text();
                    case JSON -> table.json();
                });
        return 0;
    }

    private static SolverRow frontier(Path folder) {
        Path assets = folder.resolve(FrontierBenchmark.ASSETS);
        if (ProblemFile.read(assets, InputFormat.OR_LIBRARY_PORTFOLIO) instanceof Input.OfProblem given
                && given.problem() instanceof Portfolio portfolio) {
            return FrontierBenchmark.run(portfolio, folder.resolve(FrontierBenchmark.FRONTIER));
        }
        throw new IllegalStateException("%s holds no portfolio".formatted(assets));
    }

    private List<Goal> goals() {
        List<Goal> chosen = Goal.all().stream()
                .filter(goal -> instances.isEmpty() || instances.stream().anyMatch(goal.instance()::startsWith))
                .filter(goal -> !quick || goal.cpuSeconds() <= QUICK_SECONDS)
                .toList();
        if (chosen.isEmpty() && instances.stream().noneMatch(FRONTIER_NAME::startsWith)) {
            String known =
                    Goal.all().stream().map(Goal::instance).distinct().sorted().collect(Collectors.joining(", "));
            throw new ParameterException(
                    command.commandLine(), "--instances %s: there is none of %s".formatted(instances, known));
        }
        return chosen;
    }

    private static Problem problem(Path folder, Goal goal) {
        Path file = folder.resolve(goal.file());
        if (ProblemFile.read(file, goal.format(), goal.settings()) instanceof Input.OfProblem given) {
            return given.problem();
        }
        throw new IllegalStateException("%s holds no problem".formatted(file));
    }
}
