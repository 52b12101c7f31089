// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.LoopbackCertificate;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A provider on this machine, to rehearse an outage with. */
@Command(
        name = "provider",
        description = {
            "Pretend to be a provider, on the loopback interface, until Ctrl-C: circuits are simulated, nothing is",
            "paid. With --faults requests fail at random. Give what is printed to the properties of the service."
        },
        mixinStandardHelpOptions = true)
final class ProviderCommand implements Callable<Integer> {

    /** Whose key is asked for; anything will do, and everybody may know it. */
    static final String KEY = "rehearsal";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--like",
            paramLabel = "NAME",
            required = true,
            description = "Whose dialect it speaks: ionq, braket.")
    private String like;

    @Option(
            names = "--faults",
            paramLabel = "NAME",
            split = ",",
            description = "What happens to requests: ${COMPLETION-CANDIDATES}. Default: nothing.")
    private Set<Fault> faults = EnumSet.noneOf(Fault.class);

    @Option(
            names = "--rate",
            paramLabel = "SHARE",
            description = "Of the requests that meet a fault, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double rate = 0.1;

    @Option(names = "--seed", paramLabel = "S", description = "Of the faults (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--port", paramLabel = "N", description = "Where it listens; any free port where it is not said.")
    private int port;

    @Option(
            names = "--job-millis",
            paramLabel = "N",
            description = "How long each job takes (default: ${DEFAULT-VALUE}).")
    private long jobMillis = 500;

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "Speaks TLS by a certificate of its own, kept in this new PKCS #12 file to be trusted.")
    private Optional<Path> tls = Optional.empty();

    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public Integer call() {
        Console console = Console.of(command);
        try (MisbehavingProvider provider =
                MisbehavingProvider.start(dialect(), plan(), port, Duration.ofMillis(jobMillis), certificate())) {
            provider.settings()
                    .forEach(setting -> console.result("%-20s%s".formatted(setting.property(), setting.value())));
            tls.ifPresent(file -> console.result(
                    "%-20s%s (password %s)".formatted("Trust store", file, LoopbackCertificate.PASSWORD)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> console.result(books(provider))));
            interrupted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            throw new EnvironmentException(e.getMessage(), e);
        }
        return 0;
    }

    private Optional<LoopbackCertificate> certificate() {
        if (tls.filter(Files::exists).isPresent()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--tls: %s exists; name a new file for the certificate".formatted(tls.get()));
        }
        return tls.map(LoopbackCertificate::make);
    }

    private static String books(MisbehavingProvider provider) {
        Map<String, Integer> billed = provider.billed();
        long twice = billed.values().stream().filter(times -> times > 1).count();
        return "%d requests, %d jobs billed, %d submission keys billed more than once"
                .formatted(provider.requests(), provider.jobs().size(), twice);
    }

    private Dialect dialect() {
        List<Dialect> dialects = List.of(
                new IonqDialect(IonqDialect.ResultForm.PROBABILITIES_V2, KEY),
                new BraketDialect(BraketDialect.ResultForm.MEASUREMENTS, KEY));
        return dialects.stream()
                .filter(dialect -> dialect.name().equals(like))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no provider [%s]; there are %s"
                                .formatted(
                                        like,
                                        dialects.stream().map(Dialect::name).collect(Collectors.joining(", ")))));
    }

    private FaultPlan plan() {
        try {
            return faults.isEmpty() ? FaultPlan.none() : FaultPlan.random(faults, rate, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
