// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.BitString;

class OperatorTest {
    @Test
    void pauliStringsNameTheirQubits() {
        PauliString string = PauliString.of("ZIXY", 5, 1, 0, 2);
        assertEquals("X0 Y2 Z5", string.toString());
        assertEquals(0b000101, string.xMask());
        assertEquals(0b100100, string.zMask());
        assertEquals(6, string.span());
        assertEquals(string, PauliString.of("XYZ", 0, 2, 5));
        assertFalse(string.isDiagonal());
        assertThrows(IllegalArgumentException.class, () -> PauliString.of("ZZ", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PauliString.of("Q", 1));
        assertThrows(IllegalArgumentException.class, () -> PauliString.of("Z", 1, 2));
        assertThrows(IllegalArgumentException.class, () -> PauliString.of("Z", -1));
    }

    @Test
    void pauliSumsMergeEqualStringsAndTheIdentity() {
        PauliSum sum = PauliSum.builder()
                .add(0.5, "ZZ", 0, 1)
                .add(0.25, "ZZ", 1, 0)
                .add(2, "I", 3)
                .constant(1)
                .build();
        assertEquals(List.of(new PauliTerm(0.75, PauliString.z(0, 1))), sum.terms());
        assertEquals(3, sum.constant());
        assertTrue(sum.isDiagonal());
        assertEquals(new PauliSum(List.of(new PauliTerm(1.5, PauliString.z(0, 1))), 6), sum.plus(sum));
        assertThrows(IllegalArgumentException.class, () -> PauliSum.builder().add(Double.NaN, "Z", 0));
    }

    @Test
    void isingEnergyIsTheSumOfItsDefinition() {
        // s = (+1, -1, +1) for bits 0, 1, 0: 10 + 1 - 2 + 3 + J01 (-1) + J12 (-1) + J02 (+1).
        IsingModel model = IsingModel.builder(3)
                .constant(10)
                .field(0, 1)
                .field(1, 2)
                .field(2, 3)
                .coupling(1, 0, 4)
                .coupling(1, 2, 5)
                .coupling(0, 2, 6)
                .build();
        assertEquals(10 + 1 - 2 + 3 - 4 - 5 + 6, model.energy(BitString.of(false, true, false)));
        assertThrows(IllegalArgumentException.class, () -> model.energy(BitString.parse("01")));
    }

    @Test
    void isingEntriesAddUpAndZerosVanish() {
        IsingModel model = IsingModel.builder(4)
                .coupling(2, 0, 1)
                .coupling(0, 2, 2)
                .coupling(3, 1, 1)
                .coupling(1, 3, -1)
                .build();
        assertEquals(List.of(new Coupling(0, 2, 3)), model.couplings());
        assertThrows(IllegalArgumentException.class, () -> IsingModel.builder(2).coupling(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> IsingModel.builder(2).field(2, 1));
        assertThrows(IllegalArgumentException.class, () -> IsingModel.builder(2).coupling(0, 1, Double.NaN));
    }

    @Test
    void adjacencyHasEveryCouplingTwiceInOrder() {
        Random random = new Random(3);
        int spins = 200;
        double[][] dense = new double[spins][spins];
        IsingModelBuilder builder = IsingModel.builder(spins);
        for (int count = 0; count < 3000; count++) {
            int first = random.nextInt(spins);
            int second = random.nextInt(spins);
            if (first != second) {
                builder.coupling(first, second, count);
                dense[first][second] += count;
                dense[second][first] += count;
            }
        }
        Adjacency adjacency = builder.build().adjacency();
        for (int spin = 0; spin < spins; spin++) {
            int before = -1;
            for (int position = adjacency.start(spin); position < adjacency.end(spin); position++) {
                int neighbour = adjacency.neighbour(position);
                assertTrue(neighbour > before);
                assertEquals(dense[spin][neighbour], adjacency.strength(position));
                dense[spin][neighbour] = 0;
                before = neighbour;
            }
            for (double missing : dense[spin]) {
                assertEquals(0, missing);
            }
        }
    }

    @Test
    void servesMillionsOfCouplings() {
        int spins = 2000;
        IsingModelBuilder builder = IsingModel.builder(spins);
        for (int first = 0; first < spins; first++) {
            for (int second = first + 1; second < spins; second++) {
                builder.coupling(first, second, 1);
            }
        }
        // All spins up: every pair is parallel.
        assertEquals(1999.0 * 1000, builder.build().energy(BitString.parse("0".repeat(spins))));
    }
}
