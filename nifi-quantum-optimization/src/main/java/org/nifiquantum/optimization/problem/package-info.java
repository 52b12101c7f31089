/**
 * Business problems as validated values, each with its Ising form and its objective in the user's sense, and the
 * readers of their field's file formats.
 *
 * <p>What belongs here: one record for each kind of problem and one reader for each text format. Variable i of a
 * problem is qubit i. JSON is read elsewhere (the run module); no circuits, no solvers.
 */
package org.nifiquantum.optimization.problem;
