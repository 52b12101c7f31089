// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.qasm.OpenQasmWriter;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Qaoa;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.runtime.SharedNiFi;

/** QAOA at published angles gives, through the flow on a real NiFi, the share of edges that is published: one exact job each. */
class PublishedExpectationsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATE =
            Path.of("").toAbsolutePath().getParent().resolve("templates").resolve("sampling-search.json");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double FOUR_DIGITS = 5e-5;

    /** Of the ring of 2p + 2 nodes, gammas then betas; where the maximum is that flat, six digits of them are enough. */
    private static final List<List<Double>> BEST_OF_RINGS = List.of(
            List.of(0.785398, 0.392699),
            List.of(0.655871, 1.242861, 0.621430, 0.327935),
            List.of(0.592136, 1.156087, 1.364576, 0.682288, 0.578043, 0.296068));

    private record Pair(int first, int second) {}

    @TempDir
    private Path folder;

    /**
     * Of a triangle-free d-regular graph 1/2 + ((d-1)/d)^((d-1)/2) / (2 sqrt d) at one layer: Z. Wang, S. Hadfield, Z. Jiang,
     * E. Rieffel, Phys. Rev. A 97, 022304 (2018). Of a graph without cycles of fewer than six nodes 0.755906 at two, with degree
     * 3: J. Wurtz, D. Lykov, Phys. Rev. A 104, 052419 (2021).
     */
    @Test
    void fixedAnglesOnRegularGraphs() throws IOException {
        List<JsonNode> oneLayer = solve(
                1,
                List.of(
                        file("cube", 8, cube(3)),
                        file("four-cube", 16, cube(4)),
                        file("bipartite", 10, completeBipartite(5))));
        for (int i = 0; i < oneLayer.size(); i++) {
            double degree = 3 + i;
            double share = 0.5 + Math.pow((degree - 1) / degree, (degree - 1) / 2) / (2 * Math.sqrt(degree));
            assertEquals("fixed-regular", oneLayer.get(i).at("/encoding/angles").asText());
            assertEquals(share, share(oneLayer.get(i), List.of(12, 32, 25).get(i)), FOUR_DIGITS, "degree " + degree);
        }
        JsonNode heawood = solve(2, List.of(file("heawood", 14, heawood()))).getFirst();
        assertEquals(0.755906, share(heawood, 21), FOUR_DIGITS, "Heawood's graph");
    }

    /** Of the even ring with n >= 2p + 2 (2p+1)/(2p+2): G. Mbeng, R. Fazio, G. Santoro, arXiv 1906.08948. */
    @Test
    void bestAnglesOnRings() throws IOException {
        List<Path> circuits = Stream.of(1, 2, 3).map(this::ring).toList();
        List<JsonNode> runs = solve(1, circuits);
        for (int layers = 1; layers <= runs.size(); layers++) {
            double nodes = 2 * layers + 2;
            assertEquals((nodes - 1) / nodes, share(runs.get(layers - 1), nodes), FOUR_DIGITS, layers + " layers");
        }
    }

    /** The expectation is that of the negative cut. */
    private static double share(JsonNode run, double edges) {
        assertEquals(1, run.at("/totals/jobs").asInt(), "jobs");
        assertEquals(0, run.at("/request/shots").asInt(), "shots");
        return -run.at("/result/evaluations/0/expectation").asDouble() / edges;
    }

    private List<JsonNode> solve(int layers, List<Path> inputs) throws IOException {
        String name = "published-" + layers + "-" + inputs.size() + "-"
                + inputs.getFirst().getFileName();
        Path template =
                TemplateVariant.of(TEMPLATE).withContext(name).writeTo(folder.resolve("template-" + name + ".json"));
        Map<String, String> parameters = Map.of("shots", "0", "layers", Integer.toString(layers));
        try (TemplateRun run =
                TemplateRun.prepare(SharedNiFi.client(), name, template, parameters, SharedNiFi.folder("published"))) {
            run.feed(inputs.stream().map(TemplateInput::new).toList());
            List<TemplateOutput> outputs = run.await(LIMIT, () -> {});
            assertEquals(inputs.size(), outputs.size());
            return outputs.stream().map(PublishedExpectationsIT::document).toList();
        }
    }

    private static JsonNode document(TemplateOutput output) {
        try {
            return JSON.readTree(output.flowFile().content());
        } catch (IOException e) {
            throw new AssertionError(output.port() + " has no document", e);
        }
    }

    private Path file(String name, int nodes, Stream<Pair> edges) throws IOException {
        String lines = edges.map(edge -> edge.first() + " " + edge.second()).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name + ".txt"), nodes + "\n" + lines + "\n");
    }

    private static Stream<Pair> cube(int dimensions) {
        return IntStream.range(0, 1 << dimensions)
                .boxed()
                .flatMap(node -> IntStream.range(0, dimensions)
                        .map(bit -> node ^ 1 << bit)
                        .filter(other -> other > node)
                        .mapToObj(other -> new Pair(node, other)));
    }

    private static Stream<Pair> completeBipartite(int half) {
        return IntStream.range(0, half * half).mapToObj(pair -> new Pair(pair / half, half + pair % half));
    }

    /** LCF [5, -5]^7. */
    private static Stream<Pair> heawood() {
        Stream<Pair> ring = IntStream.range(0, 14).mapToObj(node -> new Pair(node, (node + 1) % 14));
        Stream<Pair> chords = IntStream.range(0, 7).mapToObj(even -> new Pair(2 * even, (2 * even + 5) % 14));
        return Stream.concat(ring, chords);
    }

    /** A bare circuit with its observable, at one point: what is not among the published schedules goes this way. */
    private Path ring(int layers) {
        int nodes = 2 * layers + 2;
        List<String> names =
                IntStream.range(0, nodes).mapToObj(Integer::toString).toList();
        List<Edge> edges = IntStream.range(0, nodes)
                .mapToObj(node -> new Edge(node, (node + 1) % nodes, 1))
                .toList();
        Circuit circuit = Qaoa.encode(new MaxCut(names, edges), layers, InitialAngles.LINEAR_RAMP)
                .circuit();
        ObjectNode input = JSON.createObjectNode().put("type", "circuit").put("source", OpenQasmWriter.write(circuit));
        ObjectNode cut = input.putObject("observable").put("constant", -0.5 * nodes);
        ArrayNode terms = cut.putArray("terms");
        for (int node = 0; node < nodes; node++) {
            terms.addObject()
                    .put("pauli", "ZZ")
                    .put("coefficient", 0.5)
                    .putArray("qubits")
                    .add(node)
                    .add((node + 1) % nodes);
        }
        ObjectNode sweep = input.putObject("sweep").put("method", "list");
        ObjectNode point = sweep.putArray("points").addObject();
        for (int i = 0; i < 2 * layers; i++) {
            point.put(circuit.parameters().get(i), BEST_OF_RINGS.get(layers - 1).get(i));
        }
        try {
            return Files.writeString(folder.resolve("ring-" + nodes + ".json"), input.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
