// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** Some elements of an array, in rows. Several views may share one memory. */
final class ArrayView {
    private final Type element;
    private final List<Integer> dimensions;
    private final Value[] memory;
    private final int[] positions;

    private ArrayView(Type element, List<Integer> dimensions, Value[] memory, int[] positions) {
        this.element = element;
        this.dimensions = List.copyOf(dimensions);
        this.memory = memory;
        this.positions = positions;
    }

    /** A new array whose elements all have one value. */
    static ArrayView filled(Type.Array type, Value value) {
        int size = type.dimensions().stream().reduce(1, (left, right) -> left * right);
        Value[] memory = new Value[size];
        Arrays.fill(memory, value);
        return new ArrayView(
                type.element(),
                type.dimensions(),
                memory,
                IntStream.range(0, size).toArray());
    }

    Type.Array type() {
        return new Type.Array(element, dimensions);
    }

    List<Integer> dimensions() {
        return dimensions;
    }

    int size() {
        return positions.length;
    }

    Slot slot(int index) {
        int position = positions[index];
        return new Slot() {
            @Override
            public Type type() {
                return element;
            }

            @Override
            public Value get() {
                return memory[position];
            }

            @Override
            public void set(Value value) {
                memory[position] = value;
            }
        };
    }

    /** The part at one index of the first dimension; the first dimension is gone. */
    ArrayView row(int index) {
        int length = positions.length / dimensions.get(0);
        return new ArrayView(
                element,
                dimensions.subList(1, dimensions.size()),
                memory,
                Arrays.copyOfRange(positions, index * length, (index + 1) * length));
    }

    /** The parts at some indices of the first dimension. */
    ArrayView rows(List<Integer> indices) {
        int length = positions.length / Math.max(1, dimensions.get(0));
        int[] selected = indices.stream()
                .flatMapToInt(index -> Arrays.stream(positions, index * length, (index + 1) * length))
                .toArray();
        List<Integer> sizes = new ArrayList<>(dimensions);
        sizes.set(0, indices.size());
        return new ArrayView(element, sizes, memory, selected);
    }

    /** The elements of both, one after the other, as a new array. */
    ArrayView followedBy(ArrayView other) {
        Value[] joined = new Value[size() + other.size()];
        for (int index = 0; index < joined.length; index++) {
            joined[index] = (index < size() ? slot(index) : other.slot(index - size())).get();
        }
        List<Integer> sizes = new ArrayList<>(dimensions);
        sizes.set(0, dimensions.get(0) + other.dimensions.get(0));
        return new ArrayView(
                element, sizes, joined, IntStream.range(0, joined.length).toArray());
    }

    /** Takes the elements of another array of the same shape, converted to the type of these. */
    void assign(ArrayView other, Place place) {
        if (!other.dimensions.equals(dimensions)) {
            throw new OpenQasmException(
                    place, "%s cannot be assigned to %s".formatted(other.type().text(), type().text()));
        }
        // All are read before any is written, since both may see the same memory.
        Value[] values = new Value[positions.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = Conversions.assign(other.slot(index).get(), element, place);
        }
        for (int index = 0; index < values.length; index++) {
            memory[positions[index]] = values[index];
        }
    }
}
