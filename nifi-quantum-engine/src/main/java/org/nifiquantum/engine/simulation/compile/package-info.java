/**
 * Turns a circuit into few steps over the state: expansion of gates, fusion, phase layers, and the order of it all. Internal to
 * the engine: anything here may change.
 */
package org.nifiquantum.engine.simulation.compile;
