// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.qasm.OpenQasmParser.IndexContext;
import org.nifiquantum.engine.qasm.OpenQasmParser.OperandContext;

/** Finds the qubits or bits that an operand names, indices, ranges and sets included. */
final class OperandReader {
    private final Scope scope;
    private final ExpressionReader expressions;

    OperandReader(Scope scope) {
        this.scope = scope;
        this.expressions = new ExpressionReader(scope);
    }

    Symbol.Qubits qubits(OperandContext operand) {
        if (read(operand) instanceof Symbol.Qubits qubits) {
            return qubits;
        }
        throw wrongKind(operand, "qubits");
    }

    Symbol.Bits bits(OperandContext operand) {
        if (read(operand) instanceof Symbol.Bits bits) {
            return bits;
        }
        throw wrongKind(operand, "bits");
    }

    Symbol read(OperandContext operand) {
        Symbol symbol = scope.lookUp(operand.name);
        if (operand.index() == null) {
            return symbol;
        }
        boolean scalar = operand.index() instanceof OpenQasmParser.SingleContext;
        return switch (symbol) {
            case Symbol.Qubits qubits
            when !qubits.scalar() -> new Symbol.Qubits(select(qubits.indices(), operand), scalar);
            case Symbol.Bits bits when !bits.scalar() -> new Symbol.Bits(select(bits.indices(), operand), scalar);
            case Symbol.Qubits qubits -> throw notIndexed(operand, qubits);
            case Symbol.Bits bits -> throw notIndexed(operand, bits);
            case Symbol.Quantity number -> throw notIndexed(operand, number);
            case Symbol.GateName gate -> throw notIndexed(operand, gate);
            case Symbol.OpaqueGate gate -> throw notIndexed(operand, gate);
        };
    }

    private List<Integer> select(List<Integer> register, OperandContext operand) {
        return positions(operand.index(), operand, register.size()).stream()
                .map(register::get)
                .toList();
    }

    private List<Integer> positions(IndexContext index, OperandContext operand, int size) {
        return switch (index) {
            case OpenQasmParser.SingleContext single -> List.of(position(single.expression(), operand, size));
            case OpenQasmParser.SetContext set ->
                set.expression().stream()
                        .map(expression -> position(expression, operand, size))
                        .toList();
            case OpenQasmParser.RangeContext range -> range(range, operand, size);
            default -> throw new IllegalStateException("Unknown kind of index: " + index.getText());
        };
    }

    /** {@code a:b} and {@code a:step:b} include b. */
    private List<Integer> range(OpenQasmParser.RangeContext range, OperandContext operand, int size) {
        int step = range.step == null ? 1 : expressions.read(range.step).toInt(range, "The step of a range");
        if (step == 0) {
            throw Places.error(range, "the step of a range cannot be 0");
        }
        int from = range.from == null ? (step > 0 ? 0 : size - 1) : position(range.from, operand, size);
        int to = range.to == null ? (step > 0 ? size - 1 : 0) : position(range.to, operand, size);
        List<Integer> positions = new ArrayList<>();
        for (long position = from; step > 0 ? position <= to : position >= to; position += step) {
            positions.add((int) position);
        }
        return positions;
    }

    /** An index; in version 3 negative ones count from the end. */
    private int position(OpenQasmParser.ExpressionContext expression, OperandContext operand, int size) {
        int index = expressions.read(expression).toInt(expression, "An index");
        int lowest = scope.version().indexesFromTheEnd() ? -size : 0;
        if (index < lowest || index >= size) {
            throw Places.error(
                    expression, "index %d is outside %s of size %d".formatted(index, Places.text(operand.name), size));
        }
        return index < 0 ? index + size : index;
    }

    private OpenQasmException wrongKind(OperandContext operand, String expected) {
        return Places.error(
                operand,
                "%s is %s, expected %s"
                        .formatted(
                                Places.text(operand.name),
                                scope.lookUp(operand.name).kind(),
                                expected));
    }

    private static OpenQasmException notIndexed(OperandContext operand, Symbol symbol) {
        return Places.error(operand, "%s is %s and has no index".formatted(Places.text(operand.name), symbol.kind()));
    }
}
