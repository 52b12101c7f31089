/**
 * Optimisation without NiFi: {@code problem} says what is asked, {@code encoding} makes it a circuit, {@code optimizer}
 * tunes the circuit's parameters, {@code solver} answers classically.
 */
package org.nifiquantum.optimization;
