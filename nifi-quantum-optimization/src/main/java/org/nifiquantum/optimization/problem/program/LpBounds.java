// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.problem.program.LpTokens.Kind;
import org.nifiquantum.optimization.problem.program.LpTokens.Token;

/** An entry of the bounds of an LP file: {@code 0 <= x <= 4}, {@code x >= -1}, {@code x = 3}, {@code x free}. */
final class LpBounds {
    private LpBounds() {}

    static void read(LpTokens tokens, LpVariables variables) {
        if (tokens.peek().kind() == Kind.NAME && !isInfinity(tokens.peek())) {
            Token name = tokens.take();
            if (tokens.peek().isWord("free")) {
                tokens.take();
                variables.bound(name, Relation.AT_LEAST, Double.NEGATIVE_INFINITY);
                return;
            }
            variables.bound(name, LpReader.relation(tokens), value(tokens));
            return;
        }
        double value = value(tokens);
        Relation relation = LpReader.relation(tokens);
        Token name = tokens.take();
        variables.bound(
                name,
                switch (relation) {
                    case AT_MOST -> Relation.AT_LEAST;
                    case AT_LEAST -> Relation.AT_MOST;
                    case EQUAL -> Relation.EQUAL;
                },
                value);
        if (tokens.peek().text().matches("[<>]=?|=[<>]")) {
            variables.bound(name, LpReader.relation(tokens), value(tokens));
        }
    }

    private static boolean isInfinity(Token token) {
        return token.isWord("inf") || token.isWord("infinity");
    }

    private static double value(LpTokens tokens) {
        double sign = LpExpression.sign(tokens);
        Token token = tokens.take();
        if (isInfinity(token)) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (token.kind() != Kind.NUMBER) {
            throw token.error("'" + token.text() + "' stands where a bound should.", "Give a number.");
        }
        return sign * LpExpression.number(token);
    }
}
