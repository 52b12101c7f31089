// SPDX-License-Identifier: Apache-2.0
/** One thing for each place: what permutations share, and the quadratic assignment problem with its QAPLIB files. */
package org.nifiquantum.optimization.problem.assignment;
