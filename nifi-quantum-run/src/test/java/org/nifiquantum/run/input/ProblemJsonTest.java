// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.Ising;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.Qubo;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.SchemaValidation;

class ProblemJsonTest {

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
        Problem problem = read("""
                {"type": "ising", "spins": ["a", "b"], "fields": {"a": 10}, "offset": 100,
                 "couplings": [{"first": "a", "second": "b", "value": 1}]}""");
        assertEquals(100 - 10 - 1, problem.objective(BitString.parse("01")));
        assertEquals(100 + 10 + 1, problem.objective(BitString.parse("00")));
        assertEquals(Sense.MINIMIZE, problem.sense());
    }

    @Test
    void coefficientsNameTheVariablesWhereNoneAreGiven() throws JsonProcessingException {
        assertEquals(List.of("z", "y", "x"), read("""
                        {"type": "qubo", "sense": "minimize", "linear": {"z": 1, "y": 0},
                         "quadratic": [{"first": "x", "second": "z", "value": 1}]}""").variables());
        assertEquals(List.of("q", "p"), read("""
                        {"type": "ising", "fields": {}, "couplings": [{"first": "q", "second": "p", "value": 1}]}""").variables());
    }

    static Stream<Problem> problems() {
        return Stream.of(
                new MaxCut(List.of("a", "b"), List.of(new Edge(0, 1, 0.1))),
                new Qubo(Sense.MAXIMIZE, List.of("a/~", "b"), List.of(1., 0.), List.of(new PairTerm(0, 1, 1e-9)), 2),
                new Ising(List.of("a", "b", "c"), List.of(0., -1e300, 0.), List.of(), -0.5));
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

    private static Problem read(String json) {
        Input input = InputReader.read(json.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, "");
        assertEquals(json, ((Input.OfProblem) input).source().toString());
        return ((Input.OfProblem) input).problem();
    }
}
