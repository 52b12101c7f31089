// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.FlowFileFilter.FlowFileFilterResult;
import org.apache.nifi.util.MockFlowFile;
import org.junit.jupiter.api.Test;

/** The filter as NiFi's session uses it: one filter, shown the connections one after the other. */
class OneReturningRunTest {

    private static final List<FlowFile> NEW_RUNS = Collections.nCopies(10_000, run("0"));

    /** How many FlowFiles the filter looked at, and how many it took. */
    private record Looked(int at, int taken) {}

    @Test
    void aReturningRunIsFoundBehindAConnectionFullOfNewOnes() {
        OneReturningRun filter = new OneReturningRun();
        Looked entry = show(filter, NEW_RUNS);
        assertEquals(0, entry.taken());
        assertTrue(entry.at() < 100, "looked at " + entry.at());
        assertEquals(new Looked(1, 1), show(filter, List.of(run("3"), run("4"))));
    }

    @Test
    void everyConnectionOfNewRunsIsLeftSoon() {
        OneReturningRun filter = new OneReturningRun();
        for (int connection = 0; connection < 5; connection++) {
            Looked looked = show(filter, NEW_RUNS);
            assertEquals(0, looked.taken());
            assertTrue(looked.at() < 100, "looked at " + looked.at());
        }
    }

    @Test
    void aReturningRunAmongNewOnesIsTaken() {
        List<FlowFile> mixed =
                Stream.concat(NEW_RUNS.stream().limit(20), Stream.of(run("7"))).toList();
        assertEquals(new Looked(21, 1), show(new OneReturningRun(), mixed));
    }

    @Test
    void oneIsEnough() {
        OneReturningRun filter = new OneReturningRun();
        show(filter, List.of(run("1")));
        assertEquals(new Looked(1, 0), show(filter, List.of(run("2"))));
    }

    private static Looked show(OneReturningRun filter, List<FlowFile> connection) {
        int at = 0;
        int taken = 0;
        for (FlowFile flowFile : connection) {
            FlowFileFilterResult result = filter.filter(flowFile);
            at++;
            taken += result.isAccept() ? 1 : 0;
            if (!result.isContinue()) {
                break;
            }
        }
        return new Looked(at, taken);
    }

    private static FlowFile run(String iteration) {
        MockFlowFile flowFile = new MockFlowFile(0);
        flowFile.putAttributes(Map.of(Attributes.ITERATION, iteration));
        return flowFile;
    }
}
