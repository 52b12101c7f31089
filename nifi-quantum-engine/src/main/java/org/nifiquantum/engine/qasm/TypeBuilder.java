// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.DesignatorContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.ParameterContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.TypeContext;
import org.nifiquantum.engine.qasm.ast.Expr;
import org.nifiquantum.engine.qasm.ast.Parameter;
import org.nifiquantum.engine.qasm.ast.TypeName;
import org.nifiquantum.engine.qasm.ast.TypeName.Kind;

/** Turns parsed types and parameters into data. */
final class TypeBuilder {
    private final ExpressionBuilder expressions;

    TypeBuilder(ExpressionBuilder expressions) {
        this.expressions = expressions;
    }

    TypeName type(TypeContext type) {
        if (type.word.getType() == OpenQasmParser.ARRAY) {
            return array(type, type.type(), type.expression());
        }
        Optional<Expr> size = size(type.designator());
        if (type.type() != null) {
            // complex[float[n]]: the size is that of its parts.
            size = size(type.type().designator());
        }
        return new TypeName.Scalar(
                Places.of(type), Kind.valueOf(type.word.getText().toUpperCase(Locale.ROOT)), size);
    }

    Parameter parameter(ParameterContext context) {
        return switch (context) {
            case OpenQasmParser.ClassicalParameterContext classical ->
                new Parameter.Classical(Places.of(context), type(classical.type()), classical.name.getText());
            case OpenQasmParser.ArrayParameterContext array -> {
                List<OpenQasmParser.ExpressionContext> sizes =
                        array.dimensions == null ? array.expression() : List.of();
                yield new Parameter.SharedArray(
                        Places.of(context),
                        array(context, array.type(), sizes),
                        array.access.getType() == OpenQasmParser.MUTABLE,
                        Optional.ofNullable(array.dimensions).map(expressions::build),
                        array.name.getText());
            }
            case OpenQasmParser.QubitParameterContext qubits ->
                new Parameter.Qubits(Places.of(context), size(qubits.designator()), qubits.name.getText());
            case OpenQasmParser.BitParameterContext bits ->
                new Parameter.Classical(Places.of(context), bits(context, bits.designator()), bits.name.getText());
            default -> throw new IllegalStateException("Unknown kind of parameter: " + context.getText());
        };
    }

    /** The type of a register that is declared as {@code creg}. */
    TypeName bits(ParserRuleContext place, DesignatorContext size) {
        return new TypeName.Scalar(Places.of(place), Kind.BIT, size(size));
    }

    Optional<Expr> size(DesignatorContext designator) {
        return Optional.ofNullable(designator).map(context -> expressions.build(context.expression()));
    }

    private TypeName array(ParserRuleContext place, TypeContext element, List<OpenQasmParser.ExpressionContext> sizes) {
        return new TypeName.Array(
                Places.of(place),
                type(element),
                sizes.stream().map(expressions::build).toList());
    }
}
