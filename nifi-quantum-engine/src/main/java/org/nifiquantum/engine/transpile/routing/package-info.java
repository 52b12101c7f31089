// SPDX-License-Identifier: Apache-2.0
/**
 * Brings the wires of each interaction beside each other by exchanging qubits, as rarely as it can: a search for sparse circuits,
 * a swap network for dense ones, on one account of what is done and what it costs.
 */
package org.nifiquantum.engine.transpile.routing;
