// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/** Connected parts of a device to start a search from. */
public final class Regions {
    private final CouplingMap couplings;
    private final int wires;
    /** The qubits that have enough others connected with them. */
    private final List<Integer> centers;

    private Regions(CouplingMap couplings, int wires, List<Integer> centers) {
        this.couplings = couplings;
        this.wires = wires;
        this.centers = centers;
    }

    /**
     * The parts that can hold a circuit.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Regions of(CouplingMap couplings, int wires) {
        List<Integer> centers = new ArrayList<>();
        int largest = 0;
        for (int center = 0; center < couplings.qubits(); center++) {
            int start = center;
            int size = (int) IntStream.range(0, couplings.qubits())
                    .filter(qubit -> couplings.distance(start, qubit) < Integer.MAX_VALUE)
                    .count();
            largest = Math.max(largest, size);
            if (size >= wires) {
                centers.add(center);
            }
        }
        if (centers.isEmpty()) {
            throw new IllegalArgumentException(
                    ("The circuit has %d qubits, but at most %d of the device's %d are connected with each other by"
                                    + " couplings that work; take a larger device, or leave out qubits that do nothing")
                            .formatted(wires, largest, couplings.qubits()));
        }
        return new Regions(couplings, wires, centers);
    }

    /** The qubits nearest to a random one, in random order, or those nearest to the first in theirs. */
    public int[] layout(Random random, boolean plain) {
        int center = centers.get(plain ? 0 : random.nextInt(centers.size()));
        List<Integer> nearest =
                new ArrayList<>(IntStream.range(0, couplings.qubits()).boxed().toList());
        if (!plain) {
            Collections.shuffle(nearest, random);
        }
        nearest.sort((one, two) -> Integer.compare(couplings.distance(center, one), couplings.distance(center, two)));
        List<Integer> region = new ArrayList<>(nearest.subList(0, wires));
        if (!plain) {
            Collections.shuffle(region, random);
        }
        return region.stream().mapToInt(Integer::intValue).toArray();
    }
}
