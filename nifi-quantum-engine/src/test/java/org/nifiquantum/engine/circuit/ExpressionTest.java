// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final Expression A = Expression.parameter("a");
    private static final Expression B = Expression.parameter("b");
    private static final Expression TWO = Expression.constant(2);

    @Test
    void printsAsOpenQasmWithTheBracketsItNeeds() {
        assertEquals("a + b * 2.0", A.plus(B.times(TWO)).toString());
        assertEquals("(a + b) * 2.0", A.plus(B).times(TWO).toString());
        assertEquals("a - (b - 2.0)", A.minus(B.minus(TWO)).toString());
        assertEquals("a - b - 2.0", A.minus(B).minus(TWO).toString());
        assertEquals("-a ** 2.0", A.power(TWO).negate().toString());
        assertEquals("(-a) ** 2.0", A.negate().power(TWO).toString());
        assertEquals("a ** b ** 2.0", A.power(B.power(TWO)).toString());
        assertEquals("(a ** b) ** 2.0", A.power(B).power(TWO).toString());
        assertEquals("(-2.0) ** a", Expression.constant(-2).power(A).toString());
        assertEquals(
                "sin(a / 2.0)",
                Expression.function(MathFunction.SIN, A.dividedBy(TWO)).toString());
    }

    @Test
    void foldsWhatDoesNotDependOnParameters() {
        assertEquals(Expression.constant(8), TWO.power(Expression.constant(3)));
        assertEquals(A, A.plus(Expression.constant(0)).times(1).negate().negate());
        assertEquals(Expression.constant(Math.sin(2)), Expression.function(MathFunction.SIN, TWO));
    }

    @Test
    void evaluates() {
        Expression expression = Expression.function(MathFunction.EXP, A.times(B).minus(A.remainder(TWO)));
        assertEquals(Math.exp(3.5 * 2 - 1.5), expression.evaluate(Map.of("a", 3.5, "b", 2.0)::get), 1e-12);
        assertEquals(List.of("a", "b"), List.copyOf(expression.parameters()));
    }

    @Test
    void differentiates() {
        Map<String, Double> at = Map.of("a", 0.37, "b", 1.9);
        Expression negative = A.minus(TWO);
        List<Expression> expressions = new ArrayList<>(List.of(
                TWO,
                A.plus(B).minus(A.times(B)),
                A.dividedBy(B).negate(),
                B.dividedBy(A.times(A)),
                B.times(TWO).remainder(A),
                A.power(B),
                negative.power(TWO),
                negative.power(Expression.constant(-3)),
                TWO.power(A.times(B))));
        for (MathFunction function : MathFunction.values()) {
            expressions.add(Expression.function(function, A.times(B)));
        }
        for (Expression expression : expressions) {
            for (String parameter : at.keySet()) {
                double step = 1e-5;
                Map<String, Double> plus = new HashMap<>(at);
                Map<String, Double> minus = new HashMap<>(at);
                plus.merge(parameter, step, Double::sum);
                minus.merge(parameter, -step, Double::sum);
                double expected = (expression.evaluate(plus::get) - expression.evaluate(minus::get)) / (2 * step);
                assertEquals(
                        expected,
                        expression.derivative(parameter, at::get),
                        1e-7 * (1 + Math.abs(expected)),
                        expression + " by " + parameter);
            }
        }
        // At 0 a power with a constant exponent needs no logarithm.
        assertEquals(0, A.power(TWO).derivative("a", Map.of("a", 0.0)::get));
    }

    @Test
    void recognisesAffineForms() {
        Expression affine =
                A.times(TWO).plus(B.minus(A).dividedBy(Expression.constant(4))).minus(TWO);
        assertEquals(
                new AffineForm(-2, Map.of("a", 1.75, "b", 0.25)),
                affine.affine().orElseThrow());
        assertEquals(Map.of(), A.minus(A).affine().orElseThrow().coefficients());
        assertTrue(A.times(B).affine().isEmpty());
        assertTrue(TWO.dividedBy(A).affine().isEmpty());
        assertTrue(Expression.function(MathFunction.SIN, A).affine().isEmpty());
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        assertThrows(ArithmeticException.class, () -> Expression.constant(Double.NaN));
        assertThrows(ArithmeticException.class, () -> TWO.dividedBy(Expression.constant(0)));
        assertThrows(ArithmeticException.class, () -> Expression.function(MathFunction.ARCCOS, TWO));
        assertThrows(IllegalArgumentException.class, () -> Expression.parameter("2a"));
    }
}
