// SPDX-License-Identifier: Apache-2.0
/** Sweeps of a circuit's parameters: which points are evaluated, all known before the first. */
package org.nifiquantum.optimization.sweep;
