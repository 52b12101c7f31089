// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

/** One step of a circuit. */
public sealed interface Operation permits GateOperation, Measurement, Barrier {}
