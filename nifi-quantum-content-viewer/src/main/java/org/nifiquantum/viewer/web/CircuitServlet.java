// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nifiquantum.viewer.drawing.CircuitPictures;

/** What is needed to draw the content's circuits. Asked for only by those who look at them: NiFi notes each reading. */
public final class CircuitServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.secure(response);
        response.setHeader("Cache-Control", "no-store");
        try {
            byte[] pictures = JSON.writeValueAsBytes(CircuitPictures.of(ShownContent.of(request)));
            Answer.send(response, "application/json", pictures);
        } catch (ProblemException e) {
            Answer.problem(response, e.problem());
        }
    }
}
