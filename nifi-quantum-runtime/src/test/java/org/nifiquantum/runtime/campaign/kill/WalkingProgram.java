// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.io.IOException;

/** What {@link CrashTriggerTest} stops: goes left and right by turns, and says so, once it is told to start. */
final class WalkingProgram {

    private static final int ROUNDS = 100;

    private WalkingProgram() {}

    static class Walker {
        void step(String where) {
            step(where, 1);
        }

        void step(String where, int times) {
            for (int i = 0; i < times; i++) {
                System.out.println(where);
            }
        }
    }

    static final class Left extends Walker {}

    static final class Right extends Walker {}

    public static void main(String[] arguments) throws IOException {
        if (System.in.read() < 0) {
            return;
        }
        for (int i = 0; i < ROUNDS; i++) {
            new Left().step("left");
            new Right().step("right");
        }
    }
}
