// SPDX-License-Identifier: Apache-2.0
/**
 * What OpenQASM means: one interpreter over the statements of {@code qasm.ast}. It builds a circuit as long as nothing depends on
 * the outcome of a measurement, and drives a quantum machine shot by shot where something does.
 */
package org.nifiquantum.engine.qasm.interpret;
