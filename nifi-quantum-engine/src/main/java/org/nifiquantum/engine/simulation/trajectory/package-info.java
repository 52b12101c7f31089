/**
 * One pure state driven step by step, as measurements inside a circuit, resets, classical control and noise need it. The whole
 * circuit at once, which is faster, is what {@code simulation} does.
 */
package org.nifiquantum.engine.simulation.trajectory;
