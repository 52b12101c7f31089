// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;
import java.util.EnumSet;
import org.nifiquantum.runtime.campaign.FailoverFlow;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.IonqDialect;
import org.nifiquantum.testkit.misbehaving.IonqDialect.ResultForm;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.provider.LoopbackProvider;

/** The providers outside NiFi, which live on when it dies: one that works, one that fails now and then. */
public record Providers(LoopbackProvider loopback, MisbehavingProvider misbehaving, long seed)
        implements AutoCloseable {

    /** Of the requests that meet any of the faults. */
    private static final double RATE = 0.1;

    private static final Duration JOB = Duration.ofSeconds(1);

    /** Opens both. */
    public static Providers start(long seed) {
        FaultPlan faults = FaultPlan.random(EnumSet.allOf(Fault.class), RATE, seed);
        return new Providers(
                LoopbackProvider.start(),
                MisbehavingProvider.start(new IonqDialect(ResultForm.HISTOGRAM_V2, FailoverFlow.KEY), faults, 0, JOB),
                seed);
    }

    @Override
    public void close() {
        loopback.close();
        misbehaving.close();
    }
}
