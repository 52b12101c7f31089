// SPDX-License-Identifier: Apache-2.0
/** Molecules: qubit Hamiltonians, their particle numbers, their files, and exact diagonalisation. */
package org.nifiquantum.optimization.problem.chemistry;
