// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.nifiquantum.viewer.drawing.CircuitPictures;
import org.nifiquantum.viewer.drawing.Shown;

/**
 * The page with what it shows in one HTML file that loads nothing: everything is inside, and its content security policy
 * lets nothing else run, not even scripts that somebody hid in the document.
 */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Page page = new Page();

    /**
     * The file for a document.
     *
     * @param name what the reader knows the document by, such as its file's name
     * @param content a run, other JSON or OpenQASM, in UTF-8; damaged documents are shown as far as they go
     * @throws UnshowableException if it is none of them, or too large for a browser
     */
    public String html(String name, byte[] content) {
        if (content.length > Shown.LIMIT) {
            throw new UnshowableException("has %,d bytes; a page of more than %d MB is too much for a browser"
                    .formatted(content.length, Shown.LIMIT >> 20));
        }
        String data = data(name, content);
        return page.text(Page.INDEX)
                .replace(
                        "<meta name=\"policy\">",
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">".formatted(policy()))
                .replace(
                        "<link rel=\"stylesheet\" href=\"viewer.css\">", "<style>" + page.text(Page.STYLE) + "</style>")
                .replace("<script defer src=\"d3.js\"></script>", "")
                .replace(
                        "<script defer src=\"viewer.js\"></script>",
                        "<script type=\"application/json\" id=\"shown\">%s</script>\n".formatted(data)
                                + "<script>%s</script>\n".formatted(page.text(Page.LIBRARY))
                                + "<script>%s</script>".formatted(page.text(Page.SCRIPT)));
    }

    private String policy() {
        return ("default-src 'none'; script-src 'sha256-%s' 'sha256-%s'; style-src 'sha256-%s'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'")
                .formatted(
                        page.file(Page.LIBRARY).orElseThrow().hash(),
                        page.file(Page.SCRIPT).orElseThrow().hash(),
                        page.file(Page.STYLE).orElseThrow().hash());
    }

    /** The document as text, so that its numbers stay as they are written, the circuits in it, and the schema. */
    private String data(String name, byte[] content) {
        ObjectNode circuits = CircuitPictures.of(content);
        if (!Shown.isJson(content) && !circuits.path("program").has("operations")) {
            throw new UnshowableException("is neither a run nor OpenQASM: "
                    + circuits.at("/program/error").asText("it is empty"));
        }
        try {
            ObjectNode data = JSON.createObjectNode();
            data.put("name", name);
            data.put("content", new String(content, StandardCharsets.UTF_8));
            data.set("circuits", circuits);
            data.set("schema", JSON.readTree(page.text(Page.SCHEMA)));
            // No string can end the element it stands in, or open a comment.
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of our own cannot be written", e);
        }
    }
}
