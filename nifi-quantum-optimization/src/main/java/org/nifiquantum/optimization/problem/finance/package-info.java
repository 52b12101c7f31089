// SPDX-License-Identifier: Apache-2.0
/** Portfolios: choosing assets by mean and variance, the efficient frontier, OR-Library's files. */
package org.nifiquantum.optimization.problem.finance;
