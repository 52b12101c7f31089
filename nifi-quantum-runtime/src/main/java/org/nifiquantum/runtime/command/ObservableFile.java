// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.support.PauliSums;

/** An observable as a run document holds it, in a file of its own. */
final class ObservableFile {

    private ObservableFile() {}

    static PauliSum read(Path file) {
        try {
            return PauliSums.of(Json.mapper().readValue(ProblemFile.bytes(file), Observable.class));
        } catch (JsonProcessingException e) {
            RunException explained = Json.explain("", e);
            throw new RunException(file.toString(), explained.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new RunException(file.toString(), e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
