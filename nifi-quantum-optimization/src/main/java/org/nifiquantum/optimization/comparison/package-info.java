// SPDX-License-Identifier: Apache-2.0
/**
 * Whether one way to an answer is better than another: probabilities, means and times with their uncertainty, and a verdict
 * that never takes noise for a difference. Knows neither problems nor how they were solved.
 */
package org.nifiquantum.optimization.comparison;
