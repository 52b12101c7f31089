// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.drawing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Values for the parameters of a circuit.
 *
 * @param origin what they are, for people; empty if there are none
 * @param values in the order in which the circuit declares its parameters
 */
record Bindings(String origin, List<Double> values) {

    static final Bindings NONE = new Bindings("", List.of());

    Bindings {
        requireNonNull(origin, "origin");
        values = List.copyOf(values);
    }
}
