// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.util.function.Supplier;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.QedcGraphReader;
import org.nifiquantum.optimization.problem.QuboReader;
import org.nifiquantum.optimization.problem.RudyReader;
import org.nifiquantum.optimization.problem.SparseQuboReader;
import org.nifiquantum.optimization.problem.assignment.QaplibReader;
import org.nifiquantum.optimization.problem.chemistry.OpenFermionReader;
import org.nifiquantum.optimization.problem.finance.OrLibraryPortfolioReader;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.graph.DimacsGraphReader;
import org.nifiquantum.optimization.problem.graph.MatrixMarketGraphReader;
import org.nifiquantum.optimization.problem.packing.KnapsackReaders;
import org.nifiquantum.optimization.problem.program.LpReader;
import org.nifiquantum.optimization.problem.routing.TsplibReader;
import org.nifiquantum.optimization.problem.scheduling.JobShopReader;

/** The readers of the formats that are texts of one problem: a new format is one line here. */
final class TextFormats {

    private TextFormats() {}

    /**
     * Reads the problem that a text and its settings describe.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line or setting that cannot be used
     */
    static Problem read(InputFormat format, String text, FileSettings settings) {
        return switch (format) {
            case RUDY_GRAPH -> bare(settings, () -> RudyReader.read(text));
            case QEDC_GRAPH -> bare(settings, () -> QedcGraphReader.read(text));
            case DWAVE_QUBO -> bare(settings, () -> QuboReader.read(text));
            case SPARSE_QUBO -> bare(settings, () -> SparseQuboReader.read(text));
            case DIMACS_GRAPH -> DimacsGraphReader.read(text, settings);
            case MATRIX_MARKET_GRAPH -> MatrixMarketGraphReader.read(text, settings);
            case TSPLIB -> TsplibReader.read(text, settings);
            case QAPLIB -> QaplibReader.read(text, settings);
            case DATA_CSV -> DataCsv.read(text, settings);
            case KNAPSACK_CSV -> KnapsackReaders.readCsv(text, settings);
            case KPLIB -> KnapsackReaders.readKplib(text, settings);
            case QUADRATIC_KNAPSACK -> KnapsackReaders.readQuadratic(text, settings);
            case KNAPSACK_JSONL -> KnapsackLines.read(text, settings);
            case OR_LIBRARY_PORTFOLIO -> OrLibraryPortfolioReader.read(text, settings);
            case JOB_SHOP -> JobShopReader.read(text, settings);
            case LP -> LpReader.read(text, settings);
            case OPENFERMION -> OpenFermionReader.read(text, settings);
            case AUTOMATIC, JSON, OPENQASM -> throw new IllegalArgumentException(format + " is no text of one problem");
        };
    }

    /** Of a format that leaves nothing open. */
    private static Problem bare(FileSettings settings, Supplier<Problem> reader) {
        settings.only();
        return reader.get();
    }
}
