// SPDX-License-Identifier: Apache-2.0
/**
 * Binary models that all constrained problems are made of: named variables, a linear and quadratic objective, linear
 * constraints, and how these become one energy with slack bits and a penalty.
 *
 * <p>What belongs here: what is true of any constraint, whatever problem it comes from.
 */
package org.nifiquantum.optimization.problem.model;
