// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NiFiConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void theWebServerListensOnLoopbackAtTheGivenPort() throws IOException {
        Properties written = write(NiFiSettings.defaults());

        assertEquals("127.0.0.1", written.getProperty("nifi.web.http.host"));
        assertEquals("18080", written.getProperty("nifi.web.http.port"));
        assertTrue(Path.of(written.getProperty("nifi.nar.library.directory")).isAbsolute());
    }

    @Test
    void runsAndJobsCanBeSearchedInAProvenanceThatOutlivesARestart() throws IOException {
        Properties written = write(NiFiSettings.defaults());

        String indexed = written.getProperty("nifi.provenance.repository.indexed.attributes");
        assertTrue(indexed.contains("quantum.run.id") && indexed.contains("quantum.job.id"), indexed);
        assertEquals(
                "org.apache.nifi.provenance.WriteAheadProvenanceRepository",
                written.getProperty("nifi.provenance.repository.implementation"));
        assertEquals("true", written.getProperty("nifi.content.repository.archive.enabled"));
    }

    @Test
    void settingsReplaceOurEntriesAndAddNewOnes() throws IOException {
        Properties written = write(NiFiSettings.defaults()
                .with("nifi.bored.yield.duration", "10 millis")
                .with("nifi.new.key", "x"));

        assertEquals("10 millis", written.getProperty("nifi.bored.yield.duration"));
        assertEquals("x", written.getProperty("nifi.new.key"));
    }

    @Test
    void whatIsRenderedIsReadBackUnchanged() throws IOException {
        Map<String, String> entries = Map.of("path", "C:\\new\\temp", "lines", "one\ntwo", "equals", "a=b:c #d");
        Properties read = new Properties();
        try (Reader reader = new StringReader(NiFiConfiguration.render(entries))) {
            read.load(reader);
        }

        assertEquals(entries, read);
    }

    @Test
    void onlyWhoAsksGetsTheTestkit() throws IOException {
        String library = "nifi.nar.library.directory.testkit";
        assertNull(write(NiFiSettings.defaults()).getProperty(library));
        assertEquals(
                folder.resolve("testkit-nars").toString(),
                write(NiFiSettings.defaults().withTestkit()).getProperty(library));
    }

    @Test
    void anInstallationThatWasNotBuiltSaysSo() {
        EnvironmentException missing =
                assertThrows(EnvironmentException.class, () -> NiFiInstallation.in(folder.resolve("nothing")));

        assertTrue(missing.getMessage().contains("./quantum build"), missing.getMessage());
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            EnvironmentException refused = assertThrows(EnvironmentException.class, () -> FreePort.exactly(port));

            assertTrue(refused.getMessage().contains(Integer.toString(port)), refused.getMessage());
        }
    }

    @Test
    void settingsRefuseWhatNiFiWouldChokeOn() {
        NiFiSettings defaults = NiFiSettings.defaults();

        assertThrows(IllegalArgumentException.class, () -> defaults.withHeap("lots"));
        assertThrows(IllegalArgumentException.class, () -> defaults.withWebPort(OptionalInt.of(0)));
        assertThrows(IllegalArgumentException.class, () -> defaults.withWebPort(OptionalInt.of(65_536)));
    }

    private Properties write(NiFiSettings settings) throws IOException {
        Files.write(Files.createDirectories(folder.resolve("boot")).resolve("a.jar"), new byte[0]);
        Files.write(Files.createDirectories(folder.resolve("nars")).resolve("a.nar"), new byte[0]);
        Files.write(Files.createDirectories(folder.resolve("testkit-nars")).resolve("b.nar"), new byte[0]);
        new NiFiConfiguration(NiFiInstallation.in(folder), 18_080, settings).writeTo(folder);
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("conf").resolve("nifi.properties"))) {
            written.load(reader);
        }
        return written;
    }
}
