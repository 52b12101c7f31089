// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window. It notes every complaint and every request of the pages it shows. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one. On a machine that has none the test is skipped; where CI says that it is one, it fails. */
    static Browser start() {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = onPath("chromedriver", "chromium.chromedriver");
        boolean found = chromium.isPresent() && chromedriver.isPresent();
        String missing = "there is no chromium with its chromedriver on the PATH (Debian: chromium, chromium-driver)";
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(found, missing);
        }
        assumeTrue(found, missing);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options(chromium.orElseThrow())));
    }

    private static ChromeOptions options(Path chromium) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        // Builds run as root in containers, where Chromium's own sandbox and a large shared memory are not to be had.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,1000");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Shows a page; not merely another fragment of the one it shows. */
    void open(URI address) {
        driver.get("about:blank");
        driver.get(address.toString());
    }

    /** Goes into the frame in which NiFi shows content. */
    void enterViewer() {
        WebElement frame = new WebDriverWait(driver, PATIENCE)
                .until(page -> page.findElements(By.tagName("iframe")).stream()
                        .findFirst()
                        .orElse(null));
        driver.switchTo().frame(frame);
    }

    /** Until the viewer has drawn, or has said why not. */
    void awaitDrawn() {
        await("main[aria-busy=\"false\"]");
    }

    /** Until there is such an element. */
    void await(String selector) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> !page.findElements(By.cssSelector(selector)).isEmpty());
    }

    /** Opens a tab and waits until it shows something that is not waiting itself. */
    void openTab(String id) {
        driver.findElement(By.id("tab-" + id)).click();
        await("#panel-" + id + ":not([hidden]) > :not(.waiting)");
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** What an expression gives: numbers as Long or Double, arrays as lists. */
    Object evaluate(String expression, Object... arguments) {
        return driver.executeScript("return " + expression, arguments);
    }

    /** Presses a key, by its name, with the element in focus. */
    void press(String selector, String key) {
        driver.findElement(By.cssSelector(selector)).sendKeys(Keys.valueOf(key));
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** What the console got since the last call: every line of it is one too many. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Every address that pages asked for since the last call, on whatever host. */
    List<URI> requests() {
        List<URI> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = read(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                String address = message.at("/params/request/url").asText();
                if (!address.startsWith("data:")) {
                    addresses.add(URI.create(address));
                }
            }
        }
        return addresses;
    }

    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
