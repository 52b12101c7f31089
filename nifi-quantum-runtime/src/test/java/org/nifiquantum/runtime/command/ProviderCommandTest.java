// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(60)
class ProviderCommandTest {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/v0\\.4");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aProviderThatNobodyKnowsIsWrongUsage() {
        assertEquals(2, execute("provider", "--like", "acme"));
        assertTrue(err.toString().contains("ionq"), err.toString());
    }

    @Test
    void aFaultThatNobodyKnowsIsWrongUsage() {
        assertEquals(2, execute("provider", "--like", "ionq", "--faults", "earthquake"));
        assertTrue(err.toString().contains("earthquake"), err.toString());
    }

    @Test
    void aShareBeyondAllRequestsIsWrongUsage() {
        assertEquals(2, execute("provider", "--like", "ionq", "--faults", "out_of_service", "--rate", "1.5"));
    }

    @Test
    void aPortThatIsTakenIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(4, execute("provider", "--like", "ionq", "--port", Integer.toString(taken.getLocalPort())));
        }
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    /** Every request fails as it was asked to, at the address that is printed. */
    @Test
    void failsOnRequest() throws Exception {
        Thread provider = Thread.ofPlatform()
                .start(() -> execute("provider", "--like", "ionq", "--faults", "out_of_service", "--rate", "1"));
        Matcher address = ADDRESS.matcher(out.toString());
        while (!address.find()) {
            Thread.onSpinWait();
            address = ADDRESS.matcher(out.toString());
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address.group() + "/backends/simulator"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(503, answer.statusCode(), answer.body());
        }
        provider.interrupt();
        provider.join();
    }

    private int execute(String... arguments) {
        CommandLine command = QuantumCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
