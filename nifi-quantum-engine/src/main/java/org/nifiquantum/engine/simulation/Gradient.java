// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.List;

/**
 * An expectation and its derivatives.
 *
 * @param derivatives by each parameter of the circuit, in the order of its parameters
 */
public record Gradient(double value, List<Double> derivatives) {
    public Gradient {
        derivatives = List.copyOf(derivatives);
    }
}
