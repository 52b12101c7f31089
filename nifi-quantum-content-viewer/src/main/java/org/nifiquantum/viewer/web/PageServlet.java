// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.nifiquantum.viewer.page.Page;
import org.nifiquantum.viewer.page.PageFile;

/** The files of the page, by name from memory: no path is ever made of an address. */
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private transient Page page;

    @Override
    public void init() {
        page = new Page();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getServletPath().substring(1);
        Optional<PageFile> file = page.file(name.isEmpty() ? Page.INDEX : name);
        Answer.secure(response);
        if (file.isEmpty()) {
            Answer.problem(response, new Problem(HttpServletResponse.SC_NOT_FOUND, "The viewer has no such page."));
            return;
        }
        send(file.get(), request, response);
    }

    /** A new version of the bundle may come under the same address: browsers ask each time, and mostly get no for an answer. */
    private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + file.hash() + "\"";
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Answer.send(response, file.type(), file.text().getBytes(StandardCharsets.UTF_8));
    }
}
