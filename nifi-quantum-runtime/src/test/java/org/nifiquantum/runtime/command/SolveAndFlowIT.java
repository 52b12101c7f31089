// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.runtime.MaxCutTemplate;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;

/** {@code solve} in this process and the loop on a real NiFi are the same steps: the same seed, the same evaluations. */
class SolveAndFlowIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"COBYLA", "SPSA", "NELDER_MEAD"})
    void giveTheSameEvaluations(String optimizer) throws IOException {
        JsonNode inFlow = flow(optimizer);
        JsonNode inProcess = solve(optimizer);
        assertTrue(inFlow.at("/optimization/evaluations").size() > 10, inFlow::toString);
        assertEquals(inProcess.path("optimization"), inFlow.path("optimization"));
        assertEquals(inProcess.path("solution"), inFlow.path("solution"));
    }

    private JsonNode flow(String optimizer) throws IOException {
        Map<String, String> parameters = Map.of(
                "optimizer", optimizer, "seed", "77", "layers", "2", "shots", "256", "maximum-evaluations", "25");
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(),
                "same-as-solve-" + optimizer,
                MaxCutTemplate.withOwnContext(folder, optimizer),
                parameters,
                SharedNiFi.folder("same-as-solve"))) {
            run.feed(List.of(MaxCutTemplate.cities()));
            List<TemplateOutput> outputs = run.await(Duration.ofMinutes(3), () -> {});
            return new ObjectMapper().readTree(outputs.getFirst().flowFile().content());
        }
    }

    private static JsonNode solve(String optimizer) throws IOException {
        StringWriter out = new StringWriter();
        int code = QuantumCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(
                        "solve",
                        MaxCutTemplate.cities().file().toString(),
                        "--format=json",
                        "--optimizer=" + optimizer,
                        "--seed=77",
                        "--layers=2",
                        "--shots=256",
                        "--maximum-evaluations=25");
        assertEquals(0, code);
        return new ObjectMapper().readTree(out.toString());
    }
}
