/**
 * Compiling circuits and simulating them on a state vector: compilation, kernels, read-out and sampling. Bit {@code i} of a
 * basis state's index is qubit {@code i}.
 */
package org.nifiquantum.engine.simulation;
