// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.RawJson;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.ProblemJson;

class AnswerCacheTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    /** A triangle with weights 1, 2 and 3: the best cut is 5. */
    private static final Problem TRIANGLE = problem("""
            {"type": "maxcut", "nodes": ["a", "b", "c"], "edges": [
                {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2}, {"source": "a", "target": "c", "weight": 3}]}""");

    private final MemoryStore store = new MemoryStore();
    private final List<String> complaints = new ArrayList<>();

    private static Problem problem(String json) {
        return ProblemJson.read(RawJson.ofBytes(json.getBytes(StandardCharsets.UTF_8)), "");
    }

    private AnswerCache at(Instant now) {
        return new AnswerCache(store, () -> now, complaints::add);
    }

    private static Solution solution(String source, boolean proven, int a, int b, int c, double objective) {
        return new Solution(
                Map.of("a", a, "b", b, "c", c),
                Map.of(),
                objective,
                true,
                List.of(),
                source,
                "test",
                proven,
                proven ? OptionalDouble.of(objective) : OptionalDouble.empty());
    }

    private Optional<Solution> found(Instant now) {
        return at(now).find(TRIANGLE, Optional.empty(), "outage");
    }

    @Test
    void givesAnAnswerBackWithItsAgeAndSource() {
        at(NOON).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        Solution found = found(NOON.plusSeconds(90)).orElseThrow();
        assertEquals(Solution.CACHE, found.source());
        assertEquals("outage", found.reason());
        assertEquals(5, found.objective());
        assertEquals(List.of("a", "b", "c"), List.copyOf(found.assignment().keySet()));
        assertEquals(
                new Solution.Cached("quantum", NOON, 90_000), found.cached().orElseThrow());
        assertEquals(List.of(), complaints);
    }

    @Test
    void theSameProblemMayBeWrittenInAnotherWay() {
        at(NOON).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        Problem written = problem("""
                {"edges":[
                {"source": "a", "target": "b"},{"source": "b", "target": "c", "weight": 2.0},{"source": "a", "target": "c", "weight": 0.3e1}],"nodes":["a", "b", "c"],"type":"maxcut","order":"4711"}""");
        assertTrue(at(NOON).find(written, Optional.empty(), "").isPresent());
        Problem other = problem("""
                {"type": "maxcut", "nodes": ["a", "b", "c"], "edges": [
                {"source": "a", "target": "b", "weight": 1}, {"source": "b", "target": "c", "weight": 2}, {"source": "a", "target": "c", "weight": 4}]}""");
        assertTrue(at(NOON).find(other, Optional.empty(), "").isEmpty());
        assertNotEquals(ProblemHash.of(TRIANGLE), ProblemHash.of(other));
    }

    @Test
    void aWorseAnswerDoesNotReplaceABetterOne() {
        at(NOON).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        at(NOON.plusSeconds(1)).offer(TRIANGLE, solution("annealing", false, 1, 0, 0, 4));
        assertEquals(5, found(NOON).orElseThrow().objective());
        at(NOON.plusSeconds(2)).offer(TRIANGLE, solution("exact", true, 1, 1, 0, 5));
        Solution proven = found(NOON.plusSeconds(2)).orElseThrow();
        assertTrue(proven.provenOptimal());
        at(NOON.plusSeconds(3)).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        assertEquals("exact", found(NOON).orElseThrow().cached().orElseThrow().source());
    }

    @Test
    void aBetterAnswerReplacesAWorseOne() {
        at(NOON).offer(TRIANGLE, solution("annealing", false, 1, 0, 0, 4));
        at(NOON).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        assertEquals(5, found(NOON).orElseThrow().objective());
    }

    @Test
    void anOldAnswerIsNotGivenWhereAFreshOneIsWanted() {
        at(NOON).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        Optional<Duration> hour = Optional.of(Duration.ofHours(1));
        assertTrue(at(NOON.plusSeconds(3600)).find(TRIANGLE, hour, "").isPresent());
        assertTrue(at(NOON.plusSeconds(3601)).find(TRIANGLE, hour, "").isEmpty());
        // An equal answer makes it young again.
        at(NOON.plusSeconds(3601)).offer(TRIANGLE, solution("annealing", false, 1, 1, 0, 5));
        assertTrue(at(NOON.plusSeconds(3602)).find(TRIANGLE, hour, "").isPresent());
    }

    @Test
    void aClockThatIsBehindMakesNoAnswerYoungerThanNew() {
        at(NOON).offer(TRIANGLE, solution("quantum", false, 0, 0, 1, 5));
        assertEquals(
                0,
                found(NOON.minusSeconds(5)).orElseThrow().cached().orElseThrow().ageMillis());
    }

    @Test
    void whatBreaksConstraintsIsNotKept() {
        Solution broken = new Solution(
                Map.of("a", 0, "b", 0, "c", 0),
                Map.of(),
                9,
                false,
                List.of("broken"),
                "quantum",
                "",
                false,
                OptionalDouble.empty());
        at(NOON).offer(TRIANGLE, broken);
        assertEquals(Map.of(), store.entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "null",
                "[]",
                "{}",
                "{\"schema\": \"nifi-quantum/answer/1\"}",
                // Each of these is the good one with one thing spoilt.
                "{'schema':'nifi-quantum/answer/2','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'yesterday','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'d':1},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':7},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':null},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':6.0,'feasible':true,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':5.0,'feasible':false,'source':'quantum','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':5.0,'feasible':true,'source':'<script>','provenOptimal':false}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':5.0,'feasible':true,'source':'quantum','provenOptimal':false,'bound':4.0}",
                "{'schema':'nifi-quantum/answer/1','foundAt':'2026-11-21T12:00:00Z','assignment':{'a':0,'b':0,'c':1},"
                        + "'objective':1e999,'feasible':true,'source':'quantum','provenOptimal':false}"
            })
    void whatCannotBeTrustedIsNotUsedAndMakesRoom(String entry) {
        String key = AnswerCache.KEY_PREFIX + ProblemHash.of(TRIANGLE);
        store.entries.put(key, entry.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertTrue(found(NOON).isEmpty());
        assertEquals(1, complaints.size(), complaints::toString);
        assertTrue(complaints.getFirst().contains(key), complaints::toString);
        at(NOON).offer(TRIANGLE, solution("annealing", false, 1, 0, 0, 4));
        assertEquals(4, found(NOON).orElseThrow().objective());
    }

    @Test
    void theEntryThatTheSpoiltOnesAreMadeOfIsGood() {
        store.entries.put(AnswerCache.KEY_PREFIX + ProblemHash.of(TRIANGLE), """
                {"schema":"nifi-quantum/answer/1","foundAt":"2026-11-21T12:00:00Z","assignment":{"a":0,"b":0,"c":1},
                 "objective":5.0,"feasible":true,"source":"quantum","provenOptimal":false,"bound":6.0}""".getBytes(StandardCharsets.UTF_8));
        assertTrue(found(NOON).isPresent(), complaints::toString);
    }
}
