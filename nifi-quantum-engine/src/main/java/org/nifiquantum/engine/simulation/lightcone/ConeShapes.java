// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliString;

/** The different cones in a circuit, numbered as Pauli strings ask for them. Not thread-safe. */
final class ConeShapes {
    private final List<Piece> pieces;
    private final ConeFinder finder;
    private final ConeOutlines outlines;
    private final Map<IntBuffer, Integer> numberOfOutline = new HashMap<>();
    private final Map<Cone, Integer> numberOfCone = new HashMap<>();
    private final List<Cone> cones = new ArrayList<>();

    ConeShapes(Circuit circuit) {
        pieces = Pieces.of(circuit);
        Wires wires = new Wires(pieces, circuit.qubits());
        finder = new ConeFinder(wires);
        outlines = new ConeOutlines(pieces, wires);
    }

    /** The number of a string's cone: as many as there were different ones before, if it is a new one. */
    int number(PauliString string) {
        ConeFinder.Found found = finder.find(string);
        return numberOfOutline.computeIfAbsent(outlines.of(found, string), outline -> number(named(found, string)));
    }

    private int number(Cone cone) {
        Integer known = numberOfCone.putIfAbsent(cone, cones.size());
        if (known != null) {
            return known;
        }
        cones.add(cone);
        return cones.size() - 1;
    }

    private Cone named(ConeFinder.Found found, PauliString string) {
        List<Integer> qubits = new ArrayList<>();
        for (int index = 0; index < found.qubits().size(); index++) {
            qubits.add(found.qubits().get(index));
        }
        List<Piece> inOrder = new ArrayList<>();
        for (int index = 0; index < found.pieces().size(); index++) {
            inOrder.add(pieces.get(found.pieces().get(index)));
        }
        Collections.reverse(inOrder);
        return new ConeLabels(qubits, inOrder, string).cone();
    }

    Cone cone(int number) {
        return cones.get(number);
    }
}
