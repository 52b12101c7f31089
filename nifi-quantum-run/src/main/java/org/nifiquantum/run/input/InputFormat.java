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
    /** The graphs of the DIMACS challenges. */
    DIMACS_GRAPH(
            "DIMACS Graph",
            "Graph of the DIMACS challenges (.col, .clq): 'p edge nodes edges', then 'e i j' from 1. The setting problem"
                    + " says what is wanted; of 'p col' a colouring."),
    /** Adjacency matrices of graphs. */
    MATRIX_MARKET_GRAPH(
            "MatrixMarket Graph",
            "Graph as a MatrixMarket coordinate matrix (.mtx), directions dropped. The setting problem says what is"
                    + " wanted."),
    /** The travelling salesman's library. */
    TSPLIB("TSPLIB", "Travelling salesman of TSPLIB (.tsp, .atsp): EXPLICIT, EUC_2D, CEIL_2D, ATT or GEO."),
    /** The quadratic assignment library. */
    QAPLIB("QAPLIB", "Quadratic assignment of QAPLIB (.dat): the size, then two matrices."),
    /** Rows of numbers. */
    DATA_CSV(
            "Data CSV",
            "Table for a quantum kernel or feature vectors: a line that names the columns, a line for each row (.csv)."
                    + " Settings: columns, label, name, test, scale, map, repetitions, entanglement, output."),
    /** Items alone. */
    KNAPSACK_CSV("Knapsack CSV", "Knapsack as lines 'profit,weight' (.csv). The setting capacity says what it holds."),
    /** The generator kplib. */
    KPLIB("kplib Knapsack", "Knapsack of kplib (.kp): the number of items, the capacity, then 'profit weight' lines."),
    /** The quadratic knapsacks of Billionnet and Soutif. */
    QUADRATIC_KNAPSACK(
            "Quadratic Knapsack",
            "Quadratic knapsack of Billionnet and Soutif: name, size, profits, triangle of profits of pairs, 0, capacity,"
                    + " weights."),
    /** Many knapsacks in one file. */
    KNAPSACK_JSONL(
            "Knapsack JSON Lines",
            "Knapsacks as lines '[[capacity, [[weight, profit], ...]], optimum]' (.jsonl). The setting instance says which."),
    /** The portfolios of OR-Library. */
    OR_LIBRARY_PORTFOLIO(
            "OR-Library Portfolio",
            "Portfolio of OR-Library: the number of assets, 'mean deviation' lines, 'i j correlation' lines. Settings:"
                    + " choose, risk-aversion, assets."),
    /** Job shops. */
    JOB_SHOP(
            "Job Shop",
            "Job shop in the standard form (.jsp): 'jobs machines', then 'machine time' pairs, a line for each job. The"
                    + " setting horizon says when all must be over."),
    /** CPLEX's LP format. */
    LP("LP", "Program over whole numbers in CPLEX's LP format (.lp)."),
    /** OpenFermion's qubit operators. */
    OPENFERMION(
            "OpenFermion Operator",
            "Qubit operator of a molecule as OpenFermion saves it (.data). Settings: electrons, nuclear-repulsion, qubits."),
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
            case ".col", ".clq", ".dimacs" -> DIMACS_GRAPH;
            case ".mtx" -> MATRIX_MARKET_GRAPH;
            case ".tsp", ".atsp" -> TSPLIB;
            case ".dat" -> QAPLIB;
            case ".csv" -> FirstLine.of(content).csvFormat();
            case ".kp" -> KPLIB;
            case ".jsonl" -> KNAPSACK_JSONL;
            case ".jsp", ".jss" -> JOB_SHOP;
            case ".lp" -> LP;
            case ".data" -> OPENFERMION;
            case ".qasm" -> OPENQASM;
            default -> FirstLine.of(content).format();
        };
    }
}
