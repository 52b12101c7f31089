// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.FlowFileFilter;

/**
 * Takes one run that comes back for its next evaluation, from whichever connection, and leaves new ones in the queue.
 *
 * <p>New runs enter a loop only while none waits to go round again: so its queues cannot all be full at once.
 */
final class OneReturningRun implements FlowFileFilter {

    private boolean taken;

    @Override
    public FlowFileFilterResult filter(FlowFile flowFile) {
        if (taken) {
            return FlowFileFilterResult.REJECT_AND_TERMINATE;
        }
        taken = isReturning(flowFile);
        return taken ? FlowFileFilterResult.ACCEPT_AND_TERMINATE : FlowFileFilterResult.REJECT_AND_CONTINUE;
    }

    private static boolean isReturning(FlowFile flowFile) {
        String iteration = flowFile.getAttribute(Attributes.ITERATION);
        return iteration != null && !"0".equals(iteration);
    }
}
