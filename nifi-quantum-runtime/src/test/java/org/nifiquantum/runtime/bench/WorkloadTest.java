// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.run.input.Input;

class WorkloadTest {

    @Test
    void aTuningHasTwelveNodesOfThreeEdgesAndTwoEvaluationsAnIteration() {
        Workload workload = Workload.tuning(1200);
        MaxCut graph = graph(workload);
        assertEquals(12, graph.nodes().size());
        assertEquals(18, graph.edges().size());
        List<Integer> ends = new ArrayList<>();
        graph.edges().forEach(edge -> ends.addAll(List.of(edge.first(), edge.second())));
        for (int node = 0; node < 12; node++) {
            int one = node;
            assertEquals(3, ends.stream().filter(end -> end == one).count(), "edges at node " + node);
        }
        assertEquals("2402", workload.parameters().get("maximum-evaluations"));
        assertEquals(2402, workload.settings().optimize().stops().maximumEvaluations());
    }

    @Test
    void aBriefRunIsARing() {
        assertEquals(5, graph(Workload.brief(5, 10)).edges().size());
    }

    /** The loop without NiFi is a yardstick only if it does the same work. */
    @Test
    void theTemplateAndTheProcessGetTheSameSettings() {
        Workload workload = Workload.brief(6, 10);
        Map<String, String> parameters = workload.parameters();
        assertEquals(Integer.toString(workload.settings().encode().ansatz().layers()), parameters.get("layers"));
        assertEquals(Integer.toString(workload.settings().encode().shots()), parameters.get("shots"));
        assertEquals(Long.toString(workload.settings().encode().seed()), parameters.get("seed"));
        assertEquals(workload.settings().optimize().method().name(), parameters.get("optimizer"));
    }

    private static MaxCut graph(Workload workload) {
        Input.OfProblem input = assertInstanceOf(Input.OfProblem.class, workload.input());
        return assertInstanceOf(MaxCut.class, input.problem());
    }
}
