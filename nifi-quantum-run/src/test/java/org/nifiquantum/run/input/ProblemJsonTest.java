// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.assignment.Qap;
import org.nifiquantum.optimization.problem.chemistry.Molecule;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.data.Wanted;
import org.nifiquantum.optimization.problem.finance.Portfolio;
import org.nifiquantum.optimization.problem.graph.Clique;
import org.nifiquantum.optimization.problem.graph.Colouring;
import org.nifiquantum.optimization.problem.graph.Graph;
import org.nifiquantum.optimization.problem.graph.IndependentSet;
import org.nifiquantum.optimization.problem.graph.VertexCover;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.problem.packing.Item;
import org.nifiquantum.optimization.problem.packing.Knapsack;
import org.nifiquantum.optimization.problem.partition.NumberPartition;
import org.nifiquantum.optimization.problem.program.IntegerProgram;
import org.nifiquantum.optimization.problem.program.IntegerVariable;
import org.nifiquantum.optimization.problem.routing.Tsp;
import org.nifiquantum.optimization.problem.scheduling.JobOperation;
import org.nifiquantum.optimization.problem.scheduling.JobShop;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.SchemaValidation;

class ProblemJsonTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final Graph GRAPH =
            new Graph(List.of("a", "b", "c"), List.of(Edge.unweighted(0, 1), Edge.unweighted(1, 2)));

    @Test
    void readsAQubo() throws JsonProcessingException {
        assertEquals(
                new Qubo(
                        Sense.MAXIMIZE,
                        List.of("7", "b", "c"),
                        List.of(-1.5, 0., 0.),
                        List.of(new PairTerm(0, 2, 2.5)),
                        3),
                read("""
                        {"type": "qubo", "sense": "maximize", "variables": [7, "b", "c"], "linear": {"7": -1.5},
                         "quadratic": [{"first": "c", "second": 7, "value": 2}, {"first": 7, "second": "c", "value": 0.5}],
                         "offset": 3}"""));
    }

    @Test
    void readsAnIsingModelWhoseDownSpinsAreOnes() throws JsonProcessingException {
        BinaryProblem problem = (BinaryProblem) read("""
                {"type": "ising", "spins": ["a", "b"], "fields": {"a": 10}, "offset": 100,
                 "couplings": [{"first": "a", "second": "b", "value": 1}]}""");
        assertEquals(100 - 10 - 1, problem.objective(BitString.parse("01")));
        assertEquals(100 + 10 + 1, problem.objective(BitString.parse("00")));
        assertEquals(Sense.MINIMIZE, problem.sense());
    }

    @Test
    void coefficientsNameTheVariablesWhereNoneAreGiven() throws JsonProcessingException {
        assertEquals(List.of("z", "y", "x"), variables("""
                        {"type": "qubo", "sense": "minimize", "linear": {"z": 1, "y": 0},
                         "quadratic": [{"first": "x", "second": "z", "value": 1}]}"""));
        assertEquals(List.of("q", "p"), variables("""
                        {"type": "ising", "fields": {}, "couplings": [{"first": "q", "second": "p", "value": 1}]}"""));
    }

    static Stream<Problem> problems() {
        return Stream.of(
                new MaxCut(List.of("a", "b"), List.of(new Edge(0, 1, 0.1))),
                new Qubo(Sense.MAXIMIZE, List.of("a/~", "b"), List.of(1., 0.), List.of(new PairTerm(0, 1, 1e-9)), 2),
                new Ising(List.of("a", "b", "c"), List.of(0., -1e300, 0.), List.of(), -0.5),
                new NumberPartition(List.of("a", "b"), List.of(7., 0.5)),
                new VertexCover(GRAPH, NONE),
                new IndependentSet(GRAPH, OptionalDouble.of(3.5)),
                new Clique(GRAPH, NONE),
                new Colouring(GRAPH, 2, NONE),
                new Knapsack(
                        List.of(new Item("a", 1.5, List.of(2L, 0L)), new Item("b", 0, List.of(1L, 4L))),
                        List.of(2L, 5L),
                        List.of(new PairTerm(0, 1, 3)),
                        OptionalDouble.of(9)),
                new Tsp(List.of("a", "b"), Matrix.of(new double[][] {{0, 1.5}, {2, 0}}), NONE),
                new Qap(
                        List.of("a", "b"),
                        List.of("x", "y"),
                        Matrix.of(new double[][] {{0, 1}, {2, 0}}),
                        Matrix.of(new double[][] {{0, 3}, {4, 0}}),
                        NONE),
                new Portfolio(
                        List.of("a", "b"),
                        List.of(0.1, -0.2),
                        Matrix.of(new double[][] {{1, 0.5}, {0.5, 2}}),
                        0.5,
                        OptionalInt.of(1),
                        NONE),
                new JobShop(
                        List.of("j", "k"),
                        List.of("m"),
                        List.of(List.of(new JobOperation(0, 3)), List.of(new JobOperation(0, 1))),
                        OptionalInt.of(7),
                        NONE),
                new IntegerProgram(
                        Sense.MAXIMIZE,
                        List.of(IntegerVariable.binary("x"), new IntegerVariable("y", -1, 3)),
                        List.of(1., 0.),
                        List.of(new PairTerm(0, 1, 2), new PairTerm(1, 1, -1)),
                        0.5,
                        List.of(new LinearConstraint("c", Map.of(0, 1., 1, 2.), Relation.AT_LEAST, 1)),
                        NONE),
                new Molecule(
                        "H2",
                        PauliSum.builder()
                                .constant(-1)
                                .add(0.5, "XX", 0, 2)
                                .add(0.5, "YY", 0, 2)
                                .build(),
                        3,
                        0.7,
                        OptionalInt.of(1),
                        Optional.of(BitString.parse("100"))),
                new DataTable(
                        List.of("a", "b"),
                        List.of(
                                new DataRow("r", List.of(0.1, -2.0), Optional.of("x")),
                                new DataRow("s", List.of(1e-9, 3.0), Optional.of("y"))),
                        List.of(new DataRow("t", List.of(0.0, 0.5), Optional.empty())),
                        OptionalDouble.of(Math.PI),
                        new FeatureMap(FeatureMap.Kind.ANGLE, 2, 3, Entanglement.FULL),
                        Wanted.FEATURES));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsWrittenFitsTheSchemaAndIsReadAgain(Problem problem) throws JsonProcessingException {
        String json = ProblemJson.write(problem).toString();
        assertEquals(problem, read(json));
        new SchemaValidation().validate(document(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`qubo`, `linear`: {}, `quadratic`: []                       | /sense: must be minimize or maximize",
                "`qubo`, `sense`: `least`, `linear`: {}, `quadratic`: []     | /sense: must be minimize or maximize",
                "`qubo`, `sense`: `minimize`, `quadratic`: []                | /linear: must be an object",
                "`qubo`, `sense`: `minimize`, `linear`: [1], `quadratic`: [] | /linear: must be an object",
                "`qubo`, `sense`: `minimize`, `linear`: {`a`: 1}             | /quadratic: must be an array",
                "`qubo`, `sense`: `minimize`, `linear`: {}, `quadratic`: []  | /variables: the problem has no variables",
                "`qubo`, `sense`: `minimize`, `variables`: 3, `linear`: {}, `quadratic`: []   | /variables: must be an array",
                "`qubo`, `sense`: `minimize`, `variables`: [`a`, `a`], `linear`: {}, `quadratic`: [] | /variables/1: [a] is named twice",
                "`qubo`, `sense`: `minimize`, `variables`: [`a`, 1.5], `linear`: {}, `quadratic`: [] | /variables/1: must be a name",
                "`qubo`, `sense`: `minimize`, `variables`: [` `], `linear`: {}, `quadratic`: [] | /variables/0: The variable has no name",
                "`qubo`, `sense`: `minimize`, `variables`: [`a`], `linear`: {`b/c`: 1}, `quadratic`: [] | /linear/b~1c: [b/c] is not among the variables",
                "`qubo`, `sense`: `minimize`, `linear`: {`a`: `1`}, `quadratic`: [] | /linear/a: must be a finite number, not [1]",
                "`qubo`, `sense`: `minimize`, `linear`: {`a`: 1e999}, `quadratic`: [] | /linear/a: must be a finite number",
                "`qubo`, `sense`: `minimize`, `linear`: {`a`: 1e308, `b`: 1e308}, `quadratic`: [] | /linear/b: The sum of the sizes",
                "`qubo`, `sense`: `minimize`, `linear`: {`a`: 1}, `quadratic`: [], `offset`: null | /offset: must be a finite number",
                "`qubo`, `sense`: `minimize`, `linear`: {}, `quadratic`: [{`first`: `a`, `second`: `b`}] | /quadratic/0/value: must be a finite number",
                "`qubo`, `sense`: `minimize`, `linear`: {}, `quadratic`: [{`first`: `a`, `value`: 1}] | /quadratic/0/second: must be a name",
                "`qubo`, `sense`: `minimize`, `linear`: {}, `quadratic`: [7] | /quadratic/0/first: must be a name",
                "`qubo`, `sense`: `minimize`, `linear`: {}, `quadratic`: [{`first`: `a`, `second`: `a`, `value`: 1}] | /quadratic/0: It joins variable 0 with itself",
                "`ising`, `couplings`: []                                    | /fields: must be an object",
                "`ising`, `fields`: {}                                       | /couplings: must be an array",
                "`ising`, `fields`: {}, `couplings`: []                      | /spins: the problem has no spins",
                "`ising`, `spins`: [`a`], `fields`: {}, `couplings`: [{`first`: `a`, `second`: `b`, `value`: 1}] | /couplings/0/second: [b] is not among the spins",
                "`ising`, `fields`: {`a`: 1e999}, `couplings`: []            | /fields/a: must be a finite number",
                "`ising`, `fields`: {}, `couplings`: [{`first`: `a`, `second`: `a`, `value`: 1}] | /couplings/0: It joins spin 0 with itself",
                "`number-partition`, `sums`: 2                               | /numbers: must be an object",
                "`number-partition`, `numbers`: [1, -2]                      | /numbers/1: The number is -2",
                "`number-partition`, `numbers`: [1, `x`]                     | /numbers/1: must be a finite number",
                "`number-partition`, `numbers`: []                           | /numbers: The problem has no number",
                "`number-partition`, `numbers`: [9e15, 9e15]                 | /numbers/1: The sum up to here",
                "`vertex-cover`, `edges`: [{`source`: 1, `target`: 2, `weight`: 3}] | /edges/0/weight: has no meaning",
                "`clique`, `edges`: [{`source`: 1, `target`: 1}]             | /edges/0: joins a node with itself",
                "`vertex-cover`, `edges`: [{`source`: 1, `target`: 2}], `penalty`: 0 | /penalty: It is 0.0",
                "`graph-colouring`, `nodes`: [1, 2], `edges`: [], `colours`: 0 | /colours: must be a whole number of 1",
                "`knapsack`, `items`: []                                     | /capacities: must be an array",
                "`knapsack`, `capacity`: 3, `items`: []                      | /items: The problem has no item",
                "`knapsack`, `capacity`: 2.5, `items`: []                    | /capacity: must be a whole number",
                "`knapsack`, `capacity`: -1, `items`: [{`name`: 1, `profit`: 1, `weight`: 1}] | /capacities/0: The capacity is -1",
                "`knapsack`, `capacity`: 3, `items`: [{`name`: 1, `profit`: 1, `weights`: [1, 2]}] | /items/0/weights: 2 weights for 1",
                "`knapsack`, `capacity`: 3, `items`: [{`name`: 1, `profit`: 1, `weight`: 1}, {`name`: 1, `profit`: 1, `weight`: 1}] | /items/1/name: [1] is named twice",
                "`knapsack`, `capacity`: 3, `items`: [{`name`: 1, `profit`: 1, `weight`: 99999999999999}] | /items/0/weights/0: The weight is 99999999999999",
                "`tsp`, `distances`: []                                      | /cities: is missing",
                "`tsp`, `cities`: [1, 1], `distances`: []                    | /cities/1: [1] is named twice",
                "`tsp`, `cities`: [1, 2], `distances`: [[0, 1]]              | /distances: It has 1 rows, not 2",
                "`tsp`, `cities`: [1, 2], `distances`: [[0, 1], [1]]         | /distances/1: The row has 1 entries",
                "`tsp`, `cities`: [1, 2], `distances`: [[0, 1], [-1, 0]]     | /distances/1/0: The entry is -1",
                "`tsp`, `cities`: [1, 2], `distances`: [[0, 1], [null, 0]]   | /distances/1/0: must be a finite number",
                "`qap`, `facilities`: [1], `locations`: [1, 2], `flows`: [[0]], `distances`: [[0]] | /locations: There are 2 locations",
                "`portfolio`, `assets`: [1], `returns`: [0, 1], `covariance`: [[1]] | /returns: 2 coefficients for 1",
                "`portfolio`, `assets`: [1, 2], `returns`: [0, 1], `covariance`: [[1, 0.5], [0.4, 1]] | /covariance/0/1: The entry is 0.5, and that on the other side",
                "`portfolio`, `assets`: [1], `returns`: [0], `covariance`: [[1]], `choose`: 2 | /choose: 2 of 1",
                "`portfolio`, `assets`: [1], `returns`: [0], `covariance`: [[1]], `riskAversion`: -1 | /riskAversion: It is -1",
                "`job-shop`, `jobs`: []                                      | /jobs: the problem has no jobs",
                "`job-shop`, `jobs`: [{`name`: 1, `operations`: []}]         | /machines: the problem has no machines",
                "`job-shop`, `jobs`: [{`name`: 1, `operations`: [{`machine`: 1, `duration`: 0}]}] | /jobs/0/operations/0/duration: The duration is 0",
                "`job-shop`, `jobs`: [{`name`: 1, `operations`: [{`machine`: 1, `duration`: 9}]}], `horizon`: 8 | /horizon: Job '1' alone takes 9",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`: `x`, `lower`: 3}] | /variables/0: The bounds of 'x' are 3 and 1",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`: `x`}], `linear`: {`y`: 1} | /linear/y: [y] is not among",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`: `x`}], `constraints`: [{`linear`: {`x`: 1}, `relation`: `>=`, `bound`: 2}] | /constraints/0: No answer keeps",
                "`integer-program`, `sense`: `minimize`, `variables`: [{`name`: `x`}], `constraints`: [{`linear`: {`x`: 1}, `relation`: `~`, `bound`: 2}] | /constraints/0/relation: must be",
                "`molecule`, `terms`: [[1, `W0`]]                            | /terms/0/1: 'W0' is no factor",
                "`molecule`, `terms`: [[1, `X0`], [2, `X0`]]                 | /terms/1: [",
                "`molecule`, `terms`: [[1, `Y0`]]                            | /terms: The term",
                "`molecule`, `terms`: [[1, `Z3`]], `qubits`: 2               | /qubits: There are 2 qubits",
                "`molecule`, `terms`: [[1, `Z3`]], `electrons`: 5            | /electrons: 5 electrons do not fit",
                "`molecule`, `terms`: [[1, `Z1`]], `occupiedQubits`: [2]     | /occupiedQubits/0: must be a qubit from 0 to 1",
            })
    void namesThePlaceInsideTheDocument(String members, String complaint) {
        RawJson problem =
                RawJson.ofBytes(("{`type`: " + members + "}").replace('`', '"').getBytes(StandardCharsets.UTF_8));
        RunException refusal = assertThrows(RunException.class, () -> ProblemJson.read(problem, "/problem"));
        assertTrue(refusal.getMessage().startsWith("/problem" + complaint), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"tour\"}                                                            | /problem/type",
                "{\"type\": \"qubo\", \"sense\": \"minimize\", \"linear\": {}}                   | /problem",
                "{\"type\": \"qubo\", \"sense\": \"up\", \"linear\": {}, \"quadratic\": []}      | /problem/sense",
                "{\"type\": \"ising\", \"fields\": {\"a\": \"1\"}, \"couplings\": []}            | /problem/fields/a",
                "{\"type\": \"ising\", \"fields\": {}, \"couplings\": [{\"first\": \"a\"}]}      | /problem/couplings/0",
                "{\"type\": \"maxcut\", \"edges\": [{\"source\": 1, \"target\": null}]}          | /problem/edges/0/target",
            })
    void theSchemaNamesThePlaceToo(String problem, String place) throws JsonProcessingException {
        JsonNode document = document(problem);
        assertEquals(
                place,
                assertThrows(RunException.class, () -> new SchemaValidation().validate(document))
                        .place());
    }

    private static JsonNode document(String problem) throws JsonProcessingException {
        return Json.mapper()
                .readTree("{\"schema\": \"nifi-quantum/run/1\", \"id\": \"x\", \"problem\": %s}".formatted(problem));
    }

    private static List<String> variables(String json) {
        return ((BinaryProblem) read(json)).variables();
    }

    private static Problem read(String json) {
        Input input = InputReader.read(json.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, "");
        assertEquals(json, ((Input.OfProblem) input).source().toString());
        return ((Input.OfProblem) input).problem();
    }
}
