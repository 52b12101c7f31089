// SPDX-License-Identifier: Apache-2.0
/** Problems on graphs that have constraints: vertex cover, independent set, clique, colouring; and the field's graph files. */
package org.nifiquantum.optimization.problem.graph;
