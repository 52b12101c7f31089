// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.policy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.nifiquantum.run.document.Sha256;
import org.nifiquantum.run.policy.Workload.BackendState;
import org.nifiquantum.services.api.Money;

/**
 * The rules by which runs are sent down their roads. What bars the quantum road leads to the classical one; of what is left the
 * shares decide; and what then costs more than is agreed to beforehand waits for approval.
 *
 * @param open whether the quantum road may be taken at all
 * @param quantumShare percent of the runs that go the quantum road
 * @param shadowShare percent of the runs that go both
 * @param minimumQubits below, a classical solver is at least as good
 * @param maximumQubits above, the quantum road is not tried
 * @param data which may leave
 * @param maximumCost of one submission, in the backend's currency
 * @param approvalCost from which on somebody has to agree, in the backend's currency
 */
public record RoutePolicy(
        boolean open,
        double quantumShare,
        double shadowShare,
        OptionalInt minimumQubits,
        OptionalInt maximumQubits,
        DataPolicy data,
        Optional<BigDecimal> maximumCost,
        Optional<BigDecimal> approvalCost) {

    private static final double PERCENT = 100;

    public RoutePolicy {
        requireShare(quantumShare, "quantum");
        requireShare(shadowShare, "shadow");
        requireShare(quantumShare + shadowShare, "quantum and the shadow");
        requireNonNull(minimumQubits, "minimumQubits");
        requireNonNull(maximumQubits, "maximumQubits");
        requireNonNull(data, "data");
        requireNonNull(maximumCost, "maximumCost");
        requireNonNull(approvalCost, "approvalCost");
    }

    private static void requireShare(double share, String name) {
        if (!(share >= 0 && share <= PERCENT)) {
            throw new IllegalArgumentException(
                    "The %s share must be from 0 to 100 percent, not %s".formatted(name, share));
        }
    }

    /** The road of a run; the same for the same run, rules and state of the backend. */
    public Decision decide(Workload workload) {
        List<String> barred = new ArrayList<>();
        if (!open) {
            barred.add("the quantum road is closed");
        }
        data.objection(workload.classification()).ifPresent(barred::add);
        size(workload).ifPresent(barred::add);
        deadline(workload).ifPresent(barred::add);
        backend(workload).ifPresent(barred::add);
        cost(workload)
                .filter(cost -> exceeds(cost, maximumCost))
                .ifPresent(cost -> barred.add(
                        "it would cost %s, more than the %s allowed".formatted(text(cost), maximumCost.orElseThrow())));
        return barred.isEmpty() ? byShare(workload) : new Decision(Road.CLASSICAL, barred);
    }

    private Optional<String> size(Workload workload) {
        if (minimumQubits.isPresent() && workload.qubits() < minimumQubits.getAsInt()) {
            return Optional.of("%d qubits are fewer than the %d from which on it is tried"
                    .formatted(workload.qubits(), minimumQubits.getAsInt()));
        }
        if (maximumQubits.isPresent() && workload.qubits() > maximumQubits.getAsInt()) {
            return Optional.of("%d qubits are more than the %d up to which it is tried"
                    .formatted(workload.qubits(), maximumQubits.getAsInt()));
        }
        return Optional.empty();
    }

    private static Optional<String> deadline(Workload workload) {
        Optional<Duration> remaining = workload.remaining();
        if (remaining.filter(Duration::isNegative).isPresent()) {
            return Optional.of("its deadline is past");
        }
        Optional<Duration> needed =
                ready(workload).flatMap(backend -> backend.estimate().duration());
        if (remaining.isPresent() && needed.isPresent() && needed.get().compareTo(remaining.get()) > 0) {
            return Optional.of("a job takes about %d s and %d s are left"
                    .formatted(needed.get().toSeconds(), remaining.get().toSeconds()));
        }
        return Optional.empty();
    }

    private static Optional<String> backend(Workload workload) {
        return workload.backend().flatMap(backend -> switch (backend) {
            case BackendState.Down down -> Optional.of("the backend cannot be used: " + down.reason());
            case BackendState.Ready ready ->
                workload.qubits() > ready.maximumQubits()
                        ? Optional.of("%d qubits are more than the backend's %d"
                                .formatted(workload.qubits(), ready.maximumQubits()))
                        : Optional.empty();
        });
    }

    private static Optional<BackendState.Ready> ready(Workload workload) {
        return workload.backend().filter(BackendState.Ready.class::isInstance).map(BackendState.Ready.class::cast);
    }

    private static Optional<Money> cost(Workload workload) {
        return ready(workload).flatMap(backend -> backend.estimate().cost());
    }

    private static boolean exceeds(Money cost, Optional<BigDecimal> limit) {
        return limit.filter(amount -> cost.amount().compareTo(amount) > 0).isPresent();
    }

    private static String text(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }

    private Decision byShare(Workload workload) {
        double lot = lot(workload.runId());
        String drawn = "its lot is %.2f of 100, the quantum share %s, the shadow share %s"
                .formatted(lot, quantumShare, shadowShare);
        if (lot >= quantumShare + shadowShare) {
            return new Decision(Road.CLASSICAL, List.of(drawn));
        }
        boolean shadow = lot >= quantumShare;
        Optional<String> dear = cost(workload)
                .filter(cost -> exceeds(cost, approvalCost))
                .map(cost -> "it would cost %s, and above %s somebody has to agree"
                        .formatted(text(cost), approvalCost.orElseThrow()));
        if (dear.isPresent()) {
            // Nobody waits for a shadow, so nobody is asked for one.
            return new Decision(shadow ? Road.CLASSICAL : Road.APPROVAL, List.of(dear.get()));
        }
        return new Decision(shadow ? Road.SHADOW : Road.QUANTUM, List.of(drawn));
    }

    /** Evenly spread over [0, 100). */
    static double lot(String runId) {
        byte[] hash = Sha256.digest().digest(runId.getBytes(StandardCharsets.UTF_8));
        // 53 bits, as a double has.
        return PERCENT * (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
    }
}
