/**
 * The inner loops of the simulator, on flat arrays. A kernel knows amplitudes and numbers, never circuits. Internal to the
 * engine: anything here may change.
 *
 * <p>Two rules shape the loops. C2 vectorises a loop only if all its arrays are used at the same index (otherwise it must
 * assume that they overlap), so kernels copy rows into scratch arrays of their own. And every result must have the same bits
 * on any number of threads, so sums are taken per fixed block and the blocks added in order.
 */
package org.nifiquantum.engine.simulation.kernel;
