// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.SchemaValidation;

/** Reads what a user brings; every complaint names the place and the remedy. */
public final class InputReader {

    /** Where Jackson's messages say which of its settings holds a limit, which users do not have. */
    private static final Pattern LIMIT_SOURCE = Pattern.compile(", from `[^`]*`");

    private static final SchemaValidation SCHEMA = new SchemaValidation();

    private InputReader() {}

    /** Reads what leaves nothing open; see {@link #read(byte[], InputFormat, String, FileSettings)}. */
    public static Input read(byte[] content, InputFormat format, String fileName) {
        return read(content, format, fileName, FileSettings.NONE);
    }

    /**
     * Reads a problem, a circuit or a run.
     *
     * @param content UTF-8
     * @param fileName its extension helps to tell the format; may be empty
     * @param settings what a file of the field leaves open
     * @throws RunException if it is none of them, or not a valid one
     */
    public static Input read(byte[] content, InputFormat format, String fileName, FileSettings settings) {
        if (content.length == 0) {
            throw new RunException("", "The content is empty; a problem, a circuit or a run document is expected");
        }
        InputFormat resolved = format.resolve(content, fileName);
        try {
            return switch (resolved) {
                case AUTOMATIC -> throw new IllegalStateException("A format resolves to one that is not AUTOMATIC");
                case JSON -> readJson(content, settings);
                case OPENQASM -> {
                    settings.only();
                    yield new Input.OfProgram(ProgramReader.read(text(content)));
                }
                default -> ofProblem(TextFormats.read(resolved, text(content), settings));
            };
        } catch (ProblemFormatException e) {
            throw new RunException(e.place(), e.explanation(), e);
        } catch (OpenQasmException e) {
            throw new RunException("", e.getMessage(), e);
        }
    }

    private static Input ofProblem(Problem problem) {
        // What is wrong with a constraint may show only when it becomes bits.
        problem.qubits();
        return new Input.OfProblem(problem, ProblemJson.write(problem));
    }

    private static Input readJson(byte[] content, FileSettings settings) {
        RawJson json = RawJson.ofBytes(content);
        try {
            // Limits are met here, where they are explained.
            json.members();
            Members members = Members.of(json, "");
            Optional<Problem> foreign = ForeignJson.read(members, settings);
            if (foreign.isPresent()) {
                return ofProblem(foreign.get());
            }
            settings.only();
            if (members.has("schema")) {
                SCHEMA.validate(json.as(JsonNode.class));
                return new Input.OfRun(RunReader.read(content));
            }
            if (CircuitJson.TYPE.equals(members.get("type").asText())) {
                return CircuitJson.read(members);
            }
            return new Input.OfProblem(ProblemJson.read(json, ""), json);
        } catch (StreamConstraintsException e) {
            String limit = LIMIT_SOURCE.matcher(e.getOriginalMessage()).replaceAll("");
            throw new RunException(
                    "", "%s; problems and runs stay far below, simplify the document".formatted(limit), e);
        } catch (JsonProcessingException e) {
            throw Json.explain("", e);
        }
    }

    /** The text, without the mark that some editors put before it. */
    private static String text(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith(FirstLine.BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RunException(
                    "byte " + bytes.position(), "The content is not UTF-8 text; save it as such, unpacked", e);
        }
    }
}
