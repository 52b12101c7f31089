// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;

/** Files that a command is given. */
final class ProblemFile {

    private ProblemFile() {}

    /**
     * Reads a problem, a circuit or a run.
     *
     * @throws RunException if the file cannot be read or is none of them; the message begins with its name
     */
    static Input read(Path file, InputFormat format) {
        return read(file, format, FileSettings.NONE);
    }

    /**
     * Reads a problem, a circuit or a run.
     *
     * @param settings what the file leaves open
     * @throws RunException if the file cannot be read or is none of them; the message begins with its name
     */
    static Input read(Path file, InputFormat format, FileSettings settings) {
        byte[] content = bytes(file);
        try {
            return InputReader.read(content, format, file.getFileName().toString(), settings);
        } catch (RunException e) {
            throw new RunException(file.toString(), e.getMessage(), e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new RunException(file.toString(), "there is no such file", e);
        } catch (IOException e) {
            throw new RunException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
