// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"shown\">(.*?)</script>", Pattern.DOTALL);

    private final Report report = new Report();

    @Test
    void theFileLoadsNothing() {
        String page = report.html("a.json", "{\"schema\": \"nifi-quantum/run/1\", \"id\": \"a\"}".getBytes(UTF_8));
        String markup = DATA.matcher(
                        SCRIPT.matcher(STYLE.matcher(page).replaceAll("")).replaceAll(""))
                .replaceAll("");

        assertFalse(markup.contains("src="), markup);
        assertFalse(markup.contains("stylesheet"), markup);
        assertTrue(markup.contains("default-src 'none'"), markup);
        assertFalse(
                STYLE.matcher(page).results().anyMatch(style -> style.group(1).contains("url(")), "styles that load");
    }

    /** The policy lets run what it names by hash, and the file holds two scripts. */
    @Test
    void thePolicyNamesExactlyItsScriptsAndItsStyle() {
        String page = report.html("a.json", "{}".getBytes(UTF_8));

        List<String> scripts =
                SCRIPT.matcher(page).results().map(script -> script.group(1)).toList();
        assertEquals(2, scripts.size());
        for (String script : scripts) {
            assertTrue(page.contains("'sha256-" + PageFile.hash(script) + "'"), "a script's hash");
        }
        Matcher style = STYLE.matcher(page);
        assertTrue(style.find());
        assertTrue(page.contains("style-src 'sha256-" + PageFile.hash(style.group(1)) + "'"), "the style's hash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</script><script>alert(1)</script>", "<!--<script>", "\u2028 & ' \" \\", "$1 \\1"})
    void whatTheDocumentSaysStaysData(String hostile) throws IOException {
        ObjectMapper json = new ObjectMapper();
        byte[] content = json.writeValueAsBytes(
                json.createObjectNode().put("schema", "nifi-quantum/run/1").put("id", hostile));

        String page = report.html(hostile, content);

        Matcher data = DATA.matcher(page);
        assertTrue(data.find());
        JsonNode shown = json.readTree(data.group(1));
        assertEquals(
                hostile,
                json.readTree(shown.path("content").asText()).path("id").asText());
        assertEquals(hostile, shown.path("name").asText());
        assertEquals(2, SCRIPT.matcher(page).results().count(), "scripts");
    }

    @Test
    void numbersStayAsTheyAreWritten() throws IOException {
        String content = "{\"schema\":\"nifi-quantum/run/1\",\"seed\":-8937080479701896907,\"x\":1.50}";

        Matcher data = DATA.matcher(report.html("a.json", content.getBytes(UTF_8)));

        assertTrue(data.find());
        assertEquals(
                content,
                new ObjectMapper().readTree(data.group(1)).path("content").asText());
    }

    @Test
    void whatIsNoDocumentIsRefusedWithTheReason() {
        UnshowableException picture = assertThrows(
                UnshowableException.class, () -> report.html("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}));
        assertTrue(picture.getMessage().startsWith("is neither a run nor OpenQASM"), picture.getMessage());
        assertThrows(UnshowableException.class, () -> report.html("empty", new byte[0]));

        byte[] large = new byte[(16 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        large[0] = '{';
        UnshowableException size = assertThrows(UnshowableException.class, () -> report.html("large", large));
        assertTrue(size.getMessage().contains("16 MB"), size.getMessage());
    }
}
