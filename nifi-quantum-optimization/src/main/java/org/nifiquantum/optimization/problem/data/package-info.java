// SPDX-License-Identifier: Apache-2.0
/**
 * Tables of data: their quantum kernel or feature vectors, the classical ones they stand beside, and how many labels a support
 * vector machine gets right with either. Feature maps and their circuits are in {@code encoding.kernel}.
 */
package org.nifiquantum.optimization.problem.data;
