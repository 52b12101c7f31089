// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;

/** A problem of each kind as JSON, damaged in every place: an error with the pointer of the place, never another problem. */
class DamagedJsonTest {

    /** None of them is a number. */
    private static final List<String> NO_NUMBERS = List.of("\"x\"", "null", "true", "[]", "{}", "1e999", "\"1\"");

    /** None of them is a name. */
    private static final List<String> NO_NAMES = List.of("null", "true", "[]", "{}", "1.5");

    static List<Problem> problems() {
        return ProblemJsonTest.problems().toList();
    }

    private static Problem read(String json) {
        return ((Input.OfProblem) InputReader.read(json.getBytes(StandardCharsets.UTF_8), InputFormat.JSON, ""))
                .problem();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsNoNumberIsRefusedAtItsPlace(Problem problem) throws JsonProcessingException {
        String json = ProblemJson.write(problem).toString();
        leaves(json).forEach((pointer, leaf) -> {
            if (leaf.isNumber()) {
                NO_NUMBERS.forEach(other -> refused(json, pointer, other));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsNoNameIsRefusedAtItsPlace(Problem problem) throws JsonProcessingException {
        String json = ProblemJson.write(problem).toString();
        leaves(json).forEach((pointer, leaf) -> {
            // The name of a molecule is a remark, an empty string among its terms is the identity.
            boolean free = pointer.equals("/name") || pointer.startsWith("/terms");
            if (leaf.isTextual() && !free) {
                NO_NAMES.forEach(other -> refused(json, pointer, other));
                // Where another member still has the name, that may be met first.
                assertThrows(RunException.class, () -> read(replaced(json, pointer, "\" \"")), pointer);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsCutOffIsRefused(Problem problem) {
        String json = ProblemJson.write(problem).toString();
        for (int end = 1; end < json.length(); end++) {
            String cut = json.substring(0, end);
            RunException refusal = assertThrows(RunException.class, () -> read(cut), cut);
            assertTrue(refusal.getMessage().matches("(line \\d+|/).*"), () -> refusal.getMessage() + " of " + cut);
        }
    }

    /** Every member is told from one that is missing: either it must be there, or without it the problem is another in a known way. */
    @ParameterizedTest
    @MethodSource("problems")
    void aMemberThatIsTwiceThereIsRefused(Problem problem) throws JsonProcessingException {
        String json = ProblemJson.write(problem).toString();
        Json.mapper().readTree(json).fieldNames().forEachRemaining(name -> {
            String twice = json.substring(0, json.length() - 1) + ",\"%s\":0}".formatted(name);
            assertThrows(RunException.class, () -> read(twice), twice);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Names
                "`maxcut`, `nodes`: [`a`, `a`], `edges`: []                                              | /nodes/1",
                "`tsp`, `cities`: [`a`, `b`, `a`], `distances`: [[0,1,1],[1,0,1],[1,1,0]]                | /cities",
                "`qap`, `facilities`: [`a`, `a`], `locations`: [`x`, `y`], `flows`: [[0,1],[1,0]], `distances`: [[0,1],[1,0]] | /facilities",
                "`portfolio`, `assets`: [`a`, `a`], `returns`: [1,1], `covariance`: [[1,0],[0,1]]        | /assets",
                "`knapsack`, `capacity`: 3, `items`: [{`name`:`a`,`profit`:1,`weight`:1},{`name`:`a`,`profit`:1,`weight`:1}] | /items/1",
                "`number-partition`, `numbers`: {`a`: 1, `a`: 2}                                         | line 1, column",
                "`job-shop`, `jobs`: [{`name`:`a`,`operations`:[{`machine`:`m`,`duration`:1}]},{`name`:`a`,`operations`:[{`machine`:`m`,`duration`:1}]}] | /jobs/1",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`:`x`},{`name`:`x`}], `linear`: {} | /variables/1",
                // Matrices of a wrong form, and asymmetric where they must not be
                "`tsp`, `cities`: [`a`, `b`], `distances`: [[0,1],[1]]                                   | /distances",
                "`tsp`, `cities`: [`a`, `b`], `distances`: [[0,1,2],[1,0,2]]                             | /distances",
                "`tsp`, `cities`: [`a`, `b`], `distances`: [[0,-1],[1,0]]                                | /distances",
                "`qap`, `facilities`: [`a`, `b`], `locations`: [`x`, `y`], `flows`: [[0,1]], `distances`: [[0,1],[1,0]] | /flows",
                "`portfolio`, `assets`: [`a`, `b`], `returns`: [1,1], `covariance`: [[1,0.5],[0.4,1]]    | /covariance",
                "`portfolio`, `assets`: [`a`, `b`], `returns`: [1], `covariance`: [[1,0],[0,1]]          | /returns",
                "`portfolio`, `assets`: [`a`, `b`], `returns`: [1,1], `covariance`: [[-1,0],[0,1]]       | /covariance",
                // Constraints that no answer keeps
                "`portfolio`, `assets`: [`a`], `returns`: [1], `covariance`: [[1]], `choose`: 2          | /choose",
                "`knapsack`, `capacity`: -1, `items`: [{`name`:`a`,`profit`:1,`weight`:1}]               | /capacit",
                "`graph-colouring`, `colours`: 0, `nodes`: [`a`], `edges`: []                                  | /colours",
                "`job-shop`, `horizon`: 1, `jobs`: [{`name`:`a`,`operations`:[{`machine`:`m`,`duration`:2}]}] | /horizon",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`:`x`}], `linear`: {}, `constraints`: [{`terms`: {`x`: 1}, `relation`: `>=`, `bound`: 2}] | /constraints/0",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`:`x`,`lower`:3,`upper`:1}], `linear`: {} | /variables/0",
                // Sizes
                "`molecule`, `name`: `m`, `qubits`: 0, `terms`: []                                       | /qubits",
                "`molecule`, `name`: `m`, `qubits`: 2, `terms`: [[1, `X5`]]                              | /qubits",
                "`molecule`, `name`: `m`, `qubits`: 2, `terms`: [[1, `X0`], [2, `X0`]]                   | /terms/1",
                "`knapsack`, `capacity`: 3, `items`: [{`name`:`a`,`profit`:1,`weight`:-1}]               | /items/0",
                "`job-shop`, `jobs`: [{`name`:`a`,`operations`:[{`machine`:`m`,`duration`:-2}]}]         | /jobs/0",
                // Sums that no double holds
                "`maxcut`, `edges`: [{`source`:`a`,`target`:`b`,`weight`:1e308},{`source`:`a`,`target`:`b`,`weight`:1e308}] | /edges",
                "`qubo`, `sense`: `minimize`, `linear`: {`a`: 1e308, `b`: 1e308}, `quadratic`: []        | /linear",
                "`ising`, `fields`: {`a`: 1e308, `b`: 1e308}, `couplings`: []                            | /fields",
                "`number-partition`, `numbers`: [1e308, 1e308]                                           | /numbers",
                "`knapsack`, `capacity`: 3, `items`: [{`name`:`a`,`profit`:1,`weight`:9e18}]             | /items/0",
                "`knapsack`, `capacity`: 3, `items`: [{`name`:`a`,`profit`:1e308,`weight`:1},{`name`:`b`,`profit`:1e308,`weight`:1}] | /items",
                "`tsp`, `cities`: [`a`, `b`], `distances`: [[0,1e308],[1e308,0]]                         | /distances",
                "`portfolio`, `assets`: [`a`,`b`], `returns`: [1e308,1e308], `covariance`: [[1,0],[0,1]] | /returns",
            })
    void whatCannotBeMeantIsRefused(String members, String place) {
        String json = "{\"type\": " + members.replace('`', '"') + "}";
        try {
            Problem problem = read(json);
            fail("%s reads as %s".formatted(json, problem));
        } catch (RunException e) {
            assertTrue(e.getMessage().startsWith(place), () -> e.getMessage() + " of " + json);
        }
    }

    private static void refused(String json, String pointer, String other) {
        String damaged = replaced(json, pointer, other);
        try {
            Problem problem = read(damaged);
            fail("%s reads as %s".formatted(damaged, problem));
        } catch (RunException e) {
            String parent = pointer.substring(0, pointer.lastIndexOf('/'));
            assertTrue(
                    e.getMessage().startsWith(parent.isEmpty() ? pointer : parent),
                    () -> "%s is meant: %s: %s".formatted(pointer, e.getMessage(), damaged));
        }
    }

    private static String replaced(String json, String pointer, String other) {
        try {
            JsonNode tree = Json.mapper().readTree(json);
            int slash = pointer.lastIndexOf('/');
            String last = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
            // As a text that is put in afterwards: no tree holds 1e999.
            JsonNode parent = tree.at(pointer.substring(0, slash));
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), "@");
            } else {
                ((ObjectNode) parent).put(last, "@");
            }
            return tree.toString().replace("\"@\"", other);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Numbers and texts by their pointers, but for the type. */
    private static Map<String, JsonNode> leaves(String json) throws JsonProcessingException {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        addLeaves("", Json.mapper().readTree(json), leaves);
        assertEquals("/type", leaves.keySet().iterator().next());
        leaves.remove("/type");
        return leaves;
    }

    private static void addLeaves(String pointer, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isValueNode()) {
            leaves.put(pointer, node);
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            addLeaves(pointer + "/" + i, node.get(i), leaves);
        }
        node.properties()
                .forEach(member -> addLeaves(pointer + "/" + Json.escape(member.getKey()), member.getValue(), leaves));
    }
}
