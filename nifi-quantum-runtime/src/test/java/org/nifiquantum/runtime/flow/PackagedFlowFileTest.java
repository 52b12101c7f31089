// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against bytes laid out by hand from the description of the form. */
class PackagedFlowFileTest {

    /** Two attributes: "ab" is "c", and "d" is empty. */
    private static final String ATTRIBUTES = "0002" + "0002" + "6162" + "0001" + "63" + "0001" + "64" + "0000";

    @TempDir
    private Path folder;

    @Test
    void attributesAndContentAreRead() throws IOException {
        PackagedFlowFile flowFile = PackagedFlowFile.read(file(ATTRIBUTES, "0000000000000002", "7879"));

        assertEquals(Map.of("ab", "c", "d", ""), flowFile.attributes());
        assertEquals("xy", new String(flowFile.content(), StandardCharsets.UTF_8));
    }

    @Test
    void aValueOf65535BytesHasTheLongForm() throws IOException {
        String value = "v".repeat(65_535);
        ByteBuffer bytes = ByteBuffer.allocate(7 + 2 + 3 + 6 + value.length() + 8);
        bytes.put(ascii("NiFiFF3")).putShort((short) 1).putShort((short) 1).put(ascii("n"));
        bytes.putShort((short) 0xFFFF).putInt(value.length()).put(ascii(value)).putLong(0);

        PackagedFlowFile flowFile = PackagedFlowFile.read(Files.write(folder.resolve("long"), bytes.array()));

        assertEquals(value, flowFile.attributes().get("n"));
    }

    @Test
    void aFileCutOffIsRefused() throws IOException {
        Path cutOff = file(ATTRIBUTES, "0000000000000003", "7879");

        IOException refused = assertThrows(IOException.class, () -> PackagedFlowFile.read(cutOff));

        assertTrue(refused.getMessage().contains("2 bytes of content, not 3"), refused.getMessage());
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "{\"schema\": 1}");

        assertThrows(IOException.class, () -> PackagedFlowFile.read(other));
    }

    /** What follows the magic word, as hexadecimal digits. */
    private Path file(String... parts) throws IOException {
        byte[] body = HexFormat.of().parseHex(String.join("", parts));
        ByteBuffer bytes =
                ByteBuffer.allocate(7 + body.length).put(ascii("NiFiFF3")).put(body);
        return Files.write(folder.resolve("packaged"), bytes.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
