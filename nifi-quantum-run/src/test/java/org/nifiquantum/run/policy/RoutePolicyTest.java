// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.run.policy.Workload.BackendState;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.Money;

class RoutePolicyTest {

    private static final RoutePolicy ALL_QUANTUM = shares(100, 0);
    private static final Workload SMALL = new Workload("run", 4, Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void takesTheQuantumRoadWhereNothingBarsIt() {
        assertEquals(Road.QUANTUM, ALL_QUANTUM.decide(SMALL).road());
    }

    @Test
    void aClosedRoadIsTakenByNobody() {
        RoutePolicy closed = new RoutePolicy(
                false,
                100,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DataPolicy.ALL,
                Optional.empty(),
                Optional.empty());
        assertEquals("the quantum road is closed", closed.decide(SMALL).reason());
        assertEquals(Road.CLASSICAL, closed.decide(SMALL).road());
    }

    /** Of n draws with probability p, the number scatters by sqrt(n p (1 - p)); five times that is a fair margin. */
    @Test
    void sharesAreThoseOfManyRuns() {
        RoutePolicy policy = shares(30, 20);
        int runs = 20_000;
        Map<Road, Integer> taken = new EnumMap<>(Road.class);
        for (int run = 0; run < runs; run++) {
            Workload workload = new Workload("run-" + run, 4, Optional.empty(), Optional.empty(), Optional.empty());
            Decision decision = policy.decide(workload);
            assertEquals(decision, policy.decide(workload), "the same run, the same road");
            taken.merge(decision.road(), 1, Integer::sum);
        }
        Map<Road, Double> shares = Map.of(Road.QUANTUM, 0.3, Road.SHADOW, 0.2, Road.CLASSICAL, 0.5);
        shares.forEach((road, share) ->
                assertEquals(share * runs, taken.get(road), 5 * Math.sqrt(runs * share * (1 - share)), road.text()));
    }

    @Test
    void theWholeShareLeavesNobodyOut() {
        for (int run = 0; run < 1_000; run++) {
            assertEquals(
                    Road.SHADOW,
                    shares(0, 100)
                            .decide(new Workload("r" + run, 4, Optional.empty(), Optional.empty(), Optional.empty()))
                            .road());
        }
    }

    @Test
    void sizesAreBounds() {
        RoutePolicy policy = new RoutePolicy(
                true, 100, 0, OptionalInt.of(5), OptionalInt.of(8), DataPolicy.ALL, Optional.empty(), Optional.empty());
        for (int qubits = 3; qubits <= 10; qubits++) {
            Road expected = qubits >= 5 && qubits <= 8 ? Road.QUANTUM : Road.CLASSICAL;
            assertEquals(
                    expected,
                    policy.decide(new Workload("r", qubits, Optional.empty(), Optional.empty(), Optional.empty()))
                            .road(),
                    qubits + " qubits");
        }
    }

    @Test
    void onlyAllowedDataLeaves() {
        RoutePolicy policy = new RoutePolicy(
                true,
                100,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                new DataPolicy(Set.of("public", "internal")),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                Road.QUANTUM, policy.decide(classified(Optional.of("internal"))).road());
        assertEquals(
                "data classified [secret] may not leave; allowed are [internal, public]",
                policy.decide(classified(Optional.of("secret"))).reason());
        assertEquals(
                "data without a classification may not leave; allowed are [internal, public]",
                policy.decide(classified(Optional.empty())).reason());
    }

    @Test
    void whatIsTooLateGoesTheClassicalRoad() {
        assertEquals(
                "its deadline is past",
                ALL_QUANTUM
                        .decide(due(Duration.ofSeconds(-1), Duration.ofSeconds(5)))
                        .reason());
        assertEquals(
                "a job takes about 60 s and 30 s are left",
                ALL_QUANTUM
                        .decide(due(Duration.ofSeconds(30), Duration.ofMinutes(1)))
                        .reason());
        assertEquals(
                Road.QUANTUM,
                ALL_QUANTUM
                        .decide(due(Duration.ofSeconds(61), Duration.ofMinutes(1)))
                        .road());
    }

    @Test
    void aBackendThatIsDownOrTooSmallIsNotUsed() {
        assertEquals(
                "the backend cannot be used: breaker open",
                ALL_QUANTUM.decide(at(new BackendState.Down("breaker open"))).reason());
        JobEstimate free = new JobEstimate(Optional.empty(), Optional.empty());
        assertEquals(
                "4 qubits are more than the backend's 3",
                ALL_QUANTUM.decide(at(new BackendState.Ready(3, free))).reason());
    }

    @Test
    void costLeadsToApprovalAndThenNowhere() {
        RoutePolicy policy = new RoutePolicy(
                true,
                100,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DataPolicy.ALL,
                Optional.of(new BigDecimal("10")),
                Optional.of(new BigDecimal("1.00")));
        assertEquals(Road.QUANTUM, policy.decide(costing("1")).road());
        assertEquals(Road.APPROVAL, policy.decide(costing("1.01")).road());
        assertEquals(Road.APPROVAL, policy.decide(costing("10.00")).road());
        assertEquals(
                "it would cost 10.01 USD, more than the 10 allowed",
                policy.decide(costing("10.01")).reason());
    }

    /** A shadow is paid for like any other submission. */
    @Test
    void aShadowThatWouldNeedApprovalIsNotSent() {
        RoutePolicy policy = new RoutePolicy(
                true,
                0,
                100,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DataPolicy.ALL,
                Optional.empty(),
                Optional.of(BigDecimal.ONE));
        assertEquals(Road.SHADOW, policy.decide(costing("1")).road());
        assertEquals(Road.CLASSICAL, policy.decide(costing("1.01")).road());
    }

    @Test
    void tellsEveryReason() {
        RoutePolicy policy = new RoutePolicy(
                false,
                0,
                0,
                OptionalInt.of(5),
                OptionalInt.empty(),
                new DataPolicy(Set.of("public")),
                Optional.empty(),
                Optional.empty());
        assertEquals(3, policy.decide(SMALL).reasons().size());
    }

    @Test
    void refusesSharesThatAreNone() {
        for (double[] shares : new double[][] {{-1, 0}, {101, 0}, {0, Double.NaN}, {60, 41}}) {
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> shares(shares[0], shares[1]));
            assertTrue(refusal.getMessage().contains("share"), refusal.getMessage());
        }
    }

    private static RoutePolicy shares(double quantum, double shadow) {
        return new RoutePolicy(
                true,
                quantum,
                shadow,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DataPolicy.ALL,
                Optional.empty(),
                Optional.empty());
    }

    private static Workload classified(Optional<String> classification) {
        return new Workload("r", 4, classification, Optional.empty(), Optional.empty());
    }

    private static Workload due(Duration remaining, Duration estimate) {
        JobEstimate takes = new JobEstimate(Optional.empty(), Optional.of(estimate));
        return new Workload(
                "r", 4, Optional.empty(), Optional.of(remaining), Optional.of(new BackendState.Ready(30, takes)));
    }

    private static Workload costing(String amount) {
        Money cost = new Money(new BigDecimal(amount), "USD");
        return at(new BackendState.Ready(30, new JobEstimate(Optional.of(cost), Optional.empty())));
    }

    private static Workload at(BackendState backend) {
        return new Workload("r", 4, Optional.empty(), Optional.empty(), Optional.of(backend));
    }
}
