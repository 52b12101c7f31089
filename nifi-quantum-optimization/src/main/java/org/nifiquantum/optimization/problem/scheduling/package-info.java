// SPDX-License-Identifier: Apache-2.0
/** Job shops: their record, their files and their search. */
package org.nifiquantum.optimization.problem.scheduling;
