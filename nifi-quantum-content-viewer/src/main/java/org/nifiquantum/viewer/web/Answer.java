// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How the servlets answer. */
final class Answer {

    /** The host's page puts a style sheet into its viewers: styles may stand in the page, scripts may not. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answer() {}

    /** Added, not set: NiFi's own policy stays, and a browser obeys both. */
    static void secure(HttpServletResponse response) {
        response.addHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
    }

    static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What went wrong, for the page to show. */
    static void problem(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        send(
                response,
                "application/json",
                JSON.writeValueAsBytes(JSON.createObjectNode().put("error", problem.message())));
    }
}
