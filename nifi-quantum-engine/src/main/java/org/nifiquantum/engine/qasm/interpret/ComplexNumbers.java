// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.qasm.ast.Operator;

/** Arithmetic of complex numbers. */
final class ComplexNumbers {
    private ComplexNumbers() {}

    static Value.Complex combine(Operator operator, Value.Complex left, Value.Complex right) {
        Value.Complex result = switch (operator) {
            case PLUS -> new Value.Complex(left.real() + right.real(), left.imaginary() + right.imaginary());
            case MINUS -> new Value.Complex(left.real() - right.real(), left.imaginary() - right.imaginary());
            case TIMES -> times(left, right);
            case DIVIDE -> divide(left, right);
            case POWER -> power(left, right);
            default -> throw new ArithmeticException(operator.symbol() + " is not defined for complex numbers");
        };
        if (!Double.isFinite(result.real()) || !Double.isFinite(result.imaginary())) {
            throw new ArithmeticException("The value of a complex expression is not finite");
        }
        return result;
    }

    private static Value.Complex times(Value.Complex left, Value.Complex right) {
        return new Value.Complex(
                left.real() * right.real() - left.imaginary() * right.imaginary(),
                left.real() * right.imaginary() + left.imaginary() * right.real());
    }

    private static Value.Complex divide(Value.Complex left, Value.Complex right) {
        double square = right.real() * right.real() + right.imaginary() * right.imaginary();
        Value.Complex product = times(left, new Value.Complex(right.real(), -right.imaginary()));
        return new Value.Complex(product.real() / square, product.imaginary() / square);
    }

    /** {@code exp(b log a)} on the principal branch. */
    private static Value.Complex power(Value.Complex base, Value.Complex exponent) {
        if (base.real() == 0 && base.imaginary() == 0) {
            return new Value.Complex(exponent.real() == 0 && exponent.imaginary() == 0 ? 1 : 0, 0);
        }
        Value.Complex logarithm = new Value.Complex(
                Math.log(Math.hypot(base.real(), base.imaginary())), Math.atan2(base.imaginary(), base.real()));
        Value.Complex product = times(exponent, logarithm);
        double modulus = Math.exp(product.real());
        return new Value.Complex(modulus * Math.cos(product.imaginary()), modulus * Math.sin(product.imaginary()));
    }
}
