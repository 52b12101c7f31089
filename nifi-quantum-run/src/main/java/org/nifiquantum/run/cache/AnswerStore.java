// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.cache;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where answers are kept: bytes by key. It is a help only, so its failures are told elsewhere and look like an empty store. */
public interface AnswerStore {

    /** What is kept under a key. */
    Optional<byte[]> get(String key);

    /**
     * Changes what is kept under a key, at once where the store can.
     *
     * @param change from what is there to what shall be; empty to leave it; asked again where somebody else was faster
     */
    void update(String key, UnaryOperator<Optional<byte[]>> change);
}
