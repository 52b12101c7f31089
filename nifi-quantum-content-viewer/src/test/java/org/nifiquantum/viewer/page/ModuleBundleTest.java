// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleBundleTest {

    @Test
    void whatIsImportedComesFirstAndOnce() {
        Map<String, String> modules = Map.of(
                "main.js", "import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\na(b);\n",
                "a.js", "import { b } from \"./b.js\";\nexport function a() {}\n",
                "b.js", "export const b = 1;\n");

        String bundle = ModuleBundle.of("main.js", modules::get);

        assertTrue(bundle.indexOf("// b.js") < bundle.indexOf("// a.js"), bundle);
        assertTrue(bundle.indexOf("// a.js") < bundle.indexOf("// main.js"), bundle);
        assertEquals(bundle.indexOf("// b.js"), bundle.lastIndexOf("// b.js"), bundle);
        assertTrue(bundle.contains("const { a } = modules[\"a.js\"];"), bundle);
        assertTrue(bundle.contains("return { b };"), bundle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import * as all from \"./b.js\";\n",
                "import b from \"./b.js\";\n",
                "import { b } from \"elsewhere\";\n",
                "export default 1;\n",
                "export let changing = 1;\n"
            })
    void whatItDoesNotUnderstandIsRefused(String main) {
        assertThrows(IllegalStateException.class, () -> ModuleBundle.of("main.js", name -> main));
    }

    @Test
    void modulesInACircleAreRefused() {
        Map<String, String> modules =
                Map.of("main.js", "import { a } from \"./a.js\";\n", "a.js", "import { m } from \"./main.js\";\n");

        assertThrows(IllegalStateException.class, () -> ModuleBundle.of("main.js", modules::get));
    }
}
