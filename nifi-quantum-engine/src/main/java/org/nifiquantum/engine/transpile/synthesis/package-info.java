// SPDX-License-Identifier: Apache-2.0
/** Small unitaries as gates: the canonical form of two-qubit unitaries, and both kinds of gates in a device's own basis. */
package org.nifiquantum.engine.transpile.synthesis;
