/**
 * From a problem to a circuit with open parameters, an observable and the first parameters.
 *
 * <p>What belongs here: ansatz circuits and published schedules of their first angles, each with its citation and its
 * convention. Running circuits is the engine's matter, tuning parameters the optimiser's.
 */
package org.nifiquantum.optimization.encoding;
