// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

/** The strength J of the term {@code J s_first s_second} of an Ising model, with {@code first < second}. */
public record Coupling(int first, int second, double strength) {}
