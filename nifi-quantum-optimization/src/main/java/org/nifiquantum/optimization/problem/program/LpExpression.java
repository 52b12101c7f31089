// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nifiquantum.optimization.problem.program.LpTokens.Kind;
import org.nifiquantum.optimization.problem.program.LpTokens.Token;

/**
 * A sum of terms of an LP file: {@code 2 x - y + 3 + [ x ^2 + 4 x * y ] / 2}.
 *
 * @param linear by name
 * @param quadratic by pairs of names, the coefficients as they count: halves are taken already
 */
record LpExpression(Map<String, Double> linear, Map<Pair, Double> quadratic, double constant) {
    record Pair(String first, String second) {}

    /** Reads terms as long as they go on. */
    static LpExpression read(LpTokens tokens) {
        Map<String, Double> linear = new LinkedHashMap<>();
        Map<Pair, Double> quadratic = new LinkedHashMap<>();
        double constant = 0;
        for (boolean first = true; first || isSign(tokens.peek()); first = false) {
            double coefficient = sign(tokens);
            if (tokens.takeIf("[")) {
                readQuadratic(tokens, coefficient, quadratic);
                continue;
            }
            boolean number = tokens.peek().kind() == Kind.NUMBER;
            if (number) {
                coefficient *= number(tokens.take());
            }
            if (tokens.peek().kind() == Kind.NAME && !LpReader.beginsSection(tokens)) {
                linear.merge(tokens.take().text(), coefficient, Double::sum);
            } else if (number) {
                constant += coefficient;
            } else {
                throw tokens.peek()
                        .error("'" + tokens.peek().text() + "' stands where a term should.", "Write it as '2 x'.");
            }
        }
        return new LpExpression(linear, quadratic, constant);
    }

    private static void readQuadratic(LpTokens tokens, double factor, Map<Pair, Double> quadratic) {
        Map<Pair, Double> terms = new LinkedHashMap<>();
        for (boolean first = true; first || isSign(tokens.peek()); first = false) {
            double coefficient = sign(tokens);
            if (tokens.peek().kind() == Kind.NUMBER) {
                coefficient *= number(tokens.take());
            }
            String name = name(tokens.take());
            String other = name;
            if (tokens.takeIf("^")) {
                Token power = tokens.take();
                if (!power.text().equals("2")) {
                    throw power.error("The power is " + power.text() + ".", "Only squares are read.");
                }
            } else {
                tokens.require("*");
                other = name(tokens.take());
            }
            terms.merge(new Pair(name, other), coefficient, Double::sum);
        }
        tokens.require("]");
        double half = 1;
        if (tokens.takeIf("/")) {
            Token two = tokens.take();
            if (!two.text().equals("2")) {
                throw two.error("The form is divided by " + two.text() + ".", "Only '[ ... ] / 2' is read.");
            }
            half = 0.5;
        }
        double scale = factor * half;
        terms.forEach((pair, value) -> quadratic.merge(pair, scale * value, Double::sum));
    }

    private static boolean isSign(Token token) {
        return token.is("+") || token.is("-");
    }

    /** Any number of signs, none is plus. */
    static double sign(LpTokens tokens) {
        double sign = 1;
        while (isSign(tokens.peek())) {
            sign *= tokens.take().is("-") ? -1 : 1;
        }
        return sign;
    }

    static double number(Token token) {
        double value = Double.parseDouble(token.text());
        if (!Double.isFinite(value)) {
            throw token.error("'" + token.text() + "' is too large.", "Give a finite number.");
        }
        return value;
    }

    private static String name(Token token) {
        if (token.kind() != Kind.NAME) {
            throw token.error("'" + token.text() + "' stands where a variable should.", "Name one.");
        }
        return token.text();
    }
}
