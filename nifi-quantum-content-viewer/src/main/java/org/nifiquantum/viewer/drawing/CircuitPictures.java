// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.drawing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The circuits of a document: {@code program}, and {@code sent} where another one left for the backend. */
public final class CircuitPictures {

    private CircuitPictures() {}

    /**
     * A picture, or the reason why there is none, for each circuit. Without members if the content has no circuit.
     *
     * @param content a run, or OpenQASM, in UTF-8; of a damaged run what comes before the damage is read
     */
    public static ObjectNode of(byte[] content) {
        ObjectNode pictures = JsonNodeFactory.instance.objectNode();
        if (Shown.isJson(content)) {
            RunCircuits circuits = RunCircuits.of(content);
            circuits.program()
                    .ifPresent(source -> pictures.set("program", CircuitPicture.of(source, circuits.bindings())));
            circuits.sent().ifPresent(source -> pictures.set("sent", CircuitPicture.of(source, circuits.bindings())));
        } else {
            String source = new String(content, StandardCharsets.UTF_8);
            if (!source.isBlank()) {
                pictures.set("program", CircuitPicture.of(source, Bindings.NONE));
            }
        }
        return pictures;
    }
}
