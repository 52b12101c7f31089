// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.run.document.Optimization.Best;
import org.nifiquantum.run.document.Optimization.Settings;

/** Reads and writes {@code optimization}: its head as JSON, and the history behind it as bytes. */
final class OptimizationCodec implements Section.Codec<Optimization> {

    private static final String EVALUATIONS = "evaluations";
    private static final byte[] BEFORE_HISTORY = (",\"" + EVALUATIONS + "\":").getBytes(StandardCharsets.UTF_8);

    /** All but the history. */
    @JsonPropertyOrder({"optimizer", "settings", "best", "stopReason"})
    private record Head(String optimizer, Settings settings, Optional<Best> best, Optional<String> stopReason) {

        private Head {
            requireNonNull(optimizer, "optimizer");
            requireNonNull(settings, "settings");
        }
    }

    @Override
    public Optimization read(RawJson section) throws JsonProcessingException {
        try (JsonParser parser = section.parser()) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int nameStart = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                boolean history = EVALUATIONS.equals(parser.currentName());
                parser.nextToken();
                if (history) {
                    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                    return optimization(headBefore(section, nameStart), history(section, start));
                }
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return optimization(section, History.of(List.of()));
    }

    private static RawJson headBefore(RawJson section, int nameStart) {
        int last = lastVisible(section, nameStart);
        int end = section.at(last) == ',' ? last : last + 1;
        byte[] head = Arrays.copyOf(section.slice(0, end).toBytes(), end + 1);
        head[end] = '}';
        return RawJson.ofBytes(head);
    }

    /** What lies between the start of the value and the end of the section; whether it is an array, reading it tells. */
    private static History history(RawJson section, int start) {
        int brace = lastVisible(section, section.length());
        int bracket = lastVisible(section, brace);
        if (section.at(brace) != '}' || section.at(start) != '[' || section.at(bracket) != ']' || bracket <= start) {
            throw new RunException(
                    Section.OPTIMIZATION.pointer() + "/" + EVALUATIONS,
                    "must be an array and the last member of the document's last section");
        }
        return History.unread(section.slice(start, bracket + 1));
    }

    /** Where the last character stands before a place that is not white space; something always does. */
    private static int lastVisible(RawJson section, int before) {
        int place = before - 1;
        while (Character.isWhitespace(section.at(place))) {
            place--;
        }
        return place;
    }

    private static Optimization optimization(RawJson headOnly, History history) throws JsonProcessingException {
        Head head = headOnly.as(Head.class);
        return new Optimization(head.optimizer, head.settings, head.best, head.stopReason, history);
    }

    @Override
    public void write(Optimization optimization, OutputStream out) throws IOException {
        RawJson head = RawJson.of(new Head(
                optimization.optimizer(), optimization.settings(), optimization.best(), optimization.stopReason()));
        head.slice(0, head.length() - 1).writeTo(out);
        out.write(BEFORE_HISTORY);
        optimization.evaluations().writeTo(out);
        out.write('}');
    }
}
