// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.TypeName;
import org.nifiquantum.engine.qasm.ast.TypeName.Kind;

/** Works out the sizes of types, and gives each type its first value. */
final class Types {
    private final Session session;

    Types(Session session) {
        this.session = session;
    }

    Type resolve(TypeName type, Scope scope) {
        return switch (type) {
            case TypeName.Scalar scalar -> scalar(scalar, scope);
            case TypeName.Array array -> array(array, scope);
        };
    }

    /** A size in square brackets that must be at least 1. */
    int size(Expr expression, String what, Scope scope) {
        int size = Indices.size(session.evaluator().evaluate(expression, scope), expression.place(), what);
        if (size < 1) {
            throw new OpenQasmException(
                    expression.place(), "a register needs at least 1 element, not %d".formatted(size));
        }
        return size;
    }

    /** What a variable of the type is before anything is assigned. */
    static Value zero(Type type) {
        return switch (type) {
            case Type.Bits bits -> new Value.Bits(BitString.of(new boolean[bits.size()]), bits.scalar());
            case Type.Bool bool -> new Value.Bool(false);
            case Type.Whole whole -> new Value.Whole(0, whole);
            case Type.Real real -> Value.Real.of(0);
            case Type.Angle angle -> new Value.Angle(0, angle.width());
            case Type.Complex complex -> new Value.Complex(0, 0);
            case Type.Time time -> new Value.Time();
            case Type.Array array -> new Value.Array(ArrayView.filled(array, zero(array.element())));
        };
    }

    private Type scalar(TypeName.Scalar type, Scope scope) {
        if (type.kind() == Kind.BIT) {
            int size = type.size().isPresent() ? size(type.size().get(), "The size of a register", scope) : 1;
            Globals.requireBits(type.place(), size);
            session.budget().steps(type.place(), size);
            return new Type.Bits(size, type.size().isEmpty());
        }
        int width = type.size().isPresent() ? width(type, type.size().get(), scope) : Type.DEFAULT_WIDTH;
        return switch (type.kind()) {
            case BOOL -> new Type.Bool();
            case INT -> new Type.Whole(width, true);
            case UINT -> new Type.Whole(width, false);
            case FLOAT -> new Type.Real(width);
            case ANGLE -> new Type.Angle(width);
            case COMPLEX -> new Type.Complex();
            case DURATION, STRETCH -> new Type.Time();
            case BIT -> throw new IllegalStateException("Bits are made above");
        };
    }

    private int width(TypeName.Scalar type, Expr expression, Scope scope) {
        int width = size(expression, "The size of a type", scope);
        if (width > Long.SIZE) {
            throw new OpenQasmException(
                    expression.place(),
                    "%s[%d] is not supported, at most %d bits are"
                            .formatted(type.kind().word(), width, Long.SIZE));
        }
        return width;
    }

    private Type array(TypeName.Array type, Scope scope) {
        Type element = resolve(type.element(), scope);
        if (element instanceof Type.Array) {
            throw new OpenQasmException(type.place(), "an array of arrays is written with several sizes");
        }
        List<Integer> dimensions = new ArrayList<>();
        long size = 1;
        for (Expr dimension : type.dimensions()) {
            dimensions.add(size(dimension, "The size of an array", scope));
            size *= dimensions.getLast();
            if (size > Limits.ARRAY_ELEMENTS) {
                throw new OpenQasmException(
                        type.place(), "the array has more than %d elements".formatted(Limits.ARRAY_ELEMENTS));
            }
        }
        session.budget().steps(type.place(), size);
        return new Type.Array(element, dimensions);
    }
}
