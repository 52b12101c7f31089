// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form as a browser would upload it (RFC 7578); the JDK's HTTP client has none. */
final class MultipartForm {

    private final String boundary = "nifi-quantum-" + UUID.randomUUID();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    MultipartForm field(String name, String value) {
        return part("form-data; name=\"%s\"".formatted(name), "text/plain; charset=utf-8", bytes(value));
    }

    MultipartForm file(String name, String fileName, byte[] content) {
        return part("form-data; name=\"%s\"; filename=\"%s\"".formatted(name, fileName), "application/json", content);
    }

    private MultipartForm part(String disposition, String type, byte[] content) {
        parts.writeBytes(bytes(
                "--%s\r\nContent-Disposition: %s\r\nContent-Type: %s\r\n\r\n".formatted(boundary, disposition, type)));
        parts.writeBytes(content);
        parts.writeBytes(bytes("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(bytes("--" + boundary + "--\r\n"));
        return whole.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
