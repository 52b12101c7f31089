// SPDX-License-Identifier: Apache-2.0
/** General programs over whole numbers with bounds: their record, LP files, and the exact solver of a library. */
package org.nifiquantum.optimization.problem.program;
