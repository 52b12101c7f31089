// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.flow.PackagedFlowFile;
import org.nifiquantum.runtime.flow.TemplateOutput;

class LoadBenchmarkTest {

    private static final double EXACT = 1e-12;

    @TempDir
    private Path folder;

    /** Three runs come out in two seconds: 12 jobs by the quantum road, none by the classical, one without an answer. */
    @Test
    void rowsCountAnswersAndRates() throws IOException {
        Tally tally = new Tally();
        tally.add(List.of(
                output("{\"totals\": {\"jobs\": 12}, \"solution\": {\"source\": \"quantum\"}}"),
                output("{\"totals\": {\"jobs\": 0}, \"solution\": {\"source\": \"exact\"}}"),
                output("{\"totals\": {\"jobs\": 0}}")));
        tally.see(Map.of("a -> b", 4));

        List<Row> rows =
                LoadBenchmark.rows("x ", new Phase.Outcome(tally, 2), 3, 50, new Row.Yardstick("arriving", 0.5));

        check(rows.get(0), "x answered", 2, 3);
        check(rows.get(1), "x by the quantum road", 1, 3);
        check(rows.get(2), "x runs", 1, 0.5);
        check(rows.get(3), "x iterations", 6, 3);
        check(rows.get(4), "x largest queue", 4, 50);
    }

    @Test
    void theHeapIsHeldAgainstTheStart() {
        List<Row> rows = LoadBenchmark.heapRows("heap ", 90, 100, 110, 120);
        assertTrue(rows.getFirst().yardstick().isEmpty());
        check(rows.get(1), "heap at the start of the steady runs", 100, 90);
        check(rows.get(2), "heap at half of them", 110, 100);
        check(rows.get(3), "heap at their end", 120, 100);
    }

    private static void check(Row row, String name, double value, double yardstick) {
        assertEquals(name, row.name());
        assertEquals(value, row.value(), EXACT, name);
        assertEquals(yardstick, row.yardstick().orElseThrow().value(), EXACT, name);
    }

    private TemplateOutput output(String document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] content = document.getBytes(StandardCharsets.UTF_8);
        out.writeBytes("NiFiFF3");
        out.writeShort(0);
        out.writeLong(content.length);
        out.write(content);
        Path file = Files.write(folder.resolve("packed"), bytes.toByteArray());
        return new TemplateOutput(0, "solution", PackagedFlowFile.read(file));
    }
}
