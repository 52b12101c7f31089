// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.KnownProblemsTest.Format;
import org.nifiquantum.optimization.problem.graph.Colouring;

/** The readers of constrained problems against what users may feed them: each refusal names the place and the remedy. */
class BadProblemTextTest {
    private static final String TSP = "NAME: x\nTYPE: TSP\nDIMENSION: 3\n";
    private static final String EUC = TSP + "EDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n";
    private static final String FULL =
            "EDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // TSPLIB
                "TSPLIB | `` | `` | line 1 | empty",
                "TSPLIB | `` | `NAME: x` | line 2 | ends where EDGE_WEIGHT_SECTION",
                "TSPLIB | `` | `NAME: x\nNAME: y\nEDGE_WEIGHT_SECTION` | line 2 | already on line 1",
                "TSPLIB | `` | `NAME: x\nCAPACITY: 3` | line 2 | 'CAPACITY' is not among",
                "TSPLIB | `` | `TYPE: CVRP\nDIMENSION: 3\nNODE_COORD_SECTION` | line 1 | Only TSP and ATSP",
                "TSPLIB | `` | `TYPE: TSP\nDIMENSION: -3\nNODE_COORD_SECTION` | line 2 | whole number from 2",
                "TSPLIB | `` | `TYPE: TSP\nDIMENSION: 2000000000\nNODE_COORD_SECTION` | line 2 | to 3000",
                "TSPLIB | `` | `TYPE: TSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: MAN_3D\nNODE_COORD_SECTION\n1 0 0\n2 1 1\n3 2 2` | line 3 | 'MAN_3D' is not read",
                "TSPLIB | `` | `EUC1 0 0\n2 1 1` | line 8 | ends where city 3 of 3",
                "TSPLIB | `` | `EUC1 0 0\n2 1 1\n2 1 2` | line 8, column 1 | City 2 is given twice",
                "TSPLIB | `` | `EUC1 0 0\n2 1 1\n4 1 2` | line 8, column 1 | no such city",
                "TSPLIB | `` | `EUC1 0 0\n2 1 x\n3 1 2` | line 7, column 5 | not a finite number",
                "TSPLIB | `` | `EUC1 0 0\n2 1\n3 1 2` | line 7 | 2 entries",
                "TSPLIB | `` | `EUC1 0 0\n2 1 1\n3 1 2\n4 1 2` | line 9 | should end",
                "TSPLIB | `` | `FULL0 1 2\n1 0 3\n2 4 0` | line 9 | cities 2 and 3 differ by direction",
                "TSPLIB | `` | `FULL0 1 2\n1 0 3\n2 3` | line 10 | ends where a distance",
                "TSPLIB | `` | `FULL0 1 2\n1 0 -3\n2 -3 0` | line 8, column 5 | distance is -3",
                "TSPLIB | `` | `FULL0 1 2\n1 0 3\n2 3 0\n7` | line 10 | should end",
                "TSPLIB | capacity=3 | `NAME: x` | setting capacity | known here are: penalty",
                // QAPLIB
                "QAPLIB | `` | `` | line 1 | empty",
                "QAPLIB | `` | `2\n0 1\n1 0\n0 1\n1` | line 6 | ends where a distance",
                "QAPLIB | `` | `2\n0 1\n1 0\n0 1\n1 0 5` | line 5, column 5 | more than the declared sizes",
                "QAPLIB | `` | `2\n0 1\n1 0\n0 1\n1 0\n5` | line 6 | follows the end",
                "QAPLIB | `` | `2\n0 1\nx 0\n0 1\n1 0` | line 3, column 1 | not a finite number",
                "QAPLIB | `` | `2\n0 1\n-1 0\n0 1\n1 0` | line 3, column 1 | flow is -1",
                "QAPLIB | `` | `-2\n0 1` | line 1, column 1 | Use 1 to",
                "QAPLIB | `` | `2000\n0 1` | line 1, column 1 | Use at most 1000",
                "QAPLIB | `` | `2 x\n0 1\n1 0\n0 1\n1 0` | line 1, column 3 | not a finite number",
                // knapsacks
                "CSV | `` | `3,4` | setting capacity | missing",
                "CSV | capacity=x | `3,4` | setting capacity | 'x' is not a whole number",
                "CSV | capacity=9 | `` | line 1 | empty",
                "CSV | capacity=9 | `3,4\n5` | line 2 | 1 entries",
                "CSV | capacity=9 | `3,4\n5,` | line 2, column 3 | not a whole number",
                "CSV | capacity=9 | `3,4\n5,2.5` | line 2, column 3 | not a whole number",
                "CSV | capacity=9 | `3,4\nNaN,2` | line 2, column 1 | not a finite number",
                "CSV | capacity=9 | `3,4\n5,-2` | /items/1/weights/0 | weight is -2",
                "CSV | capacity=9 | `3,4\n-5,2` | /items/1/profit | profit is -5",
                "CSV | capacity=9 | `3,99999999999` | line 1, column 3 | too large",
                "KPLIB | `` | `2\n9\n3 4` | line 4 | ends where item 2 of 2",
                "KPLIB | `` | `2\n9\n3 4\n5 6\n7 8` | line 5 | follows the end",
                "KPLIB | `` | `2 9\n3 4\n5 6` | line 1 | number of items alone",
                "KPLIB | `` | `0\n9` | line 1, column 1 | Use 1 to",
                "QUADRATIC | `` | `x\n2\n1 2\n3\n0\n9\n4` | line 8 | ends where a weight",
                "QUADRATIC | `` | `x\n2\n1 2\n3\n1\n9\n4 5` | line 5 | no capacity",
                // graphs
                "DIMACS | `` | `c only` | line 1 | empty",
                "DIMACS | `` | `p edge 3 1\ne 1 2` | setting problem | does not say what is wanted",
                "DIMACS | problem=tour | `p edge 3 1\ne 1 2` | setting problem | 'tour' is not known",
                "DIMACS | problem=clique,colours=3 | `p edge 3 1\ne 1 2` | setting colours | means nothing",
                "DIMACS | problem=clique,capacity=3 | `p edge 3 1\ne 1 2` | setting capacity | means nothing",
                "DIMACS | problem=clique,penalty=-3 | `p edge 3 1\ne 1 2` | /penalty | above 0",
                "DIMACS | problem=clique | `p edge 3 2\ne 1 2` | line 1 | 2 edges are declared, 1 follow",
                "DIMACS | problem=clique | `p edge 3 1\ne 1 4` | line 2, column 5 | no node 4",
                "DIMACS | problem=clique | `p edge 3 1\ne 2 2` | line 2 | joins a node with itself",
                "DIMACS | problem=clique | `p edge 3 1\nn 2 7` | line 2 | no edge",
                "DIMACS | problem=clique | `p edge -3 1` | line 1, column 8 | number of nodes is -3",
                "DIMACS | problem=clique | `p sat 3 1` | line 1 | not the program line",
                "DIMACS | colours=9 | `p col 3 1\ne 1 2` | /colours | at most as many as there are nodes",
                "MATRIX_MARKET | problem=clique | `%%MatrixMarket matrix array real general\n3 3` | line 1 | banner",
                "MATRIX_MARKET | problem=clique | `%%MatrixMarket matrix coordinate pattern symmetric\n%\n3 4 1\n2 1` | line 3, column 3 | not square",
                "MATRIX_MARKET | problem=clique | `%%MatrixMarket matrix coordinate pattern symmetric\n3 3 2\n2 1` | line 2 | 2 entries are declared, 1 follow",
                "MATRIX_MARKET | problem=clique | `%%MatrixMarket matrix coordinate pattern symmetric\n3 3 1\n2 2` | line 3 | with itself",
                "MATRIX_MARKET | problem=clique | `%%MatrixMarket matrix coordinate real symmetric\n3 3 1\n2 1` | line 3 | must have 3",
                "MATRIX_MARKET | problem=clique | `%%MatrixMarket matrix coordinate real symmetric\n3 3 1\n2 1 0` | line 3, column 5 | entry is 0",
            })
    void namesThePlaceAndTheRemedy(Format format, String settings, String text, String place, String message) {
        String whole = text.replace("EUC1", EUC + "1").replace("FULL0", TSP + FULL + "0");
        ProblemFormatException refusal = assertThrows(
                ProblemFormatException.class, () -> format.read(whole, KnownProblemsTest.settings(settings)));
        assertTrue(refusal.getMessage().startsWith(place + ":"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void filesKeepTheirQuirks() {
        Format format = Format.DIMACS;
        BinaryProblem both =
                format.read("c x\r\n\r\np col 3 2\r\ne 1 2 \r\ne 2 1\ne 2 3\ne 3 2", KnownProblemsTest.settings(""));
        assertEquals(2, ((Colouring) both).graph().edges().size());
        assertEquals(2, ((Colouring) both).colours());
        String atsp = (TSP + FULL).replace("TYPE: TSP", "TYPE: ATSP") + "0 1 2\n1 0 3\n2 4 0\nEOF\n\n";
        assertEquals(7, Format.TSPLIB.read(atsp, KnownProblemsTest.settings("")).objective(BitString.parse("0110")));
    }
}
