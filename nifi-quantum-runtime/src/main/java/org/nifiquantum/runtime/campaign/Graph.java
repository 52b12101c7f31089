// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.flow.TemplateInput;

/** A small graph to cut, which knows how good an answer is without asking the code that gave it. */
public record Graph(int nodes, Set<Edge> edges) {

    private static final double TOLERANCE = 1e-9;

    /** An edge; {@code first} is the smaller. */
    public record Edge(int first, int second) {

        static Edge of(int one, int other) {
            return new Edge(Math.min(one, other), Math.max(one, other));
        }
    }

    public Graph {
        edges = Set.copyOf(edges);
    }

    /** A ring with as many chords as chance puts there. */
    public static Graph random(int nodes, RandomGenerator random) {
        Set<Edge> edges = new LinkedHashSet<>();
        for (int node = 0; node < nodes; node++) {
            edges.add(Edge.of(node, (node + 1) % nodes));
            int other = random.nextInt(nodes);
            if (other != node) {
                edges.add(Edge.of(node, other));
            }
        }
        return new Graph(nodes, edges);
    }

    /** Writes it as a file to feed, in the form of the QED-C benchmarks. */
    public TemplateInput writeTo(Path file) {
        String text = edges.stream()
                .map(edge -> "%d %d%n".formatted(edge.first(), edge.second()))
                .sorted()
                .collect(Collectors.joining("", "%d%n".formatted(nodes), ""));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new TemplateInput(Files.writeString(file, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a {@code solution} names a side for every node and its objective is what these sides cut. */
    public boolean isSolvedBy(JsonNode solution) {
        JsonNode sides = solution.path("assignment");
        if (sides.size() != nodes) {
            return false;
        }
        long cut = edges.stream()
                .filter(edge -> side(sides, edge.first()) != side(sides, edge.second()))
                .count();
        return Math.abs(solution.path("objective").asDouble(-1) - cut) < TOLERANCE;
    }

    private static int side(JsonNode sides, int node) {
        return sides.path(Integer.toString(node)).asInt(-1);
    }
}
