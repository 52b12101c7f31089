// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.SchemaValidation;

/** The field's own files as they stand: read with their settings, written as JSON that fits the schema, and read again. */
class FieldFilesTest {

    @ParameterizedTest
    @CsvSource({
        "partition/partition_instances.json, instance=1, AUTOMATIC, 1",
        "partition/partition_instances.json, instance=16, AUTOMATIC, 0",
        "vertexcover/GD02_a.mtx, problem=vertex-cover, AUTOMATIC, 10",
        "knapsack/dwave_small.csv, capacity=89, AUTOMATIC, 340",
        "knapsack/kplib_00Uncorrelated_n00050_R01000_s000.kp, '', AUTOMATIC, 20995",
        "knapsack/fsu_p01_p08.jsonl, instance=1, AUTOMATIC, 19",
        "knapsack/fsu_p01_p08.jsonl, instance=3, AUTOMATIC, 1458",
        "tsp/burma14.tsp, '', AUTOMATIC, 3323",
        "qap/nug5.dat, '', AUTOMATIC, 50",
        "portfolio/port1.txt, assets=6 choose=3, OR_LIBRARY_PORTFOLIO, -0.004138874886",
        "scheduling/la01.jsp, '', AUTOMATIC, 666",
        "qubo/lp/op_ip1.lp, '', AUTOMATIC, 6",
        "molecules/pauli/h2_sto3g_0.735_jw4.json, '', AUTOMATIC, -1.1373060358",
        "molecules/pauli/h2_sto3g_0.735_parity2.json, '', AUTOMATIC, -1.1373060358",
        "molecules/pauli/lih_sto3g_1.5949_cas25_jw10.json, '', AUTOMATIC, -7.8821759908",
        "molecules/pauli/beh2_sto3g_1.326_cas44_jw8.json, '', AUTOMATIC, -15.5662351867",
        "molecules/qedc/h004_chain_000_75.json, '', AUTOMATIC, sol:fci_energy",
        "molecules/qedc/h004_chain_000_75.json, form=paired, AUTOMATIC, sol:doci_energy",
        "molecules/tangelo/mol_H2_qubitham.data, electrons=2, AUTOMATIC, -1.13727042",
        // 143 of 150: what support vectors with a radial kernel give on iris.
        "classification/iris.csv, '', AUTOMATIC, 0.953333333333"
    })
    void isReadAndAnswered(String file, String settings, InputFormat format, String known) throws IOException {
        Path path = sharedData().resolve(file);
        Input.OfProblem given = (Input.OfProblem) InputReader.read(
                Files.readAllBytes(path), format, path.getFileName().toString(), settings(settings));
        Problem problem = given.problem();
        assertEquals(problem, ProblemJson.read(given.source(), ""));
        JsonNode document = Json.mapper()
                .readTree("{\"schema\": \"nifi-quantum/run/1\", \"id\": \"x\", \"problem\": %s}"
                        .formatted(given.source()));
        new SchemaValidation().validate(document);
        double objective = problem.solve(SolverBudget.ofTime(Duration.ofMillis(500), 1))
                .answer()
                .objective();
        assertEquals(known(known, path), objective, 1e-8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partition/partition_instances.json | instance=17 | There is no problem 17",
                "partition/partition_instances.json | form=x | setting form: It means nothing",
                "knapsack/fsu_p01_p08.jsonl | x=1 | setting x: It means nothing",
                "knapsack/fsu_p01_p08.jsonl | penalty=1 | The file holds 10 problems",
                "classification/ad_hoc_ref.json | map=zz | setting set: It is missing. Set it to one of [0, 1, 12345]",
                "vertexcover/GD02_a.mtx | colours=3 | setting problem: It is missing"
            })
    void whatIsLeftOpenMustBeSaid(String file, String setting, String message) throws IOException {
        Path path = sharedData().resolve(file);
        byte[] content = Files.readAllBytes(path);
        FileSettings settings = settings(setting);
        String refusal = assertThrows(
                        RunException.class, () -> InputReader.read(content, InputFormat.AUTOMATIC, file, settings))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    private static FileSettings settings(String text) {
        Map<String, String> values = new HashMap<>();
        for (String entry : text.split(" ", -1)) {
            int sign = entry.indexOf('=');
            if (sign > 0) {
                values.put(entry.substring(0, sign), entry.substring(sign + 1));
            }
        }
        return new FileSettings(values);
    }

    private static double known(String known, Path file) throws IOException {
        if (!known.startsWith("sol:")) {
            return Double.parseDouble(known);
        }
        Path solution = file.resolveSibling(file.getFileName().toString().replace(".json", ".sol"));
        return Files.readAllLines(solution).stream()
                .filter(line -> line.startsWith(known.substring(4)))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow();
    }

    private static Path sharedData() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("shared/data"))) {
            root = root.getParent();
        }
        assumeTrue(root != null, "there is no shared/data beside the repository");
        return root.resolve("shared/data");
    }
}
