// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.solver.Population.State;

class PopulationTest {
    private static final State UP = state("++++++");
    private static final State ONE_DOWN = state("+++++-");
    private static final State HALF = state("+++---");
    private static final State DOWN = state("------");

    @Test
    void ofTwoThatAreCloseTheBetterStays() {
        Population population = new Population(3, 1, false);
        population.offer(UP, -5);
        population.offer(ONE_DOWN, -5);
        assertEquals(1, population.size());
        assertSame(UP, population.member(0));
        population.offer(ONE_DOWN, -6);
        assertEquals(1, population.size());
        assertSame(ONE_DOWN, population.member(0));
    }

    @Test
    void theWorstLeavesWhenThereIsNoRoom() {
        Population population = new Population(2, 0, false);
        population.offer(UP, -5);
        population.offer(HALF, -3);
        population.offer(DOWN, -2);
        assertSame(HALF, population.member(1));
        population.offer(DOWN, -4);
        assertSame(DOWN, population.member(1));
    }

    @Test
    void complementsAreOneWhereThereAreNoFields() {
        Population symmetric = new Population(3, 0, true);
        symmetric.offer(UP, -5);
        symmetric.offer(DOWN, -5);
        assertEquals(1, symmetric.size());
        Population other = new Population(3, 0, false);
        other.offer(UP, -5);
        other.offer(DOWN, -5);
        assertEquals(2, other.size());
    }

    @Test
    void disputedAreTheSpinsThatDiffer() {
        int[] disputed = new int[6];
        assertEquals(3, new Population(2, 0, false).disputed(UP, HALF, disputed));
        assertArrayEquals(new int[] {3, 4, 5}, Arrays.copyOf(disputed, 3));
        assertEquals(1, new Population(2, 0, true).disputed(DOWN, ONE_DOWN, disputed));
        assertEquals(5, disputed[0]);
    }

    private static State state(String text) {
        return new State(text.chars().map(sign -> sign == '+' ? 1 : -1).toArray());
    }
}
