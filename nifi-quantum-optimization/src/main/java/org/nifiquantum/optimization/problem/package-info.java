// SPDX-License-Identifier: Apache-2.0
/**
 * Business problems as validated values. Here stand the contract and the kinds that are models already (MaxCut, QUBO,
 * Ising) with their readers; every other family has a package below: {@code graph}, {@code partition}, {@code packing},
 * {@code routing}, {@code finance}, {@code scheduling}, {@code program}, {@code chemistry}, {@code data}.
 *
 * <p>What belongs in such a package: a record that checks itself, the readers of its field's file formats, its model
 * (through {@code model} where there are constraints), its decoder, and a classical search where the one for Ising models
 * is not good enough. Variable i of a problem is qubit i. JSON is read elsewhere (the run module); no circuits
 * but those of {@code data}, where the circuit is part of what is asked.
 */
package org.nifiquantum.optimization.problem;
