// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.Set;

/** Finds names that nothing else has. */
final class Names {
    private Names() {}

    /** The wanted name, or with as many underscores as it takes to be free. */
    static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }
}
