// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds a whole document against the JSON Schema of its version, where it enters from outside. */
public final class SchemaValidation {

    private final Schema schema;

    public SchemaValidation() {
        try (InputStream in = SchemaValidation.class.getResourceAsStream("run-1.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses a document that does not fit.
     *
     * @throws RunException with the JSON pointer of the first thing that is wrong
     */
    public void validate(JsonNode document) {
        List<Error> errors = schema.validate(document);
        if (!errors.isEmpty()) {
            Error first = errors.getFirst();
            throw new RunException(first.getInstanceLocation().toString(), first.getMessage());
        }
    }
}
