// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.runtime.bench.Row;
import org.nifiquantum.runtime.bench.Table;

/** What can be told of the options without starting a NiFi. */
class BenchCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench                              | Say which benchmark",
                "bench float                        | float",
                "bench flow --heap much             | heap 'much'",
                "bench flow --format xml            | xml",
                "bench engine --qubits 8            | --qubits 8: must be at least 16",
                "bench load --at-once 0             | --at-once 0: must be at least 1",
                "bench load --queues 5,0            | --queues 0: must be at least 1",
                "bench load --nodes 2               | --nodes 2: must be at least 3",
                "bench load --steadily 1            | --steadily 1: must be at least 2",
                "bench load --evaluations 0         | --evaluations 0: must be at least 1",
                "bench solvers --seeds 0            | --seeds 0: must be at least 1",
                "bench solvers --instances nothing  | --instances [nothing]: there is none of G1, G11,",
                "bench flow --iterations 1000       | --iterations 1000: must be at least 1100",
            })
    void whatCannotBeMeasuredIsWrongUsage(String line, String complaint) {
        assertEquals(2, execute(line), err::toString);
        assertTrue(err.toString().contains(complaint), err::toString);
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource({"bench flow, 10 millis", "bench load, 10000", "bench engine, 24", "bench solvers, 10"})
    void helpNamesTheDefaults(String line, String value) {
        assertEquals(0, execute(line + " --help"));
        assertTrue(out.toString().contains(value), out::toString);
    }

    @Test
    void theFormatDecidesHowTheRowsArePrinted() throws JsonProcessingException {
        Table table = new Table(List.of(Row.of("heap", 1, "MiB")));
        assertTrue(BenchCommand.print(table, Format.TEXT).startsWith("| name |"));
        assertEquals(
                1,
                new ObjectMapper()
                        .readTree(BenchCommand.print(table, Format.JSON))
                        .size());
    }

    private int execute(String line) {
        return QuantumCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.split(" "));
    }
}
