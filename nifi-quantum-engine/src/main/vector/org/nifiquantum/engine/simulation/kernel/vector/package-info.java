// SPDX-License-Identifier: Apache-2.0
/**
 * The loops over blocks of amplitudes on the Vector API, for the JDK that built them. One array holds the real parts, one the
 * imaginary parts, so that a vector is so many neighbours of one kind. Never a reduction of lanes in floating point: its order, and
 * so its last bit, changes when the compiler takes over. Internal to the engine: anything here may change.
 */
package org.nifiquantum.engine.simulation.kernel.vector;
