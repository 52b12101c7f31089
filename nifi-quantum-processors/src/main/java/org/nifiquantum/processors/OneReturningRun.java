// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.FlowFileFilter;

/**
 * Takes one run that comes back for its next evaluation, from whichever connection, and leaves new ones in the queue.
 *
 * <p>New runs enter a loop only while none waits to go round again: so its queues cannot all be full at once.
 *
 * <p>In each connection it looks past a few new runs only. NiFi takes every FlowFile that is looked at out of the queue
 * and sorts it in again, under the queue's lock: with a thousand new runs waiting, looking at all of them was nearly half
 * of SubmitCircuit's time. Returning runs come by a connection of their own and need no looking past; where a funnel
 * mixes both, few new runs are before them.
 */
final class OneReturningRun implements FlowFileFilter {

    private static final int LOOK_PAST = 50;

    private boolean taken;
    private int passed;

    @Override
    public FlowFileFilterResult filter(FlowFile flowFile) {
        if (taken) {
            return FlowFileFilterResult.REJECT_AND_TERMINATE;
        }
        taken = isReturning(flowFile);
        if (taken) {
            return FlowFileFilterResult.ACCEPT_AND_TERMINATE;
        }
        if (passed < LOOK_PAST) {
            passed++;
            return FlowFileFilterResult.REJECT_AND_CONTINUE;
        }
        // Ends the search in this connection; NiFi goes on to the next with the same filter.
        passed = 0;
        return FlowFileFilterResult.REJECT_AND_TERMINATE;
    }

    private static boolean isReturning(FlowFile flowFile) {
        String iteration = flowFile.getAttribute(Attributes.ITERATION);
        return iteration != null && !"0".equals(iteration);
    }
}
