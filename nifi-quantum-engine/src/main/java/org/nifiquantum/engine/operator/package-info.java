/** Observables as immutable data: Pauli strings, their sums, Ising models. How they are measured stands in {@code simulation}. */
package org.nifiquantum.engine.operator;
