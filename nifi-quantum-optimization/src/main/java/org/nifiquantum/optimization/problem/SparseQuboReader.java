// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.optimization.problem.format.CoordinateText;
import org.nifiquantum.optimization.problem.format.Entry;
import org.nifiquantum.optimization.problem.format.Lines;

/**
 * Reads the {@code .sparse} matrices of the Biq Mac library: {@code n m}, the numbers of variables and entries, then m lines
 * {@code i j q} with variables counted from 1. The matrix is symmetric and one half of it is listed; the objective is
 * x'Qx, to be minimised. So an entry of the diagonal is a linear coefficient, and any other counts <em>twice</em>:
 * sum_i q_ii x_i + 2 sum_{i&lt;j} q_ij x_i x_j. Variables are named by their numbers.
 *
 * <p>Windows line ends, blank lines, blanks at either end of a line and a missing last line end are accepted. Repeated
 * entries add up. Entries on both sides of the diagonal are refused, since it cannot be told whether they are two halves
 * of one matrix or twice the same; so is any number of lines other than m.
 */
public final class SparseQuboReader {
    private SparseQuboReader() {}

    /**
     * Reads a whole text.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     */
    public static Qubo read(String text) {
        return Lines.inMemory(text, SparseQuboReader::read);
    }

    /**
     * Reads to the end; closing stays with the caller.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     * @throws IOException if the reader fails
     */
    public static Qubo read(Reader reader) throws IOException {
        CoordinateText text = CoordinateText.read(reader, "variable");
        if (text.entries().size() != text.declared()) {
            throw text.miscounted();
        }
        requireOneHalf(text.entries());
        return Qubo.ofEntries(text.numbering().names(), text.entries(), 2);
    }

    private static void requireOneHalf(List<Entry> entries) {
        Optional<Entry> above =
                entries.stream().filter(entry -> entry.row() < entry.column()).findFirst();
        Optional<Entry> below =
                entries.stream().filter(entry -> entry.row() > entry.column()).findFirst();
        if (above.isPresent() && below.isPresent()) {
            Entry later = above.get().line() > below.get().line() ? above.get() : below.get();
            throw later.error(
                    "The entry lies on the other side of the diagonal than those before.",
                    "Give one half of the symmetric matrix: either i <= j in all lines, or i >= j.");
        }
    }
}
