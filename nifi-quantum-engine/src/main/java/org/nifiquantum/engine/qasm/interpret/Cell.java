// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

/** The memory of a variable or a constant. */
final class Cell implements Slot {
    private final Type type;
    private Value value;

    Cell(Value value, Type type) {
        this.type = type;
        this.value = value;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public Value get() {
        return value;
    }

    @Override
    public void set(Value newValue) {
        value = newValue;
    }
}
