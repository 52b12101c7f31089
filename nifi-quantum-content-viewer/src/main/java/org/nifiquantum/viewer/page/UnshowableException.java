// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.page;

/** A document of which no page can be made. The message says why, and what can be done. */
public final class UnshowableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnshowableException(String message) {
        super(message);
    }
}
