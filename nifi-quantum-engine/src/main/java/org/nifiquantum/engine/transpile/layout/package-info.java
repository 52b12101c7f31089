// SPDX-License-Identifier: Apache-2.0
/**
 * Where a circuit's wires are placed on a device at the start, and how likely they run there without an error: layouts under which
 * nothing needs to move, and regions and chains of qubits for routing to start from.
 */
package org.nifiquantum.engine.transpile.layout;
