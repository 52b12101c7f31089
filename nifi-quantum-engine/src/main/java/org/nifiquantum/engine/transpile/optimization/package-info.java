// SPDX-License-Identifier: Apache-2.0
/**
 * Makes circuits of rotations smaller without changing what they do: what commutes is joined, what cancels goes, exchanges become
 * renamed wires, and what no measurement can tell is left out. Knows of the device only whether two-qubit angles are free.
 */
package org.nifiquantum.engine.transpile.optimization;
