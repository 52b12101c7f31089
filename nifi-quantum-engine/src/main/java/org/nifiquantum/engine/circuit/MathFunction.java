// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Locale;
import java.util.Optional;

/** The real functions of one argument that OpenQASM 3 defines; angles are radians. */
public enum MathFunction {
    ARCCOS,
    ARCSIN,
    ARCTAN,
    CEILING,
    COS,
    EXP,
    FLOOR,
    /** The natural logarithm; OpenQASM 2 calls it {@code ln}. */
    LOG,
    SIN,
    SQRT,
    TAN;

    private final String identifier = name().toLowerCase(Locale.ROOT);

    /** The name in OpenQASM 3. */
    public String identifier() {
        return identifier;
    }

    /** The function of that name in OpenQASM 3 or 2. */
    public static Optional<MathFunction> named(String identifier) {
        if (identifier.equals("ln")) {
            return Optional.of(LOG);
        }
        for (MathFunction function : values()) {
            if (function.identifier.equals(identifier)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    public double apply(double argument) {
        return switch (this) {
            case ARCCOS -> Math.acos(argument);
            case ARCSIN -> Math.asin(argument);
            case ARCTAN -> Math.atan(argument);
            case CEILING -> Math.ceil(argument);
            case COS -> Math.cos(argument);
            case EXP -> Math.exp(argument);
            case FLOOR -> Math.floor(argument);
            case LOG -> Math.log(argument);
            case SIN -> Math.sin(argument);
            case SQRT -> Math.sqrt(argument);
            case TAN -> Math.tan(argument);
        };
    }
}
