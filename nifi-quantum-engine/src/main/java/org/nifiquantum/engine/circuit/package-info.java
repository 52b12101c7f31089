/**
 * Circuits as immutable data: gates and the table of their facts, operations, parameter expressions, bit strings. What a
 * circuit is, never how it is read, written or run.
 */
package org.nifiquantum.engine.circuit;
