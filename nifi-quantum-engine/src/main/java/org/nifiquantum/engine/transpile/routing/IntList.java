// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.Arrays;

/** A growing list of numbers. */
final class IntList {
    private int[] values = new int[8];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int removeLast() {
        return values[--size];
    }

    /** Removes a value that is there once; the order of the others may change. */
    void remove(int value) {
        int index = 0;
        while (values[index] != value) {
            index++;
        }
        values[index] = values[--size];
    }

    void clear() {
        size = 0;
    }
}
