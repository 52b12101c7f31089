// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A FlowFile with its attributes in one file, as NiFi's PackageFlowFile writes it ("FlowFile v3").
 *
 * <p>The form: {@code NiFiFF3}; the number of attributes; for each its name and value; eight bytes of content length;
 * the content. A number or length is two bytes, or, from 65535 on, two bytes 0xFF and then four. All big-endian.
 */
public final class PackagedFlowFile {

    private static final byte[] MAGIC = "NiFiFF3".getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_FORM = 0xFFFF;

    private final Map<String, String> attributes;
    private final byte[] content;

    private PackagedFlowFile(Map<String, String> attributes, byte[] content) {
        this.attributes = Map.copyOf(attributes);
        this.content = content;
    }

    /**
     * Reads the file whole.
     *
     * @throws IOException if the file cannot be read or is not of this form
     */
    public static PackagedFlowFile read(Path file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("%s is not a packaged FlowFile".formatted(file));
        }
        Map<String, String> attributes = new TreeMap<>();
        int count = length(in);
        for (int i = 0; i < count; i++) {
            String name = text(in);
            attributes.put(name, text(in));
        }
        long size = in.readLong();
        byte[] content = in.readAllBytes();
        if (content.length != size) {
            throw new IOException("%s holds %d bytes of content, not %d".formatted(file, content.length, size));
        }
        return new PackagedFlowFile(attributes, content);
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        return length < LONG_FORM ? length : in.readInt();
    }

    private static String text(DataInputStream in) throws IOException {
        int length = length(in);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new IOException("the packaged FlowFile is cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    /** A copy. */
    public byte[] content() {
        return content.clone();
    }
}
