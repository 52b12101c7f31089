// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.TextFormat;

/** Every reader against what users may feed it: each refusal names the place, what is wrong there and the remedy. */
class BadTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // empty
                "RUDY   | ``                                     | line 1 | The text is empty",
                "QEDC   | ` \n\n`                                | line 1 | The text is empty",
                "SPARSE | ``                                     | line 1 | The text is empty",
                "QUBO   | `c only\nc comments`                   | line 1 | The text is empty",
                // truncated
                "RUDY   | `3 2\n1 2 1`                           | line 1 | 2 lines 'i j value' are declared, 1 follow",
                "RUDY   | `3 2\n1 2 1\n2 3`                      | line 3 | 2 entries",
                "QEDC   | `3\n0 1\n1`                            | line 3 | 1 entries",
                "SPARSE | `3 2\n1 2 1`                           | line 1 | 2 lines 'i j value' are declared, 1 follow",
                "SPARSE | `3 1\n1 2 1\n2 3 1`                    | line 1 | 1 lines 'i j value' are declared, 2 follow",
                "QUBO   | `p qubo 0 3 1 1\n0 1 1`                | line 1 | 1 diagonals are declared, 0 follow",
                "QUBO   | `c\np qubo 0 3 0 2\n0 1 1`             | line 2 | 2 elements are declared, 1 follow",
                "QUBO   | `p qubo 0 3 0`                         | line 1 | not the program line",
                "RUDY   | `3`                                    | line 1 | 1 entries",
                // numbers that are none
                "RUDY   | `2 1\n1 2 NaN`                         | line 2, column 5 | 'NaN' is not a finite number",
                "RUDY   | `2 1\r\n1 2  Infinity`                 | line 2, column 6 | not a finite number",
                "RUDY   | `2 1\n1 2 -1e999`                      | line 2, column 5 | not a finite number",
                "RUDY   | `2 1\n1 2 0x1p3`                       | line 2, column 5 | not a finite number",
                "RUDY   | `2 1\n1 2 1,5`                         | line 2, column 5 | not a finite number",
                "SPARSE | `2 1\n1 2 nan`                         | line 2, column 5 | not a finite number",
                "QUBO   | `p qubo 0 2 0 1\n0 1 inf`              | line 2, column 5 | not a finite number",
                "QEDC   | `3\n0 1.5`                             | line 2, column 3 | '1.5' is not a whole number",
                "QEDC   | `3\n0 NaN`                             | line 2, column 3 | not a whole number",
                "RUDY   | `3 2\n1 2 1e308\n2 3 1e308`            | line 2 | too large",
                // self-loops
                "RUDY   | `3 2\n1 2 1\n3 3 1`                    | line 3 | joins a node with itself",
                "QEDC   | `3\n1 1`                               | line 2 | joins a node with itself",
                // both halves of a symmetric matrix
                "SPARSE | `2 3\n1 1 1\n1 2 1\n2 1 1`             | line 4 | other side of the diagonal",
                // nodes out of range
                "RUDY   | `3 1\n0 1 1`                           | line 2, column 1 | no node 0",
                "RUDY   | `3 1\n1 4 1`                           | line 2, column 3 | numbered from 1 to 3",
                "QEDC   | `3\n0 3`                               | line 2, column 3 | numbered from 0 to 2",
                "QEDC   | `3\n-1 0`                              | line 2, column 1 | no node -1",
                "SPARSE | `3 1\n1 4 1`                           | line 2, column 3 | no variable 4",
                "QUBO   | `p qubo 0 3 0 1\n1 3 1`                | line 2, column 3 | numbered from 0 to 2",
                // impossible sizes
                "RUDY   | `0 0`                                  | line 1, column 1 | number of nodes is 0",
                "QEDC   | `-4`                                   | line 1, column 1 | number of nodes is -4",
                "RUDY   | `2000000000 1\n1 2 1`                  | line 1, column 1 | Use 1 to 1000000 nodes",
                "QEDC   | `99999999999\n0 1`                     | line 1, column 1 | too large",
                "RUDY   | `3 -1`                                 | line 1 | -1 lines",
                "QUBO   | `p qubo 0 0 0 0`                       | line 1, column 10 | number of variables is 0",
                // another format, or no text at all
                "QEDC   | `3 3\n0 1`                             | line 1 | 2 entries",
                "RUDY   | `{\"type\": \"maxcut\"}`               | line 1, column 1 | not a whole number",
                "QUBO   | `3 3\n0 1 1`                           | line 1 | not the program line",
                "QUBO   | `p edge 3 3 1 1\n0 1 1`                | line 1 | not the program line",
                "RUDY   | `PK\u0003\u0004 \u0001`               | line 1, column 1 | 'PK??' is not a whole number",
                "RUDY   | `3 2\n1 2 1 9\n2 3 1`                  | line 2 | 4 entries",
            })
    void isRefusedWithPlaceAndRemedy(TextFormat format, String text, String place, String problem) {
        ProblemFormatException refused = assertThrows(ProblemFormatException.class, () -> format.read(text));
        assertEquals(place, refused.place(), refused.getMessage());
        assertTrue(refused.getMessage().startsWith(place + ": "), refused.getMessage());
        assertTrue(refused.getMessage().contains(problem), refused.getMessage());
        assertTrue(refused.explanation().split("\\. |: ").length >= 2, () -> "no remedy in " + refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"RUDY, ''", "QEDC, ''", "SPARSE, '2 1\n1 2 '", "QUBO, 'p qubo 0 2 0 1\n0 1 '"})
    void aHugeEntryIsNotRepeated(TextFormat format, String before) {
        ProblemFormatException refused =
                assertThrows(ProblemFormatException.class, () -> format.read(before + "x".repeat(1_000_000)));
        assertTrue(
                refused.getMessage().length() < 200,
                () -> "length " + refused.getMessage().length());
    }
}
