// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.loop.HybridLoop;
import org.nifiquantum.run.loop.LoopSettings;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.run.step.OptimizeOutcome;
import org.nifiquantum.run.table.CsvTable;
import org.nifiquantum.services.simulator.EmbeddedSimulator;
import org.nifiquantum.services.simulator.SimulatorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The steps of a hybrid run in this one process, without NiFi; the same seed gives the same evaluations as there. */
@Command(
        name = "solve",
        description = "Solve a problem by the same steps as in NiFi, in one process on the embedded simulator.",
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {

    private static final Duration JOB_DEADLINE = Duration.ofHours(1);

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "PROBLEM", description = "A problem: JSON, or a file format of its field.")
    private Path problem;

    @Option(names = "--input-format", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private InputFormat inputFormat = InputFormat.AUTOMATIC;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "What the file leaves open: problem=vertex-cover, capacity=89, choose=4, penalty=10, ...")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private AnsatzOptions ansatz;

    @Option(
            names = "--shots",
            paramLabel = "N",
            description = "Per evaluation, 0 is exact (default: ${DEFAULT-VALUE}).")
    private int shots = 1024;

    @Option(names = "--seed", paramLabel = "S", description = "Of the run (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private OptimizerOptions optimizer;

    @Option(
            names = "--maximum-qubits",
            paramLabel = "N",
            description = "Wider problems are answered classically (default: ${DEFAULT-VALUE}).")
    private int maximumQubits = 20;

    @Option(
            names = "--fallback",
            paramLabel = "SECONDS",
            description = "Time for a classical answer where there is no quantum one (default: ${DEFAULT-VALUE}).")
    private double fallbackSeconds = 1;

    @Option(
            names = "--report",
            description = "Write the run as a page, the problem's name with .html, into this folder.")
    private boolean report;

    @Option(names = "--table", paramLabel = "FILE", description = "Write the answer as CSV too, for the next tool.")
    private Optional<Path> table = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", description = "json: the run document.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.of(command);
        Input input = ProblemFile.read(problem, inputFormat, new FileSettings(settings));
        if (input instanceof Input.OfProgram circuit && circuit.bindings().isEmpty()) {
            throw new RunException(problem.toString(), "is a circuit without a sweep, not a problem; simulate runs it");
        }
        Run run = solve(console, input);
        console.result(
                switch (format) {
                    case TEXT ->
                        input instanceof Input.OfProgram ? new SweepReport(run).text() : new AnswerReport(run).text();
                    case JSON -> new String(RunWriter.toBytes(run), StandardCharsets.UTF_8);
                });
        if (table.isPresent()) {
            writeTable(CsvTable.of(run), table.get());
        }
        if (report) {
            String name = problem.getFileName().toString();
            ReportFile.write(console, Path.of(ReportFile.nameFor(problem)), name, RunWriter.toBytes(run));
        }
        return 0;
    }

    private static void writeTable(CsvTable answer, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            answer.writeTo(out);
        } catch (IOException e) {
            throw new RunException(file.toString(), "cannot be written: " + e.getMessage(), e);
        }
    }

    private Run solve(Console console, Input input) throws InterruptedException {
        try (EmbeddedSimulator simulator =
                new EmbeddedSimulator("solve", SimulatorSettings.ofThisMachine(), InstantSource.system())) {
            return new HybridLoop(simulator, "solve", InstantSource.system(), loopSettings())
                    .solve(input, UUID.randomUUID().toString(), step -> console.progress(line(step)));
        }
    }

    private LoopSettings loopSettings() {
        return new LoopSettings(
                new EncodeSettings(ansatz.settings(), shots, seed, maximumQubits, Map.of()),
                optimizer.settings(),
                JOB_DEADLINE,
                Duration.ofNanos((long) (fallbackSeconds * 1e9)));
    }

    private static String line(OptimizeOutcome step) {
        return String.format(
                Locale.ROOT,
                "  iteration %4d   expectation %10.4f   best sample %10.4f",
                step.run().get(Section.REQUEST).iteration(),
                step.progress().expectation(),
                step.progress().objective());
    }
}
