// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A road and why it was taken.
 *
 * @param reasons all that speak for it, for people; at least one
 */
public record Decision(Road road, List<String> reasons) {

    public Decision {
        requireNonNull(road, "road");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision needs a reason");
        }
    }

    /** The reasons in one line. */
    public String reason() {
        return String.join("; ", reasons);
    }
}
