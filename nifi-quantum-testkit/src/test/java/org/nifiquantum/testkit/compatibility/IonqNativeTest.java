// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.ionq.IonqBackendService;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;

/** In IonQ's native gates, which are transpiled here. */
class IonqNativeTest extends BackendCompatibility {

    private final MisbehavingProvider provider = MisbehavingProvider.start(
            new IonqDialect(ResultForm.HISTOGRAM_V2, "key"), FaultPlan.none(), 0, Duration.ZERO);
    private final ProviderServices<IonqBackendService> services = Services.ionq(Map.of("Circuit Form", "NATIVE"));

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
    void theFormIsTheOneThatWasAskedFor() throws Exception {
        assertTrue(Jobs.run(backend(), Jobs.counting("form", "qubit[2] q; h q[0]; cx q[0], q[1];"))
                .sent()
                .orElseThrow()
                .contains("\"gate\":\"ms\""));
    }
}
