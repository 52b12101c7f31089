// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.collection;

import java.util.Arrays;

/** A list of numbers that grows. Not thread-safe. */
public final class IntList {
    private int[] values = new int[8];
    private int size;

    public int size() {
        return size;
    }

    public int get(int index) {
        return values[index];
    }

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    public int removeLast() {
        return values[--size];
    }

    /** Removes a value that is there once; the order of the others may change. */
    public void remove(int value) {
        int index = 0;
        while (values[index] != value) {
            index++;
        }
        values[index] = values[--size];
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    public void clear() {
        size = 0;
    }
}
