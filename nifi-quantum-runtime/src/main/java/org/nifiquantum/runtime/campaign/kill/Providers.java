// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.SplittableRandom;
import org.nifiquantum.runtime.campaign.CampaignProvider;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.provider.LoopbackProvider;

/** The providers outside NiFi, which live on when it dies: one that works, and those that fail now and then. */
public final class Providers implements AutoCloseable {

    /** Of the requests that meet any of the faults. */
    private static final double RATE = 0.1;

    private static final Duration JOB = Duration.ofSeconds(1);

    private final LoopbackProvider loopback = LoopbackProvider.start();
    private final Map<CampaignProvider, MisbehavingProvider> misbehaving = new EnumMap<>(CampaignProvider.class);
    private final long seed;

    private Providers(long seed) {
        this.seed = seed;
    }

    /** Opens all of them. */
    public static Providers start(long seed) {
        Providers providers = new Providers(seed);
        for (CampaignProvider like : CampaignProvider.values()) {
            FaultPlan faults = FaultPlan.random(EnumSet.allOf(Fault.class), RATE, seed);
            providers.misbehaving.put(
                    like, MisbehavingProvider.start(like.dialect(new SplittableRandom(seed)), faults, 0, JOB));
        }
        return providers;
    }

    LoopbackProvider loopback() {
        return loopback;
    }

    MisbehavingProvider misbehaving(CampaignProvider like) {
        return misbehaving.get(like);
    }

    long seed() {
        return seed;
    }

    @Override
    public void close() {
        loopback.close();
        misbehaving.values().forEach(MisbehavingProvider::close);
    }
}
