// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

/** A Pauli matrix other than the identity. */
public enum Pauli {
    X,
    Y,
    Z
}
