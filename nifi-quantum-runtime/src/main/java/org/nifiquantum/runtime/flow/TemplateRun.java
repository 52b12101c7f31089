// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.Component.Kind;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;
import org.nifiquantum.runtime.rest.ProcessGroups;

/**
 * A template in a process group of its own, fed with files: {@link #prepare}, {@link #feed} as often as need be,
 * {@link #await} or {@link #collect}, {@link #close}.
 */
public final class TemplateRun implements AutoCloseable {

    private static final Duration VALIDATION_LIMIT = Duration.ofSeconds(20);

    private final NiFiClient nifi;
    private final Path exchange;
    private final String harnessGroup;
    private final String templateGroup;
    private final Collector collector;
    private final Set<Integer> answered = new HashSet<>();
    private int fed;

    private TemplateRun(
            NiFiClient nifi, Path exchange, String harnessGroup, String templateGroup, List<Component> outputPorts) {
        this.nifi = nifi;
        this.exchange = exchange;
        this.harnessGroup = harnessGroup;
        this.templateGroup = templateGroup;
        this.collector = new Collector(exchange, outputPorts);
    }

    /**
     * Imports a template with exactly one input port and at least one output port, sets parameters, enables its
     * services.
     *
     * @param name of the process group, on the canvas
     * @param exchange a folder that NiFi can reach and that holds nothing yet
     * @throws FlowException if the template has other ports, or no parameter of a given name
     */
    public static TemplateRun prepare(
            NiFiClient nifi, String name, Path template, Map<String, String> parameters, Path exchange) {
        ProcessGroups groups = nifi.groups();
        String harnessGroup = groups.create(groups.root(), name, new Position(0, 0));
        String templateGroup = groups.importFlow(harnessGroup, name, Harness.templatePosition(), read(template));
        setParameters(nifi, templateGroup, parameters);
        List<Component> contents = groups.contents(templateGroup);
        List<Component> inputPorts = Harness.ports(contents, Kind.INPUT_PORT);
        List<Component> outputPorts = Harness.ports(contents, Kind.OUTPUT_PORT);
        if (inputPorts.size() != 1 || outputPorts.isEmpty()) {
            throw new FlowException("%s has %d input ports and %d output ports; it needs one, and one or more."
                    .formatted(template.getFileName(), inputPorts.size(), outputPorts.size()));
        }
        Path absolute = exchange.toAbsolutePath();
        Harness harness = new Harness(nifi, harnessGroup, absolute);
        harness.feed(inputPorts.getFirst());
        harness.collect(outputPorts);
        groups.enableServices(templateGroup);
        return new TemplateRun(nifi, absolute, harnessGroup, templateGroup, outputPorts);
    }

    private static byte[] read(Path template) {
        try {
            return Files.readAllBytes(template);
        } catch (IOException e) {
            throw new FlowException("Cannot read the template %s: %s".formatted(template, e.getMessage()));
        }
    }

    private static void setParameters(NiFiClient nifi, String group, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        Optional<String> context = nifi.parameterContexts().of(group);
        List<String> known = context.map(nifi.parameterContexts()::names).orElse(List.of());
        Set<String> unknown = new TreeSet<>(parameters.keySet());
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new FlowException("The template has no parameter %s; it has %s.".formatted(unknown, known));
        }
        nifi.parameterContexts().set(context.orElseThrow(), parameters);
    }

    /**
     * Lays out the inputs and, the first time, starts everything. Numbers go on where the previous inputs ended.
     *
     * @throws FlowException naming what cannot be started, and why
     */
    public void feed(List<TemplateInput> inputs) {
        boolean first = fed == 0;
        try {
            Path folder = Files.createDirectories(Harness.inputFolder(exchange));
            for (TemplateInput input : inputs) {
                input.copyTo(folder, Harness.inputName(fed, input.name()));
                fed++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (first) {
            start();
        }
    }

    /** Whether NiFi has taken everything that was fed and will not read it again. */
    public boolean hasTakenAll() {
        return Harness.isEmpty(exchange);
    }

    private void start() {
        // NiFi validates in the background, and starting a group passes over what is not known to be valid.
        if (!Patience.awaitTrue(VALIDATION_LIMIT, () -> invalid().isEmpty())) {
            throw new FlowException(invalid().stream()
                    .map(component -> component.name() + ": " + String.join("; ", component.validationErrors()))
                    .collect(Collectors.joining("\n  ", "Not everything in the template can be started:\n  ", "")));
        }
        nifi.groups().start(harnessGroup);
    }

    private List<Component> invalid() {
        return nifi.groups().allContents(harnessGroup).stream()
                .filter(component -> !component.valid()
                        && component.state().filter("STOPPED"::equals).isPresent())
                .toList();
    }

    /**
     * Waits until something has come out for every input that nothing had come out for before.
     *
     * @param meanwhile called a few times a second
     * @return what has come out, in the order of the inputs; after the time-out some inputs may have none
     */
    public List<TemplateOutput> await(Duration limit, Runnable meanwhile) {
        List<TemplateOutput> outputs = new ArrayList<>();
        Patience.awaitTrue(limit, () -> {
            outputs.addAll(collect());
            meanwhile.run();
            return answered.size() >= fed;
        });
        outputs.sort(Comparator.comparingInt(TemplateOutput::input));
        return outputs;
    }

    /**
     * Waits until something has come out for every input and nothing is on its way any more: for templates that make
     * several outputs of an input.
     *
     * @param meanwhile called a few times a second
     * @return what has come out, in the order of the inputs
     */
    public List<TemplateOutput> awaitAll(Duration limit, Runnable meanwhile) {
        List<TemplateOutput> outputs = new ArrayList<>();
        Patience.awaitTrue(limit, () -> {
            outputs.addAll(collect());
            meanwhile.run();
            return answered.size() >= fed && nifi.queues().total(harnessGroup) == 0;
        });
        outputs.addAll(collect());
        outputs.sort(Comparator.comparingInt(TemplateOutput::input));
        return outputs;
    }

    /** What has come out since the last call, in no order; without waiting. */
    public List<TemplateOutput> collect() {
        List<TemplateOutput> fresh = collector.collect();
        fresh.forEach(output -> answered.add(output.input()));
        return fresh;
    }

    /** The identifier of the process group that holds the template. */
    public String templateGroup() {
        return templateGroup;
    }

    /** The first of the template's processors that is of the given type (the simple name of its class). */
    public Optional<Component> processor(String simpleType) {
        return nifi.groups().allContents(templateGroup).stream()
                .filter(component -> component.type().orElse("").endsWith("." + simpleType))
                .findFirst();
    }

    /** Stops the template and what is around it; it stays on the canvas. */
    @Override
    public void close() {
        nifi.groups().stop(harnessGroup);
        nifi.groups().disableServices(harnessGroup);
    }
}
