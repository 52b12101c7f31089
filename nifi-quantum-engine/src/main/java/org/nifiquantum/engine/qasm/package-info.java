/**
 * Reads OpenQASM 3 and 2 and writes 3: one grammar of our own for both versions, their libraries, and the classes that give a
 * parse tree its meaning as a circuit.
 */
package org.nifiquantum.engine.qasm;
