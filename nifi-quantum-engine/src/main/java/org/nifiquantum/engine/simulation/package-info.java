/**
 * Compiling circuits and simulating them on a state vector: compilation, read-out, sampling, gradients, and plans for measuring
 * what a state vector would tell. Bit {@code i} of a basis state's index is qubit {@code i}.
 */
package org.nifiquantum.engine.simulation;
