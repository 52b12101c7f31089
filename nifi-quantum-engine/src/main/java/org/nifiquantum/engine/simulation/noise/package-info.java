/**
 * Noise as immutable data (channels, the model that says where they act, readout errors) and the simulation of noisy circuits:
 * exact on a density matrix, or by trajectories with an error bar. How noise is written in a file is not known here.
 */
package org.nifiquantum.engine.simulation.noise;
