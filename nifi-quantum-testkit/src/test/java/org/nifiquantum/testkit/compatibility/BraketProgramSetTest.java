// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.DeviceReport.Coupling;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.braket.BraketBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.BraketDialect;
import org.nifiquantum.testkit.misbehaving.BraketDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** On a QPU that takes many circuits as one task, and lacks some gates. */
class BraketProgramSetTest extends BackendCompatibility {

    private final MisbehavingProvider provider = MisbehavingProvider.start(
            new BraketDialect(ResultForm.PROBABILITIES, BraketCompatibilityTest.ACCESS_KEY),
            FaultPlan.none(),
            0,
            Duration.ZERO);
    private final ProviderServices<BraketBackendService> services =
            Services.braket(Map.of("Device ARN", BraketDialect.QPU));

    @Override
    protected QuantumBackend backend() throws Exception {
        return services.open(provider, OnAmbiguousSubmission.GIVE_UP);
    }

    @AfterEach
    void close() {
        services.close();
        provider.close();
    }

    @Test
    void aBatchIsOneTask() throws Exception {
        JobResult result = Jobs.run(backend(), BraketCompatibilityTest.batch());
        assertEquals(3, result.evaluations().size());
        assertEquals(Map.of("batch", 1), provider.billed());
        // 0.30 for the task and 0.00145 for each of 6,000 shots.
        assertEquals(Optional.of(new Money(new BigDecimal("9"), "USD")), result.cost());
    }

    @Test
    void theCouplingsAreReported() throws Exception {
        assertEquals(
                List.of(new Coupling(1, 2), new Coupling(1, 4), new Coupling(2, 1)),
                backend().describe().report().orElseThrow().couplings());
    }
}
