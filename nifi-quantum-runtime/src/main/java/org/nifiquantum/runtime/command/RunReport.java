// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.flow.TemplateInput;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.nifi.EnvironmentException;

/** What {@code quantum run} tells about its outputs. */
record RunReport(List<TemplateInput> inputs, List<TemplateOutput> outputs) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN_STATUS = "quantum.run.status";
    private static final String SOLVED = "solved";
    private static final String ERROR_KIND = "quantum.error.kind";
    private static final String ERROR_MESSAGE = "quantum.error.message";

    RunReport {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Whether every output is an answer: a document with a solution, or one from a template that has no runs. */
    boolean allAnswered() {
        return outputs.stream().noneMatch(RunReport::isFailure);
    }

    private static boolean isFailure(TemplateOutput output) {
        Map<String, String> attributes = output.flowFile().attributes();
        // An answer that is no document, such as a table, may have come by the classical road, for a reason.
        return attributes.containsKey(ERROR_KIND)
                && !attributes.getOrDefault(RUN_STATUS, "").equals(SOLVED)
                && document(output).filter(run -> run.has("solution")).isEmpty();
    }

    /** One line for each output. */
    String text() {
        return outputs.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(TemplateOutput output) {
        String name = inputs.get(output.input()).name();
        Map<String, String> attributes = output.flowFile().attributes();
        if (isFailure(output)) {
            return "%s  %s  %s: %s"
                    .formatted(name, output.port(), attributes.get(ERROR_KIND), attributes.get(ERROR_MESSAGE));
        }
        return document(output)
                .map(run -> run.path("solution"))
                .filter(JsonNode::isObject)
                .map(solution -> "%s  %s  objective %s  (%s)"
                        .formatted(
                                name,
                                output.port(),
                                solution.path("objective").asText(),
                                solution.path("source").asText()))
                .orElse("%s  %s  %d bytes"
                        .formatted(name, output.port(), output.flowFile().content().length));
    }

    /** An array with one element for each output: the run document, or what is known where there is none. */
    String json() {
        return outputs.stream()
                .map(this::element)
                .map(JsonNode::toPrettyString)
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private JsonNode element(TemplateOutput output) {
        Optional<JsonNode> run = isFailure(output) ? Optional.empty() : document(output);
        return run.orElseGet(() -> {
            ObjectNode element = JSON.createObjectNode();
            element.put("input", inputs.get(output.input()).name()).put("port", output.port());
            Map<String, String> attributes = output.flowFile().attributes();
            if (isFailure(output)) {
                element.putObject("error")
                        .put("kind", attributes.get(ERROR_KIND))
                        .put("message", attributes.get(ERROR_MESSAGE));
            }
            return element;
        });
    }

    /** Writes each output to a file named by its input and its port; equal names get a number. */
    void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (TemplateOutput output : outputs) {
                Files.write(
                        unused(folder, stem(output), extension(output)),
                        output.flowFile().content());
            }
        } catch (IOException e) {
            throw new EnvironmentException("Cannot write to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Writes a page for each output that is a run, named as {@link #writeTo} names the run itself. */
    void writePages(Console console, Path folder) {
        for (TemplateOutput output : outputs) {
            if (document(output).isPresent()) {
                Path file = unused(folder, stem(output), ".html");
                ReportFile.write(console, file, stem(output), output.flowFile().content());
            }
        }
    }

    private String stem(TemplateOutput output) {
        return inputs.get(output.input()).name().replaceFirst("[.][^.]*$", "") + "." + output.port();
    }

    /** A document is JSON; anything else has its own name. */
    private static String extension(TemplateOutput output) {
        String name = output.flowFile().attributes().getOrDefault("filename", "");
        return document(output).isPresent() || name.lastIndexOf('.') < 0
                ? ".json"
                : name.substring(name.lastIndexOf('.'));
    }

    private static Path unused(Path folder, String stem, String extension) {
        Path file = folder.resolve(stem + extension);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(stem + "-" + i + extension);
        }
        return file;
    }

    private static Optional<JsonNode> document(TemplateOutput output) {
        try {
            JsonNode tree = JSON.readTree(output.flowFile().content());
            return Optional.of(tree).filter(run -> run.path("schema").asText().startsWith("nifi-quantum/run/"));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
