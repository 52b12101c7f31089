// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.RunWriter;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.services.api.EvaluationResult;

class AnswerCacheTest {

    private final FakeMapCache.Atomic cache = new FakeMapCache.Atomic();

    private static TestRunner with(FakeMapCache cache, Processor processor) throws InitializationException {
        TestRunner runner = TestRunners.newTestRunner(processor);
        runner.addControllerService("cache", cache);
        runner.enableControllerService(cache);
        runner.setProperty(AnswerCaches.ANSWER_CACHE, "cache");
        return runner;
    }

    private static Solution answer(TestRunner fallback) {
        fallback.enqueue(Runs.GRAPH);
        MockFlowFile answered = Runs.pass(fallback, Fallback.REL_SUCCESS);
        Solution solution = RunReader.read(answered.toByteArray()).get(Section.SOLUTION);
        answered.assertAttributeEquals(Attributes.SOLUTION_SOURCE, solution.source());
        return solution;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSecondTimeTheCacheAnswers(boolean atomic) throws InitializationException {
        TestRunner fallback = with(atomic ? cache : new FakeMapCache(), new Fallback());
        assertEquals("exact", answer(fallback).source());
        Solution again = answer(fallback);
        assertEquals(Solution.CACHE, again.source());
        assertEquals("exact", again.cached().orElseThrow().source());
        assertEquals(2, again.objective());
    }

    @Test
    void whatOneMeasuredIsGivenByTheOther() throws InitializationException {
        EvaluationResult counts = new EvaluationResult(
                OptionalDouble.empty(), OptionalDouble.empty(), Map.of("01", 10L), Map.of(), List.of());
        Run measured = RunReader.read(Runs.encoded())
                .with(
                        Section.RESULT,
                        new Result(Result.SUCCEEDED, List.of(counts), new Result.Timing(0, 1), Optional.empty()));
        TestRunner decode = with(cache, new DecodeSolution());
        decode.enqueue(RunWriter.toBytes(measured));
        Runs.pass(decode, DecodeSolution.REL_SUCCESS);
        TestRunner fallback = with(cache, new Fallback());
        Solution solution = answer(fallback);
        assertEquals(Solution.CACHE, solution.source());
        assertEquals(Solution.QUANTUM, solution.cached().orElseThrow().source());
        assertEquals(Map.of("reykjavik", 1, "tallinn", 0), solution.assignment());
    }

    @Test
    void aCacheThatIsDownIsAWarning() throws InitializationException {
        cache.down = true;
        TestRunner fallback = with(cache, new Fallback());
        fallback.enqueue(Runs.GRAPH);
        fallback.enqueue(Runs.GRAPH);
        fallback.run(2);
        fallback.assertAllFlowFilesTransferred(Fallback.REL_SUCCESS, 2);
        assertEquals(1, fallback.getLogger().getWarnMessages().size());
        assertTrue(
                fallback.getLogger().getWarnMessages().getFirst().getMsg().contains("Answer Cache does not answer"),
                fallback.getLogger().getWarnMessages()::toString);
        // One time-out for all that come within a while.
        assertEquals(1, cache.calls);
    }

    @Test
    void afterAPauseTheCacheIsAskedAgain() {
        List<Instant> now = new ArrayList<>(List.of(Instant.EPOCH));
        MapCacheStore store = new MapCacheStore(
                () -> cache, TestRunners.newTestRunner(new Fallback()).getLogger(), () -> now.getFirst());
        cache.down = true;
        assertTrue(store.get("key").isEmpty());
        cache.down = false;
        cache.entries.put("key", new byte[] {1});
        assertTrue(store.get("key").isEmpty());
        now.set(0, Instant.EPOCH.plus(MapCacheStore.PAUSE));
        assertTrue(store.get("key").isPresent());
    }

    @Test
    void garbageInTheCacheIsAWarningAndReplaced() throws InitializationException {
        TestRunner fallback = with(cache, new Fallback());
        answer(fallback);
        String key = cache.entries.keySet().iterator().next();
        cache.entries.put(key, "{\"assignment\": 1".getBytes(StandardCharsets.UTF_8));
        assertEquals("exact", answer(fallback).source());
        assertTrue(
                fallback.getLogger().getWarnMessages().getFirst().getMsg().contains("Answer Cache: "),
                fallback.getLogger().getWarnMessages()::toString);
        assertEquals(Solution.CACHE, answer(fallback).source());
    }

    @Test
    void whoWasSlowerLooksAgain() throws InitializationException {
        TestRunner fallback = with(cache, new Fallback());
        cache.conflicts = 2;
        answer(fallback);
        assertEquals(1, cache.entries.size());
        cache.entries.clear();
        cache.conflicts = 99;
        assertEquals("exact", answer(fallback).source());
        assertEquals(0, cache.entries.size());
    }

    @Test
    void theOrderMustMakeSense() {
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.assertValid();
        fallback.setProperty(Fallback.SOLVER_ORDER, "heuristic, exact");
        fallback.assertValid();
        fallback.setProperty(Fallback.SOLVER_ORDER, "heuristic, oracle");
        fallback.assertNotValid();
    }

    @Test
    void withoutACacheNothingCachedIsAFailure() {
        TestRunner fallback = TestRunners.newTestRunner(new Fallback());
        fallback.setProperty(Fallback.SOLVER_ORDER, "cache");
        fallback.enqueue(Runs.GRAPH);
        MockFlowFile failed = Runs.pass(fallback, Fallback.REL_FAILURE);
        failed.assertContentEquals(Runs.GRAPH);
        assertTrue(failed.getAttribute(Attributes.ERROR_MESSAGE).contains("no answer by [cache]"));
    }
}
