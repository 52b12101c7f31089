// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which pairs of a device's qubits a two-qubit gate can act on, and in which order. Immutable. */
public final class CouplingMap {
    private static final int MOST_QUBITS = 2_000;
    private static final int FAR = Integer.MAX_VALUE;

    private final int qubits;
    private final SortedSet<Coupling> couplings;
    /** The qubits coupled with each, either way, ascending. */
    private final int[][] neighbors;
    /** The fewest couplings between two qubits. */
    private final int[][] distances;

    /** A gate may have {@code from} as its first and {@code to} as its second qubit. */
    public record Coupling(int from, int to) implements Comparable<Coupling> {
        @Override
        public int compareTo(Coupling other) {
            return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
        }

        public Coupling reversed() {
            return new Coupling(/* from= */ to, /* to= */ from);
        }
    }

    private CouplingMap(int qubits, Collection<Coupling> couplings) {
        requireSize(1, qubits);
        this.qubits = qubits;
        this.couplings = Collections.unmodifiableSortedSet(new TreeSet<>(couplings));
        List<Set<Integer>> adjacent = new ArrayList<>();
        for (int qubit = 0; qubit < qubits; qubit++) {
            adjacent.add(new TreeSet<>());
        }
        for (Coupling coupling : couplings) {
            require(coupling);
            adjacent.get(coupling.from).add(coupling.to);
            adjacent.get(coupling.to).add(coupling.from);
        }
        this.neighbors = adjacent.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.distances = new int[qubits][];
        for (int qubit = 0; qubit < qubits; qubit++) {
            distances[qubit] = distancesFrom(qubit);
        }
    }

    /**
     * A map of directed couplings.
     *
     * @throws IllegalArgumentException if one names a qubit that is not there or couples a qubit with itself
     */
    public static CouplingMap directed(int qubits, Collection<Coupling> couplings) {
        return new CouplingMap(qubits, couplings);
    }

    /** A map whose couplings work both ways; each is named once or twice. */
    public static CouplingMap undirected(int qubits, Collection<Coupling> couplings) {
        List<Coupling> both = new ArrayList<>(couplings);
        couplings.forEach(coupling -> both.add(coupling.reversed()));
        return new CouplingMap(qubits, both);
    }

    /** Every qubit with every other. */
    public static CouplingMap full(int qubits) {
        requireSize(1, qubits);
        List<Coupling> couplings = new ArrayList<>();
        for (int from = 0; from < qubits; from++) {
            for (int to = from + 1; to < qubits; to++) {
                couplings.add(new Coupling(from, to));
            }
        }
        return undirected(qubits, couplings);
    }

    /** Each qubit with the next. */
    public static CouplingMap line(int qubits) {
        return grid(1, qubits);
    }

    /** Rows and columns, numbered row by row. */
    public static CouplingMap grid(int rows, int columns) {
        requireSize(rows, columns);
        List<Coupling> couplings = new ArrayList<>();
        for (int qubit = 0; qubit < rows * columns; qubit++) {
            if ((qubit + 1) % columns != 0) {
                couplings.add(new Coupling(qubit, qubit + 1));
            }
            if (qubit + columns < rows * columns) {
                couplings.add(new Coupling(qubit, qubit + columns));
            }
        }
        return undirected(rows * columns, couplings);
    }

    /**
     * IBM's lattice of hexagons with a qubit on each side: lines of qubits, every fourth of which has a bridge to the next line,
     * bridges being shifted by two from line to line. Numbered as IBM does, a line, its bridges, the next line. Seven lines of
     * 15 are the 127 qubits of Eagle and two corners more.
     */
    public static CouplingMap heavyHex(int lines, int length) {
        requireSize(lines, length);
        List<Coupling> couplings = new ArrayList<>();
        int start = 0;
        for (int line = 0; line < lines; line++) {
            for (int place = 1; place < length; place++) {
                couplings.add(new Coupling(start + place - 1, start + place));
            }
            int bridge = start + length;
            int bridges = 0;
            int shift = line % 2 == 0 ? 0 : 2;
            for (int place = shift; place < length && line < lines - 1; place += 4) {
                bridges++;
            }
            int next = bridge + bridges;
            for (int index = 0; index < bridges; index++) {
                couplings.add(new Coupling(start + shift + 4 * index, bridge + index));
                couplings.add(new Coupling(bridge + index, next + shift + 4 * index));
            }
            start = next;
        }
        return undirected(start, couplings);
    }

    public int qubits() {
        return qubits;
    }

    /** The couplings with their directions, in ascending order. */
    public SortedSet<Coupling> couplings() {
        return couplings;
    }

    /** Whether a gate may have these qubits in this order. */
    public boolean allows(int from, int to) {
        return couplings.contains(new Coupling(from, to));
    }

    /** Whether the two are coupled, either way. */
    public boolean isCoupled(int first, int second) {
        return distances[first][second] == 1;
    }

    /** The qubits coupled with one, either way, ascending. */
    public int[] neighbors(int qubit) {
        return neighbors[qubit].clone();
    }

    /** How many qubits one is coupled with. */
    public int degree(int qubit) {
        return neighbors[qubit].length;
    }

    /** The fewest couplings from one qubit to another; {@link Integer#MAX_VALUE} if there is no way. */
    public int distance(int from, int to) {
        return distances[from][to];
    }

    private int[] distancesFrom(int start) {
        int[] distance = new int[qubits];
        Arrays.fill(distance, FAR);
        distance[start] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int qubit = queue.remove();
            for (int neighbor : neighbors[qubit]) {
                if (distance[neighbor] == FAR) {
                    distance[neighbor] = distance[qubit] + 1;
                    queue.add(neighbor);
                }
            }
        }
        return distance;
    }

    private static void requireSize(int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST_QUBITS) {
            throw new IllegalArgumentException(
                    "A coupling map has 1 to %d qubits, not %d rows of %d".formatted(MOST_QUBITS, rows, columns));
        }
    }

    private void require(Coupling coupling) {
        boolean known = Math.min(coupling.from, coupling.to) >= 0 && Math.max(coupling.from, coupling.to) < qubits;
        if (!known || coupling.from == coupling.to) {
            throw new IllegalArgumentException(
                    "A coupling of qubit %d with qubit %d; couplings are of two different qubits from 0 to %d"
                            .formatted(coupling.from, coupling.to, qubits - 1));
        }
    }
}
