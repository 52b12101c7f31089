// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** The viewer inside a real NiFi, through NiFi's own page around it. */
class ContentViewerIT {

    private static final String RUN = "application/vnd.nifi-quantum.run+json";

    @TempDir
    private static Path folder;

    @TempDir
    private static Path problems;

    private static Browser browser;
    private static ObjectNode run;
    private static ShownQueue queue;

    @BeforeAll
    static void fillAQueue() throws IOException {
        browser = Browser.start();
        run = Documents.cities(12);
        String whole = run.toString();
        ObjectNode newer = run.deepCopy().put("schema", "nifi-quantum/run/99");
        Files.createDirectories(folder);
        write("run.run.json", whole);
        write("hostile.run.json", Documents.hostile(run).toString());
        write("half.run.json", whole.substring(0, whole.length() / 2));
        write("newer.run.json", newer.toString());
        write("bare.run.json", "{\"schema\": \"nifi-quantum/run/1\", \"id\": \"only this\"}");
        write("nan.run.json", whole.replaceFirst("\"objective\":[-0-9.]+", "\"objective\":NaN"));
        write("empty.run.json", " ");
        write(
                "large.run.json",
                "{\"schema\": \"nifi-quantum/run/1\", \"padding\": \"" + "x".repeat(50_000_000) + "\"}");
        write(
                "circuit.qasm",
                "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1]; c = measure q;");
        write("bad.qasm", "OPENQASM 3.0;\nqubit q;\nnonsense q;");
        write("other.json", "{\"anything\": [1, 2, {\"deeper\": true}]}");
        write("long.run.json", Documents.ring(problems, 20, 500).toString());
        queue = ShownQueue.of(SharedNiFi.client(), folder, 12);
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingLeftTheHost() {
        assertEquals(List.of(), browser.complaints(), "the browser's console");
        for (URI address : browser.requests()) {
            assertEquals("127.0.0.1", address.getHost(), address.toString());
        }
    }

    @Test
    void everyTabIsDrawnFromAQueue() {
        view("run.run.json", RUN);
        new Tabs(browser).check(run);
    }

    @ParameterizedTest
    @CsvSource({"input", "output"})
    void everyTabIsDrawnFromProvenance(String side) {
        ProvenanceEvent event = queue.attributesEvent("run.run.json");
        show("provenance-events/%d/content/%s".formatted(event.id(), side), RUN);
        new Tabs(browser).check(run);
    }

    @Test
    void nothingInAHostileDocumentRuns() {
        view("hostile.run.json", RUN);
        for (String tab : Tabs.ALL) {
            browser.openTab(tab);
            assertTrue(browser.text("#panel-" + tab).length() > 0, tab + " is not blank");
        }
        assertTrue(browser.text("h1").contains("<script>"), "markup is shown as text");
        assertNull(browser.evaluate("window.pwned"), "the frame");
        assertNull(browser.evaluate("window.top.pwned"), "NiFi's page");
        assertNull(browser.evaluate("({}).polluted"), "the prototype of all objects");
        assertEquals(0, browser.count("main script, main img, main iframe, main object, main embed"));
    }

    /** Each gives a message a person understands, and never a blank page. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "half.run.json  | damaged at line 1",
                "newer.run.json | this viewer knows",
                "nan.run.json   | NaN is no JSON",
                "bare.run.json  | no circuit yet",
                "empty.run.json | The content is empty"
            })
    void whatIsWrongWithADocumentIsSaid(String name, String message) {
        view(name, RUN);
        assertTrue(browser.text("main").contains(message), browser.text("main"));
    }

    @Test
    void aDocumentOfFiftyMegabytesMeetsAClearLimitAndAWayToDownloadIt() {
        view("large.run.json", RUN);
        assertTrue(browser.text("main").contains("larger than 16 MB"), browser.text("main"));
        assertTrue(
                browser.evaluate("document.querySelector('a.download').href")
                        .toString()
                        .contains("/content"),
                "a link to the content");
        expectedRefusal(413);
    }

    @Test
    void contentThatIsGoneIsSaidToBeGone() {
        show("provenance-events/999999999/content/output", RUN);
        assertTrue(browser.text("main").contains("no longer there"), browser.text("main"));
        expectedRefusal(404);
    }

    /** Chromium notes every status of 400 and more by itself; that line is the only one there may be. */
    private static void expectedRefusal(int status) {
        List<String> complaints = browser.complaints();
        assertEquals(1, complaints.size(), complaints.toString());
        assertTrue(
                complaints.getFirst().contains("api/content")
                        && complaints.getFirst().contains(String.valueOf(status)),
                complaints.toString());
    }

    @Test
    void openQasmIsDrawn() {
        view("circuit.qasm", "text/x-qasm");
        browser.await("svg .op");
        assertEquals(4, browser.count("svg .op"), "h, cx and two measurements");

        view("bad.qasm", "text/x-qasm");
        browser.await(".notice");
        assertTrue(browser.text("main").contains("line 3:1"), browser.text("main"));
    }

    @Test
    void plainJsonHasAViewerOfItsOwn() {
        view("other.json", "application/json");
        assertTrue(browser.text("#panel-document .tree").contains("anything"), "the tree");
        assertEquals(0, browser.count("#tab-overview"));
    }

    /** From the viewer's first request to the drawn page, the best of three: what else runs on the machine is not meant. */
    @Test
    void aRunOfTwentyQubitsAndFiveHundredEvaluationsIsThereWithinASecond() {
        double best = Double.POSITIVE_INFINITY;
        for (int time = 0; time < 3; time++) {
            view("long.run.json", RUN);
            Number drawn = (Number) browser.evaluate("performance.getEntriesByName('drawn')[0].startTime");
            best = Math.min(best, drawn.doubleValue());
        }
        assertTrue(best < 1_000, "drawn after %.0f ms".formatted(best));
        System.out.printf("Viewer: 20 qubits, 500 evaluations drawn after %.0f ms%n", best);
    }

    /** NiFi keeps what its user has chosen where its pages can read it. */
    @ParameterizedTest
    @CsvSource({"DARK_THEME, dark", "LIGHT_THEME, light"})
    void theThemeIsThatOfNiFi(String chosen, String theme) {
        view("bare.run.json", RUN);
        browser.evaluate(
                "localStorage.setItem('theme', JSON.stringify({item: arguments[0], expires: Date.now() + 600000}))",
                chosen);
        try {
            view("bare.run.json", RUN);
            assertEquals(theme, browser.evaluate("document.documentElement.dataset.theme"));
        } finally {
            browser.evaluate("localStorage.removeItem('theme')");
        }
    }

    /** NiFi takes the first by name: runs are ours before any "json", JSON only after it. */
    @Test
    void theViewersStandOnTheRightSidesOfJson() throws IOException {
        JsonNode viewers = SharedNiFi.client().reports().contentViewers();
        JsonNode types = viewers.at("/0/supportedMimeTypes");
        assertEquals("hybrid run", types.at("/0/displayName").asText());
        assertEquals("plain json", types.at("/1/displayName").asText());
        assertTrue("hybrid run".compareTo("json") < 0 && "json".compareTo("plain json") < 0);
    }

    private static void view(String name, String type) {
        show(queue.contentOf(name), type);
    }

    private static void show(String content, String type) {
        URI canvas = SharedNiFi.canvas();
        String reference = canvas.resolve("/nifi-api/" + content).toString();
        browser.open(URI.create("%s#/content-viewer?ref=%s&mimeType=%s&clientId=test"
                .formatted(canvas, encoded(reference), encoded(type))));
        browser.enterViewer();
        browser.awaitDrawn();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
