// SPDX-License-Identifier: Apache-2.0
/** Tours: the travelling salesman, its TSPLIB files and its searches. */
package org.nifiquantum.optimization.problem.routing;
