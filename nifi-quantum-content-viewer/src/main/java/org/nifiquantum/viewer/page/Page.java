// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files of the page, by the names that its markup refers to. Immutable. */
public final class Page {

    /** The name of the markup. */
    public static final String INDEX = "index.html";

    static final String STYLE = "viewer.css";
    static final String LIBRARY = "d3.js";
    static final String SCRIPT = "viewer.js";
    static final String SCHEMA = "run-1.schema.json";

    private static final String MAIN_MODULE = "main.js";
    private static final String LIBRARIES = "libraries.properties";

    private final Map<String, PageFile> files = new LinkedHashMap<>();

    /** Reads the files from the class path. */
    public Page() {
        add(INDEX, "text/html", resource(INDEX));
        add(STYLE, "text/css", resource(STYLE));
        add(LIBRARY, "text/javascript", library());
        add(SCRIPT, "text/javascript", ModuleBundle.of(MAIN_MODULE, Page::resource));
        add(SCHEMA, "application/json", resource(SCHEMA));
    }

    /** The file of a name; empty if the page has none of that name. */
    public Optional<PageFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    String text(String name) {
        return file(name).orElseThrow().text();
    }

    private void add(String name, String type, String text) {
        files.put(name, new PageFile(type, text));
    }

    private static String library() {
        try {
            Properties paths = new Properties();
            paths.load(new StringReader(resource(LIBRARIES)));
            return read("/" + paths.getProperty(LIBRARY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return read(name);
    }

    private static String read(String resource) {
        try (InputStream in = Page.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The viewer was packaged without " + resource);
            }
            // A browser hashes what it has read with line feeds only, wherever the file was checked out.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
