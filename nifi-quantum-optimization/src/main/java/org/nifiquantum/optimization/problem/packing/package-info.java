// SPDX-License-Identifier: Apache-2.0
/** Knapsacks: their record, their files and their exact search. */
package org.nifiquantum.optimization.problem.packing;
