// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A place on the canvas in its pixels, x to the right and y down. A processor takes 352 by 128, a group 384 by 176. */
public record Position(double x, double y) {

    ObjectNode json() {
        return RestConnection.object().put("x", x).put("y", y);
    }
}
