/**
 * Derivatives of expectations from expectations alone: which circuits to evaluate where, and how to put the values together. For
 * backends that cannot differentiate by themselves; the simulator can, see {@code Simulator.gradient}.
 */
package org.nifiquantum.engine.simulation.gradient;
