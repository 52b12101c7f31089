// SPDX-License-Identifier: Apache-2.0
/**
 * Ansatz circuits that know nothing of the problem: a hardware-efficient one for any observable, and unitary coupled cluster
 * for molecules. Both start from a basis state, the reference, and measure every qubit at the end.
 */
package org.nifiquantum.optimization.encoding.ansatz;
