// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.function.Supplier;

/**
 * Whether a statement of a program that is only checked may or may not be reached: what is assigned then is not known
 * afterwards. A jump that may be taken leaves all in doubt up to where it leads.
 */
final class Doubt {
    private int depth;
    private boolean mayHaveLeftLoop;
    private boolean mayHaveReturned;

    boolean any() {
        return depth > 0 || mayHaveLeftLoop || mayHaveReturned;
    }

    /** Whether some jump out of the loop may have been taken. */
    boolean mayHaveLeft() {
        return mayHaveLeftLoop || mayHaveReturned;
    }

    /** Goes through statements that may not be reached. */
    void during(Supplier<Flow> work) {
        depth++;
        try {
            remember(work.get());
        } finally {
            depth--;
        }
    }

    /** A jump that is taken or not. */
    private void remember(Flow flow) {
        mayHaveLeftLoop |= flow == Flow.BREAK || flow == Flow.CONTINUE;
        mayHaveReturned |= flow == Flow.RETURN;
    }

    /** A jump that is taken, from a place that may not be reached. */
    Flow filter(Flow flow) {
        if (!any()) {
            return flow;
        }
        remember(flow);
        return Flow.NEXT;
    }

    boolean enterLoop() {
        boolean outer = mayHaveLeftLoop;
        mayHaveLeftLoop = false;
        return outer;
    }

    void leaveLoop(boolean outer) {
        mayHaveLeftLoop = outer;
    }

    boolean enterSubroutine() {
        boolean outer = mayHaveReturned;
        mayHaveReturned = false;
        return outer;
    }

    /** Whether the subroutine's result is in doubt. */
    boolean leaveSubroutine(boolean outer) {
        boolean inDoubt = mayHaveReturned;
        mayHaveReturned = outer;
        return inDoubt;
    }

    /** Nothing that follows is sure to be reached. */
    void forGood() {
        depth++;
    }
}
