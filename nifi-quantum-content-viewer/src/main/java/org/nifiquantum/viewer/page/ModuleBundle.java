// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts ES modules into one script: a page opened from a file must not load modules, and one request is faster than
 * thirty.
 *
 * <p>Understands only how our modules are written: {@code import { a, b } from "./x.js";}, and {@code export} before a
 * {@code function}, {@code async function}, {@code class} or {@code const} of one name. Each module becomes a function,
 * so that what it does not export stays its own.
 */
final class ModuleBundle {

    private static final Pattern IMPORT =
            Pattern.compile("^import \\{([\\w,\\s]+)} from \"\\./([\\w-]+\\.js)\";$", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export ((?:async )?function|class|const) (\\w+)", Pattern.MULTILINE);
    private static final Pattern OTHER = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);

    private final UnaryOperator<String> sources;
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final StringBuilder bundle = new StringBuilder("\"use strict\";\nconst modules = {};\n");

    private ModuleBundle(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /**
     * One script with the module of the given name and all that it imports, those first.
     *
     * @param sources the text of a module by its name
     * @throws IllegalStateException if a module is written in another way, or modules import each other in a circle
     */
    static String of(String main, UnaryOperator<String> sources) {
        ModuleBundle bundle = new ModuleBundle(sources);
        bundle.add(main);
        return bundle.bundle.toString();
    }

    private void add(String name) {
        if (done.contains(name)) {
            return;
        }
        if (!open.add(name)) {
            throw new IllegalStateException("The modules %s import each other in a circle".formatted(open));
        }
        String source = sources.apply(name);
        for (Matcher imports = IMPORT.matcher(source); imports.find(); ) {
            add(imports.group(2));
        }
        write(name, source);
        open.remove(name);
        done.add(name);
    }

    private void write(String name, String source) {
        List<String> exported = new ArrayList<>();
        String body = IMPORT.matcher(source).replaceAll("const {$1} = modules[\"$2\"];");
        body = EXPORT.matcher(body).replaceAll(export -> {
            exported.add(export.group(2));
            return "%s %s".formatted(export.group(1), export.group(2));
        });
        Matcher other = OTHER.matcher(body);
        if (other.find()) {
            throw new IllegalStateException(
                    "%s is written in a way that cannot be bundled: %s".formatted(name, other.group()));
        }
        bundle.append("// ").append(name).append('\n');
        bundle.append("modules[\"%s\"] = (() => {\n".formatted(name));
        bundle.append(body);
        bundle.append("return { %s };\n})();\n".formatted(String.join(", ", exported)));
    }
}
