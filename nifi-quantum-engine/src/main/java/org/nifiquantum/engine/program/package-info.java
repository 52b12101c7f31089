// SPDX-License-Identifier: Apache-2.0
/**
 * Programs with classical control: a circuit where nothing depends on a measurement's outcome, else something that drives a
 * quantum machine through one shot. What a program is, never how it is read or simulated.
 */
package org.nifiquantum.engine.program;
