// SPDX-License-Identifier: Apache-2.0
/**
 * What repeated trials tell: rates, means and times to a solution, with their uncertainty. Knows neither problems nor how they
 * were solved.
 */
package org.nifiquantum.optimization.comparison;
