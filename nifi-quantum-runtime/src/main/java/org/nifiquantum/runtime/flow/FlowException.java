// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import java.io.Serial;

/** The flow, its parameters or its inputs do not fit together; the message names the part and the remedy. */
public final class FlowException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public FlowException(String message) {
        super(message);
    }
}
