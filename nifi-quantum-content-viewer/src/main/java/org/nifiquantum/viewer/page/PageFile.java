// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A file of the page.
 *
 * @param type its media type, without the character set, which is always UTF-8
 */
public record PageFile(String type, String text) {

    public PageFile {
        requireNonNull(type, "type");
        requireNonNull(text, "text");
    }

    /** SHA-256 of its bytes in Base64, as a content security policy names it. */
    public String hash() {
        return hash(text);
    }

    static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
