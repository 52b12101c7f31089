// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.Map;

/**
 * In what the versions of the language differ for the interpreter.
 *
 * @param predefined the names that a source finds without declaring them
 * @param wholeNumbers whether numbers without a point are whole and divide without a rest
 * @param negativeIndices whether an index below 0 counts from the end
 */
public record Dialect(Map<String, Symbol> predefined, boolean wholeNumbers, boolean negativeIndices) {}
