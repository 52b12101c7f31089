// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.viewer.page.Report;
import org.nifiquantum.viewer.page.UnshowableException;

/** The page that NiFi's content viewer shows, as a file. */
final class ReportFile {

    private static final String EXTENSION = ".html";

    private ReportFile() {}

    /** Writes the page of a document and says where; otherwise as {@link #write(Path, String, byte[])}. */
    static void write(Console console, Path file, String name, byte[] document) {
        console.say("Report: " + write(file, name, document));
    }

    /**
     * Writes the page of a document.
     *
     * @param name what the reader knows the document by
     * @return the address of the file
     * @throws RunException if the document cannot be shown or the file cannot be written; the message names which
     */
    static URI write(Path file, String name, byte[] document) {
        try {
            String page = new Report().html(name, document);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        } catch (UnshowableException e) {
            throw new RunException(name, e.getMessage(), e);
        } catch (IOException e) {
            throw new RunException(file.toString(), "cannot be written: " + e.getMessage(), e);
        }
        return file.toAbsolutePath().normalize().toUri();
    }

    /** The name of a file's report: its own with another extension. */
    static String nameFor(Path file) {
        return file.getFileName().toString().replaceFirst("[.][^.]+$", "") + EXTENSION;
    }
}
