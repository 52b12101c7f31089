// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

/** What OpenQASM 3 takes for a name. */
final class Identifiers {
    private Identifiers() {}

    /** Requires a letter or underscore, then letters, digits and underscores. */
    static void require(String name, String what) {
        boolean valid = !name.isEmpty() && isStart(name.codePointAt(0));
        if (!valid || !name.codePoints().allMatch(code -> isStart(code) || Character.isDigit(code))) {
            throw new IllegalArgumentException(
                    "\"%s\" cannot name a %s: a name is a letter or _, then letters, digits and _"
                            .formatted(name, what));
        }
    }

    private static boolean isStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }
}
