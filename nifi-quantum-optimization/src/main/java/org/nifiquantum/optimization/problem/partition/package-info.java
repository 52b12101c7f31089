// SPDX-License-Identifier: Apache-2.0
/** Number partitioning. */
package org.nifiquantum.optimization.problem.partition;
