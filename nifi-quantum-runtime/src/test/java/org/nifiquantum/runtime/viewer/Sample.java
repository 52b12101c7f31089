// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import java.util.List;

/**
 * A small problem of a kind, with its answer.
 *
 * @param solution members of the solution beside those that all have
 * @param drawing a selector of what is drawn
 * @param count how often that must be there
 */
record Sample(String problem, String solution, String drawing, int count) {

    private static final String EDGES =
            "\"edges\": [{\"source\": \"a\", \"target\": \"b\"}, {\"source\": \"b\", \"target\": \"c\"}]";

    static final List<Sample> ALL = List.of(
            new Sample(
                    "\"type\": \"maxcut\", " + EDGES,
                    "\"assignment\": {\"a\": 0, \"b\": 1, \"c\": 0}",
                    "svg .edge.cut",
                    2),
            new Sample(
                    "\"type\": \"qubo\", \"sense\": \"minimize\", \"linear\": {\"x\": 1, \"y\": 2},"
                            + " \"quadratic\": [{\"first\": \"x\", \"second\": \"y\", \"value\": -3}]",
                    "\"assignment\": {\"x\": 1, \"y\": 1}",
                    "svg .node.value-one",
                    2),
            new Sample(
                    "\"type\": \"ising\", \"couplings\": [{\"first\": \"s\", \"second\": \"t\", \"value\": -1}]",
                    "\"assignment\": {\"s\": 0, \"t\": 0}",
                    "svg .edge.negative",
                    1),
            new Sample(
                    "\"type\": \"vertex-cover\", " + EDGES,
                    "\"answer\": {\"cover\": [\"b\"]}",
                    "svg .node.value-one",
                    1),
            new Sample(
                    "\"type\": \"graph-colouring\", " + EDGES,
                    "\"answer\": {\"colours\": {\"a\": 1, \"b\": 2, \"c\": 1}}",
                    "svg .node.hue0",
                    2),
            new Sample(
                    "\"type\": \"tsp\", \"cities\": [\"a\", \"b\", \"c\"], \"distances\": [[0, 1, 2], [1, 0, 2], [2, 2, 0]]",
                    "\"answer\": {\"tour\": [\"a\", \"b\", \"c\"]}",
                    "svg .leg",
                    3),
            new Sample(
                    "\"type\": \"knapsack\", \"capacity\": 5, \"items\": [{\"name\": \"a\", \"profit\": 1, \"weight\": 2},"
                            + " {\"name\": \"b\", \"profit\": 3, \"weight\": 4}]",
                    "\"answer\": {\"packed\": [\"b\"], \"weights\": [4], \"capacities\": [5]}",
                    "svg .part",
                    1),
            new Sample(
                    "\"type\": \"number-partition\", \"numbers\": [3, 1, 2]",
                    "\"answer\": {\"groups\": [[\"1\"], [\"2\", \"3\"]], \"sums\": [3, 3]}",
                    "svg .part",
                    3),
            new Sample(
                    "\"type\": \"portfolio\", \"assets\": [\"a\", \"b\"], \"returns\": [0.1, 0.2],"
                            + " \"covariance\": [[0.1, 0], [0, 0.2]], \"choose\": 1",
                    "\"answer\": {\"assets\": [\"b\"]}",
                    "svg .node.value-one",
                    1),
            new Sample(
                    "\"type\": \"job-shop\", \"jobs\": []",
                    "\"answer\": {\"schedule\": {\"j\": [{\"machine\": \"m\", \"start\": 0, \"end\": 2},"
                            + " {\"machine\": \"n\", \"start\": 2, \"end\": 3}]}}",
                    "svg .task",
                    2),
            new Sample(
                    "\"type\": \"molecule\", \"terms\": [[-1.0, \"Z0\"]]",
                    "\"answer\": {\"exactEnergy\": -1.0, \"electrons\": 2}",
                    "svg .level",
                    2),
            new Sample(
                    "\"type\": \"data\", \"features\": [\"x\"], \"rows\": [{\"name\": \"a\", \"values\": [1], \"label\": \"l\"},"
                            + " {\"name\": \"b\", \"values\": [2], \"label\": \"m\"}]",
                    "\"answer\": {\"kernel\": [[1, 0.5], [0.5, 1]], \"rows\": [\"a\", \"b\"], \"columns\": [\"a\", \"b\"]}",
                    "canvas",
                    1),
            new Sample("\"type\": \"something new\", \"list\": [1, 2]", "\"answer\": {\"word\": 1}", "table", 1));

    /** A run with the problem and the answer. */
    String document() {
        return "{\"schema\": \"nifi-quantum/run/1\", \"id\": \"a\", \"problem\": {%s}, \"solution\": {%s, \"objective\": -1, \"feasible\": true, \"source\": \"exact\", \"reason\": \"a test\"}}"
                .formatted(problem, solution);
    }
}
