// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import java.util.Optional;
import org.apache.nifi.controller.ControllerService;

/**
 * Money, or a provider's own unit, that all backends which name it spend together and not more than it has.
 *
 * <p>What a submission may cost is set aside before it is sent, and put right when its cost is known or it came to nothing. Each
 * method may be called again for the same submission: it counts once.
 */
public interface QuantumBudgetService extends ControllerService {

    /**
     * Sets aside what a submission may cost at most.
     *
     * @param cost as the backend estimates it; empty where it tells none
     * @return whether it was set aside by this call; false if it had been before
     * @throws BackendException of kind {@link BackendException.Kind#OVER_BUDGET} if there is not as much left, of kind
     *     {@link BackendException.Kind#RATE_LIMITED} if that is not known yet, of kind
     *     {@link BackendException.Kind#UNAVAILABLE} if it cannot be written down; nothing is set aside then
     */
    boolean reserve(String submissionKey, Optional<Money> cost) throws BackendException;

    /**
     * Replaces what was set aside by what a submission has cost.
     *
     * @param cost empty where the provider does not tell: then it is what was set aside
     */
    void settle(String submissionKey, Optional<Money> cost);

    /** Frees what was set aside for a submission that surely costs nothing. */
    void release(String submissionKey);
}
