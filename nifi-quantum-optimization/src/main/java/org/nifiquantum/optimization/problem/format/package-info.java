// SPDX-License-Identifier: Apache-2.0
/**
 * What all readers of text formats share: lines with their numbers, entries of matrices and graphs, and the settings that
 * a file of the field leaves open.
 *
 * <p>What belongs here: nothing that knows one kind of problem.
 */
package org.nifiquantum.optimization.problem.format;
