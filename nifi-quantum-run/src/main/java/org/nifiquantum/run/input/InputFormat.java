// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.util.Locale;

/** The forms a problem or circuit can come in. */
public enum InputFormat {
    /** By the file name's extension, then by the first line. */
    AUTOMATIC("Automatic", "Told from the extension of the file name, then from the first line."),
    /** A problem or a run document as JSON. */
    JSON("JSON", "A problem, or a whole run document, as JSON."),
    /** The graph form of rudy, the G-set and the Biq Mac library. */
    RUDY_GRAPH(
            "Rudy Graph",
            "MaxCut on a graph of the G-set or the Biq Mac library (.mc): first line 'n m', then one edge a line as"
                    + " 'i j weight' from 1."),
    /** The graph form of the QED-C benchmarks. */
    QEDC_GRAPH("QED-C graph", "First line the number of nodes, then one edge a line as two node numbers from 0."),
    /** The coordinate form of D-Wave's qbsolv. */
    DWAVE_QUBO(
            "D-Wave QUBO",
            "QUBO of D-Wave's qbsolv (.qubo), minimized: 'p qubo 0 variables diagonals pairs', then 'i j value' from 0,"
                    + " each pair counted once."),
    /** The matrix form of the Biq Mac library. */
    SPARSE_QUBO(
            "Sparse QUBO",
            "QUBO of the Biq Mac library (.sparse), minimized: first line 'n m', then 'i j value' from 1, each value off"
                    + " the diagonal counted twice."),
    /** A circuit. */
    OPENQASM("OpenQASM", "An OpenQASM 2 or 3 circuit, run as it stands.");

    private final String displayName;
    private final String description;

    InputFormat(String displayName, String description) {
        this.displayName = displayName;
        this.description = description;
    }

    public String displayName() {
        return displayName;
    }

    public String description() {
        return description;
    }

    /** This format, or what the name and content look like where it is {@link #AUTOMATIC}. */
    InputFormat resolve(byte[] content, String fileName) {
        if (this != AUTOMATIC) {
            return this;
        }
        String extension =
                fileName.substring(Math.max(0, fileName.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case ".json" -> JSON;
            case ".mc", ".rud", ".rudy" -> RUDY_GRAPH;
            case ".qubo" -> DWAVE_QUBO;
            case ".sparse" -> SPARSE_QUBO;
            case ".qasm" -> OPENQASM;
            default -> FirstLine.of(content).format();
        };
    }
}
