// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What encoded the run, so that it can be explained and repeated.
 *
 * @param bundle the version of nifi-quantum
 * @param encoder rises whenever the same problem would be encoded differently
 * @param transpiler rises whenever the same circuit would be lowered differently
 */
public record Software(String bundle, int encoder, int transpiler) {

    private static final int ENCODER = 1;
    private static final int TRANSPILER = 1;

    public Software {
        requireNonNull(bundle, "bundle");
    }

    /** The software that is running. */
    public static Software current() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream("bundle.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Software(properties.getProperty("version"), ENCODER, TRANSPILER);
    }
}
