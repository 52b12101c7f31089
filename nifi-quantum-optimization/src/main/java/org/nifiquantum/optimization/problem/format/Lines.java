// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/** The lines of a text that say something, one at a time, with their numbers for error messages. */
public final class Lines {
    /** The largest problem that is read from a text; more is refused before memory is spent on it. */
    public static final int MAXIMUM_SIZE = 1_000_000;

    /** How much of a wrong entry is repeated in a message: the input may be anything. */
    private static final int SHOWN_CHARACTERS = 40;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final BufferedReader reader;
    private final Predicate<String> comment;
    private String line = "";
    private int number;

    /** An entry of a line, between white space, and the column it begins in, from 1. */
    public record Field(String text, int column) {}

    /** Reads one format to the end. */
    @FunctionalInterface
    public interface Format<T> {
        T read(Reader reader) throws IOException;
    }

    /** All lines that are not blank. */
    public Lines(Reader reader) {
        this(reader, line -> false);
    }

    /** All lines that are neither blank nor comments. */
    public Lines(Reader reader, Predicate<String> comment) {
        this.reader = new BufferedReader(reader);
        this.comment = comment;
    }

    /** Reads a text from memory, where input does not fail. */
    public static <T> T inMemory(String text, Format<T> format) {
        try {
            return format.read(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed.", e);
        }
    }

    /** Goes to the next line; false at the end of the text. */
    public boolean advance() throws IOException {
        for (String next = reader.readLine(); next != null; next = reader.readLine()) {
            number++;
            if (!next.isBlank() && !comment.test(next)) {
                line = next;
                return true;
            }
        }
        return false;
    }

    /** Goes to the first line, which must be there. */
    public void begin(String remedy) throws IOException {
        if (!advance()) {
            throw new ProblemFormatException("line 1", "The text is empty.", remedy);
        }
    }

    /** The number of the present line, from 1. */
    public int number() {
        return number;
    }

    /** The entries of the present line. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        int position = 0;
        while (position < line.length()) {
            int start = position;
            while (position < line.length() && !Character.isWhitespace(line.charAt(position))) {
                position++;
            }
            if (position > start) {
                fields.add(new Field(line.substring(start, position), start + 1));
            } else {
                position++;
            }
        }
        return fields;
    }

    /** A whole number from an entry of the present line. */
    public int wholeNumber(Field field) {
        try {
            return Integer.parseInt(field.text());
        } catch (NumberFormatException e) {
            ProblemFormatException error =
                    error(field, shown(field) + " is not a whole number, or too large.", "Correct the line.");
            error.initCause(e);
            throw error;
        }
    }

    /** A finite number from an entry of the present line. */
    public double finiteNumber(Field field) {
        return decimal(field.text())
                .orElseThrow(() -> error(field, shown(field) + " is not a finite number.", "Correct the line."));
    }

    /** A text as a finite number, empty if it is none; Java's own parser also takes {@code 1f} and {@code NaN}. */
    public static Optional<Double> decimal(String text) {
        return Optional.of(text)
                .filter(number -> DECIMAL.matcher(number).matches())
                .map(Double::valueOf)
                .filter(Double::isFinite);
    }

    /** An entry of the present line for messages: shortened, without control characters. */
    public static String shown(Field field) {
        String text = field.text();
        String start = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
        return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    /** The entries of the present line between separators of this kind instead of white space. */
    public List<Field> fields(Pattern separator) {
        List<Field> fields = new ArrayList<>();
        Matcher matcher = separator.matcher(line);
        int start = 0;
        while (matcher.find()) {
            fields.add(stripped(start, matcher.start()));
            start = matcher.end();
        }
        fields.add(stripped(start, line.length()));
        return fields;
    }

    private Field stripped(int from, int to) {
        String text = line.substring(from, to);
        return new Field(
                text.strip(), from + 1 + text.length() - text.stripLeading().length());
    }

    /** The present line as it stands. */
    public String text() {
        return line;
    }

    /** Goes to the next line, which must be there. */
    public void requireNext(String what, String remedy) throws IOException {
        if (!advance()) {
            throw new ProblemFormatException(
                    "line " + (number + 1), "The text ends where " + what + " should follow.", remedy);
        }
    }

    /** Refuses anything that follows the present line. */
    public void requireEnd() throws IOException {
        if (advance()) {
            throw error("Something follows the end of the problem.", "Remove it, or correct the declared sizes.");
        }
    }

    /** How many nodes or variables there are, from an entry of the present line. */
    public int size(Field field, String noun) {
        int size = wholeNumber(field);
        if (size < 1 || size > MAXIMUM_SIZE) {
            throw error(
                    field,
                    "The number of " + noun + "s is " + size + ".",
                    "Use 1 to " + MAXIMUM_SIZE + " " + noun + "s.");
        }
        return size;
    }

    /** An error at the present line. */
    public ProblemFormatException error(String problem, String remedy) {
        return new ProblemFormatException("line " + number, problem, remedy);
    }

    /** An error at an entry of the present line. */
    public ProblemFormatException error(Field field, String problem, String remedy) {
        return new ProblemFormatException("line " + number + ", column " + field.column(), problem, remedy);
    }

    /** The error of a line that declares another number of something than follows. */
    public static ProblemFormatException miscounted(int line, String what, long declared, long found) {
        return new ProblemFormatException(
                "line " + line,
                declared + " " + what + " are declared, " + found + " follow.",
                "The file is cut off, or the number is wrong: complete the one or correct the other.");
    }
}
