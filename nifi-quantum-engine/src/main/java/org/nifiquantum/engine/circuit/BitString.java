// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Arrays;

/**
 * An immutable string of classical bits, such as the outcome of one shot.
 *
 * <p>This class is the one place that defines the order of bits in text: bit {@code i} is written {@code i} places from the
 * right, so {@code c[n-1]...c[0]}, as OpenQASM and Qiskit print a register. {@code X} on qubit 0 of 3 gives {@code "001"}.
 */
public final class BitString implements Comparable<BitString> {
    private final int length;
    /** Bit {@code i} is bit {@code i % 64} of word {@code i / 64}; bits from {@code length} on are 0. */
    private final long[] words;

    private BitString(int length, long[] words) {
        this.length = length;
        this.words = words;
    }

    /**
     * Reads the text form, highest bit first.
     *
     * @throws IllegalArgumentException if a character is neither 0 nor 1
     */
    public static BitString parse(String text) {
        long[] words = new long[wordsFor(text.length())];
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (character == '1') {
                int bit = text.length() - 1 - position;
                words[bit >>> 6] |= 1L << bit;
            } else if (character != '0') {
                throw new IllegalArgumentException("A bit string holds only 0 and 1, but character %d of \"%s\" is '%s'"
                        .formatted(position + 1, text.length() > 80 ? text.substring(0, 80) + "..." : text, character));
            }
        }
        return new BitString(text.length(), words);
    }

    /**
     * The binary digits of a basis state's index: bit {@code i} of the string is bit {@code i} of the index.
     *
     * @throws IllegalArgumentException if the index is negative or needs more than {@code length} bits
     */
    public static BitString ofIndex(long index, int length) {
        requireLength(length);
        if (index < 0 || (length < Long.SIZE && index >>> length != 0)) {
            throw new IllegalArgumentException("Index %d does not fit into %d bits".formatted(index, length));
        }
        long[] words = new long[wordsFor(length)];
        if (length > 0) {
            words[0] = index;
        }
        return new BitString(length, words);
    }

    /** The string whose bit {@code i} is {@code bits[i]}; note that text shows bit 0 last. */
    public static BitString of(boolean... bits) {
        long[] words = new long[wordsFor(bits.length)];
        for (int bit = 0; bit < bits.length; bit++) {
            if (bits[bit]) {
                words[bit >>> 6] |= 1L << bit;
            }
        }
        return new BitString(bits.length, words);
    }

    public int length() {
        return length;
    }

    /** Whether bit {@code index} is 1. */
    public boolean get(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("Bit %d of a string of %d bits".formatted(index, length));
        }
        return (words[index >>> 6] >>> index & 1) != 0;
    }

    /** How many bits are 1. */
    public int ones() {
        int ones = 0;
        for (long word : words) {
            ones += Long.bitCount(word);
        }
        return ones;
    }

    /**
     * The index of the basis state with these bits; the inverse of {@link #ofIndex}.
     *
     * @throws ArithmeticException if a bit beyond the 63rd is 1
     */
    public long toIndex() {
        for (int word = 1; word < words.length; word++) {
            if (words[word] != 0) {
                throw new ArithmeticException("A string of %d bits has no index of 63 bits".formatted(length));
            }
        }
        if (words.length > 0 && words[0] < 0) {
            throw new ArithmeticException("A string of %d bits has no index of 63 bits".formatted(length));
        }
        return words.length == 0 ? 0 : words[0];
    }

    /** Orders by length, then by the number the bits stand for. */
    @Override
    public int compareTo(BitString other) {
        if (length != other.length) {
            return Integer.compare(length, other.length);
        }
        for (int word = words.length - 1; word >= 0; word--) {
            int comparison = Long.compareUnsigned(words[word], other.words[word]);
            if (comparison != 0) {
                return comparison;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof BitString other && length == other.length && Arrays.equals(words, other.words);
    }

    @Override
    public int hashCode() {
        return 31 * length + Arrays.hashCode(words);
    }

    /** The bits as {@code c[n-1]...c[0]}. */
    @Override
    public String toString() {
        char[] text = new char[length];
        for (int bit = 0; bit < length; bit++) {
            text[length - 1 - bit] = get(bit) ? '1' : '0';
        }
        return new String(text);
    }

    private static int wordsFor(int length) {
        return (length + Long.SIZE - 1) / Long.SIZE;
    }

    private static void requireLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("A bit string cannot have %d bits".formatted(length));
        }
    }
}
