// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.viewer.page.Report;

/** The page as a file, in a real browser. Everything it draws is the same code as in NiFi. */
class PageIT {

    private static final int PHONE = 500;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static ObjectNode run;

    @BeforeAll
    static void solve() {
        browser = Browser.start();
        run = Documents.cities(12);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingWasLoaded() {
        assertEquals(List.of(), browser.complaints(), "the browser's console");
        for (URI address : browser.requests()) {
            assertTrue(List.of("file", "about").contains(address.getScheme()), address.toString());
        }
    }

    @Test
    void everyTabIsDrawn() throws IOException {
        show(run.toString());
        new Tabs(browser).check(run);
    }

    @Test
    void nothingInAHostileDocumentRuns() throws IOException {
        show(Documents.hostile(run).toString());
        for (String tab : Tabs.ALL) {
            browser.openTab(tab);
        }
        assertNull(browser.evaluate("window.pwned"));
        assertEquals(0, browser.count("main script, main img, main iframe"));
    }

    /** What only fits sideways scrolls inside its own box. */
    @Test
    void aPhoneNeedsNoScrollingSideways() throws IOException {
        show(run.toString());
        browser.resize(PHONE, 900);
        try {
            for (String tab : Tabs.ALL) {
                browser.openTab(tab);
                assertEquals(
                        true,
                        browser.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                        tab);
            }
        } finally {
            browser.resize(1300, 1000);
        }
    }

    @Test
    void eachProblemHasItsDrawing() throws IOException {
        for (Sample sample : Sample.ALL) {
            show(sample.document());
            browser.openTab("answer");
            browser.await("#panel-answer " + sample.drawing());
            assertEquals(sample.count(), browser.count("#panel-answer " + sample.drawing()), sample.problem());
            assertEquals(List.of(), browser.complaints(), sample.problem());
        }
    }

    /** Only what is in sight has elements; the rest is drawn when it comes into sight. */
    @Test
    void aWideAndLongCircuitIsDrawnByTheWindow() throws IOException {
        Random random = new Random(40);
        String gates = IntStream.range(0, 2_000)
                .mapToObj(gate -> "cx q[%d], q[%d];".formatted(random.nextInt(20), 20 + random.nextInt(20)))
                .collect(Collectors.joining("\n"));
        show("OPENQASM 3.0; include \"stdgates.inc\"; qubit[40] q;\n" + gates);
        browser.await("svg .op");

        int drawn = browser.count("svg .op");
        assertTrue(drawn < 400, drawn + " of 2,000 gates have elements");
        assertEquals(0, browser.count("svg .op[data-index=\"1999\"]"));
        browser.evaluate("document.querySelector('.circuit').scrollTo(1e9, 0)");
        browser.await("svg .op[data-index=\"1999\"]");
    }

    @Test
    void repeatedLayersFoldAndUnfold() throws IOException {
        show(run.toString());
        browser.openTab("circuit");
        browser.await("svg .op");
        assertEquals(1, browser.count(".frame"), "one frame for two layers");
        assertEquals("× 2", browser.text(".frame text"));
        browser.evaluate(
                "[...document.querySelectorAll('.choice button')].find(b => b.textContent.startsWith('unfolded')).click()");
        assertEquals(2, browser.count(".frame"), "a frame for each");
    }

    @Test
    void theKeyboardGoesThroughTabsAndGates() throws IOException {
        show(run.toString());
        browser.press("#tab-overview", "ARROW_RIGHT");
        assertEquals("tab-answer", browser.evaluate("document.activeElement.id"));
        browser.openTab("circuit");
        browser.await("svg .op");
        browser.press(".circuit", "ARROW_RIGHT");
        assertTrue(
                browser.text("#panel-circuit .said").startsWith("Operation 1: h on q0"),
                browser.text("#panel-circuit .said"));
    }

    @Test
    void aFieldTellsWhatTheSchemaSaysOfIt() throws IOException {
        show(run.toString());
        browser.openTab("document");
        browser.await("[data-pointer='/id'] button");
        browser.evaluate("document.querySelector('[data-pointer=\"/id\"] button').click()");
        assertTrue(
                browser.text("#panel-document .said").contains("Stable for the whole run"),
                browser.text("#panel-document .said"));
    }

    /** The page's own reader of JSON: whole numbers to the last digit, and damaged documents as far as they go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, -2.5e3, true, null, \"a\\u0041\\n\"] | [1,-2500,true,null,\"aA\\n\"] |",
                "{\"seed\": -8937080479701896907}        | {\"seed\":\"-8937080479701896907\"} |",
                "{\"a\": {\"b\": [1, 2                   | {\"a\":{\"b\":[1,2]}} | the document ends early",
                "{\"a\": \"cut                           | {\"a\":\"cut\"} | inside a text",
                "{\"a\": 1 \"b\": 2}                     | {\"a\":1} | a comma or } is expected",
                "{\"a\": tru}                            | {} | tru is no value",
                "[1] 2                                   | [1] | something follows",
                "{\"__proto__\": {\"x\": 1}}             | {\"__proto__\":{\"x\":1}} |"
            })
    void documentsAreReadAsFarAsTheyGo(String text, String value, String damage) throws IOException {
        show("{}");
        String read = "(() => { const read = modules['json.js'].readJson(arguments[0]); return %s; })()";
        Object shown = browser.evaluate(
                read.formatted("JSON.stringify(read.value, (k, v) => typeof v === 'bigint' ? String(v) : v)"), text);
        Object said = browser.evaluate(read.formatted("read.damage ? read.damage.message : ''"), text);
        assertEquals(value, shown);
        assertTrue(damage == null ? said.equals("") : said.toString().contains(damage), said.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-(gamma_0 * 1.3900936344527557) | −γ₀·1.39",
                "2.0 * beta_12                   | 2·β₁₂",
                "theta / 2.0 - 0.5               | θ/2−0.5",
                "delta_3                         | δ₃"
            })
    void formulasAreWrittenAsOnPaper(String expression, String written) throws IOException {
        show("{}");
        assertEquals(written, browser.evaluate("modules['names.js'].prettyExpression(arguments[0])", expression));
    }

    private static void show(String content) throws IOException {
        Path page = Files.writeString(
                Files.createDirectories(folder).resolve("page.html"),
                new Report().html("a document", content.getBytes(UTF_8)));
        browser.open(page.toUri());
        browser.awaitDrawn();
    }
}
