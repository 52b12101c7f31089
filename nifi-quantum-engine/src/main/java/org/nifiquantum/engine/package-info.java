/** The quantum engine: circuits, OpenQASM, operators, simulation. Knows neither NiFi nor JSON. */
package org.nifiquantum.engine;
