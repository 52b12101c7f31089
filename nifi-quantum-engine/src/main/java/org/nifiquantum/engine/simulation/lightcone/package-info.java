// SPDX-License-Identifier: Apache-2.0
/**
 * Expectations without the whole state: what a term of an observable tells depends only on the gates in its backward light cone, so
 * circuits with more qubits than memory holds states for can still be evaluated. Cones are extracted here, planned as sums over few
 * variables at a time, and compared in cost with the state vector.
 */
package org.nifiquantum.engine.simulation.lightcone;
