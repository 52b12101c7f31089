// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A JSON value as the UTF-8 bytes it was read from or written to: a slice of a buffer nobody changes. */
final class RawJson {

    private final byte[] buffer;
    private final int offset;
    private final int length;

    RawJson(byte[] buffer, int offset, int length) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    static RawJson of(Object value) {
        try {
            byte[] bytes = Json.mapper().writeValueAsBytes(value);
            return new RawJson(bytes, 0, bytes.length);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T as(Class<T> type) throws JsonProcessingException {
        try {
            return Json.mapper().readValue(buffer, offset, length, type);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(buffer, offset, length);
    }
}
