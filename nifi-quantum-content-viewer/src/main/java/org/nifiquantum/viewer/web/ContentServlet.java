// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The content as it is, as text: never with a type that a browser would run. */
public final class ContentServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.secure(response);
        response.setHeader("Cache-Control", "no-store");
        try {
            Answer.send(response, "text/plain", ShownContent.of(request));
        } catch (ProblemException e) {
            Answer.problem(response, e.problem());
        }
    }
}
