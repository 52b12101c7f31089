/**
 * Classical solvers of Ising models: the baseline a quantum answer stands beside, and the fallback that always
 * answers.
 *
 * <p>What belongs here: one class per solver, each inside a {@link org.nifiquantum.optimization.solver.SolverBudget}.
 * Energies are minimised; the user's sense is the problem's matter.
 */
package org.nifiquantum.optimization.solver;
