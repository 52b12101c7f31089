// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import java.util.OptionalInt;

/** What happens to the cluster while the runs of one row are under way. */
public enum ClusterPhase {
    UNDISTURBED("all nodes up", OptionalInt.empty()),
    /** The others see it leave, and its part of the queues with it. */
    NODE_KILLED("the last node killed, and back", OptionalInt.of(-1)),
    /** The others lose all that the cluster shares: its state, its coordinator, its primary node. */
    ZOOKEEPER_KILLED("the node of the ZooKeeper killed, and back", OptionalInt.of(0));

    private final String sentence;

    // Of an int.
    @SuppressWarnings("ImmutableEnumChecker")
    private final OptionalInt victim;

    ClusterPhase(String sentence, OptionalInt victim) {
        this.sentence = sentence;
        this.victim = victim;
    }

    /** As the table names it. */
    String sentence() {
        return sentence;
    }

    /** Which of so many nodes is killed, from 0; empty if none is. */
    OptionalInt victim(int nodes) {
        return victim.isEmpty() ? victim : OptionalInt.of(Math.floorMod(victim.getAsInt(), nodes));
    }
}
