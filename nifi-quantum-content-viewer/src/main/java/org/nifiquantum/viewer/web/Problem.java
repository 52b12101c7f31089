// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import static java.util.Objects.requireNonNull;

/**
 * Why there is nothing to show.
 *
 * @param status of HTTP
 * @param message for people: what is wrong, and what they can do
 */
record Problem(int status, String message) {

    Problem {
        requireNonNull(message, "message");
    }
}
