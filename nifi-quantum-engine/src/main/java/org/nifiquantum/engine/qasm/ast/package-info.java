// SPDX-License-Identifier: Apache-2.0
/**
 * The statements and expressions of OpenQASM 2 and 3 as immutable data, each with its place in the source: what was written, not
 * yet what it means.
 */
package org.nifiquantum.engine.qasm.ast;
