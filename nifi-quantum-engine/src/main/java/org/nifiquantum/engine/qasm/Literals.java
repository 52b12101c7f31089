// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.Token;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Place;

/** Gives literals their values. */
final class Literals {
    private Literals() {}

    static Expr read(Token token) {
        Place place = Places.of(token);
        String text = token.getText().replace("_", "");
        try {
            return switch (token.getType()) {
                case OpenQasmParser.DECIMAL -> new Expr.Real(place, finite(token, text));
                case OpenQasmParser.IMAGINARY ->
                    new Expr.Imaginary(
                            place,
                            finite(token, text.substring(0, text.length() - 2).strip()));
                case OpenQasmParser.BASED_INTEGER -> whole(place, text.substring(2), radix(text));
                case OpenQasmParser.INTEGER -> whole(place, text, 10);
                case OpenQasmParser.BITS -> new Expr.Bits(place, text.substring(1, text.length() - 1));
                case OpenQasmParser.TRUE -> new Expr.Truth(place, true);
                case OpenQasmParser.FALSE -> new Expr.Truth(place, false);
                default -> throw new IllegalStateException("Unknown kind of literal: " + token);
            };
        } catch (NumberFormatException e) {
            throw Places.error(token, "%s is too large for a whole number of 64 bits".formatted(Places.text(token)));
        }
    }

    private static Expr whole(Place place, String digits, int radix) {
        long value = Long.parseUnsignedLong(digits, radix);
        return new Expr.Whole(place, value, value < 0);
    }

    private static double finite(Token token, String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw Places.error(token, "%s is too large for a number".formatted(Places.text(token)));
        }
        return value;
    }

    private static int radix(String text) {
        return switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
        };
    }
}
