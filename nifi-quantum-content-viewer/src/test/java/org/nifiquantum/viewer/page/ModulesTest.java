// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all modules of the page keep to. */
class ModulesTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/nifiquantum/viewer/page");

    /** Ways in which text becomes markup or code. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\.html\\(|\\beval\\(|new Function|DOMParser"
                    + "|srcdoc|javascript:|setTimeout\\(\"");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"' ]+");

    @Test
    void noTextBecomesMarkupOrCode() throws IOException {
        for (Path module : modules()) {
            Matcher found = DANGEROUS.matcher(Files.readString(module));
            assertFalse(found.find(), () -> module + " uses " + found.group());
        }
    }

    @Test
    void noModuleNamesAnotherHost() throws IOException {
        for (Path module : modules()) {
            ADDRESS.matcher(Files.readString(module))
                    .results()
                    .forEach(address -> assertTrue(
                            address.group().equals("http://www.w3.org/2000/svg"),
                            module + " names " + address.group()));
        }
    }

    /** Otherwise it would be packaged and never run. */
    @Test
    void everyModuleIsInTheBundle() throws IOException {
        String bundle = new Page().text(Page.SCRIPT);
        for (Path module : modules()) {
            assertTrue(bundle.contains("// " + module.getFileName() + "\n"), module + " is not imported");
        }
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> modules = files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
            assertTrue(modules.size() > 10, "the modules are in " + FOLDER);
            return modules;
        }
    }
}
