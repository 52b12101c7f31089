/**
 * Classical optimisers as pure functions: the settings and the history of evaluations go in, the next points or the
 * end come out. Nothing here keeps state, so a run survives a crash, moves between machines and can be replayed.
 *
 * <p>What belongs here: one class per algorithm, written as a plain loop over an {@code Objective}; {@code Replay}
 * turns such a loop into the pure function. Values are always minimised. No circuits and no problems.
 */
package org.nifiquantum.optimization.optimizer;
