// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.scheduling;

/**
 * A step of a job.
 *
 * @param machine the index of the machine it needs, alone
 * @param duration how long it needs it, a whole number of 1 or more
 */
public record JobOperation(int machine, int duration) {}
