// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file to feed. Several inputs may have one name: they are told apart by their place in the list. */
public record TemplateInput(Path file) {

    /**
     * Checks that the file can be read.
     *
     * @throws FlowException if not
     */
    public TemplateInput {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FlowException("Cannot read the input file %s.".formatted(file));
        }
    }

    public String name() {
        return file.getFileName().toString();
    }

    /** Shows the copy under its name only when it is whole; a name with a dot in front is passed over. */
    void copyTo(Path folder, String name) throws IOException {
        Path copy = Files.copy(file, folder.resolve("." + name));
        Files.move(copy, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
