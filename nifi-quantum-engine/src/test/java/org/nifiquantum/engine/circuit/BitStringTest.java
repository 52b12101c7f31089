// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitStringTest {
    @Test
    void showsBit0Last() {
        assertEquals("001", BitString.of(true, false, false).toString());
        assertEquals("001", BitString.ofIndex(1, 3).toString());
        assertTrue(BitString.parse("001").get(0));
        assertFalse(BitString.parse("001").get(2));
        assertEquals(6, BitString.parse("110").toIndex());
    }

    @Test
    void holdsThousandsOfBits() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int length = 1 + random.nextInt(5000);
            BigInteger number = new BigInteger(length, random);
            String digits = number.toString(2);
            String text = "0".repeat(length - digits.length()) + digits;
            BitString bits = BitString.parse(text);
            assertEquals(text, bits.toString(), "seed " + seed);
            assertEquals(number.bitCount(), bits.ones(), "seed " + seed);
            int bit = random.nextInt(length);
            assertEquals(number.testBit(bit), bits.get(bit), "seed " + seed);
        }
    }

    @Test
    void ordersAsTheNumberItStandsFor() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            BigInteger left = new BigInteger(130, random);
            BigInteger right = round % 7 == 0 ? left : new BigInteger(130, random);
            BitString first =
                    BitString.parse("%130s".formatted(left.toString(2)).replace(' ', '0'));
            BitString second =
                    BitString.parse("%130s".formatted(right.toString(2)).replace(' ', '0'));
            assertEquals(left.compareTo(right), Integer.signum(first.compareTo(second)));
            assertEquals(left.equals(right), first.equals(second));
        }
    }

    @Test
    void countsLeadingZerosAsBits() {
        assertNotEquals(BitString.parse("01"), BitString.parse("1"));
        assertTrue(BitString.parse("1").compareTo(BitString.parse("00")) < 0);
        assertEquals("", BitString.parse("").toString());
    }

    @Test
    void refusesWhatIsNoBit() {
        assertEquals(
                "A bit string holds only 0 and 1, but character 3 of \"012\" is '2'",
                assertThrows(IllegalArgumentException.class, () -> BitString.parse("012"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> BitString.ofIndex(8, 3));
        assertThrows(IllegalArgumentException.class, () -> BitString.ofIndex(-1, 64));
        assertThrows(
                IndexOutOfBoundsException.class, () -> BitString.parse("01").get(2));
        assertThrows(
                ArithmeticException.class,
                () -> BitString.parse("1" + "0".repeat(63)).toIndex());
    }
}
