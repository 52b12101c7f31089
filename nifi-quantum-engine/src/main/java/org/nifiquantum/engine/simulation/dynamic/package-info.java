// SPDX-License-Identifier: Apache-2.0
/**
 * Simulating programs whose steps depend on outcomes of measurements: shots that have had the same outcomes so far share one
 * state.
 */
package org.nifiquantum.engine.simulation.dynamic;
