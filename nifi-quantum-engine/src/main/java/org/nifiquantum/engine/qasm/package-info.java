/** Reads and writes OpenQASM: our own grammar, and the classes that give a parse tree its meaning as a circuit. */
package org.nifiquantum.engine.qasm;
