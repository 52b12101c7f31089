/**
 * Reads and writes OpenQASM 3 and 2: one grammar of our own for both versions, their libraries, and the classes that turn a
 * parse tree into statements; what they mean is in {@code interpret}.
 */
package org.nifiquantum.engine.qasm;
