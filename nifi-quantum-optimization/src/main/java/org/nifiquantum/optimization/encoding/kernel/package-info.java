// SPDX-License-Identifier: Apache-2.0
/**
 * Data as circuits: feature maps, which turn a row of numbers into a state, and the quantum kernel, the overlap of two such
 * states. What a classical model does with them is not here.
 */
package org.nifiquantum.optimization.encoding.kernel;
