// SPDX-License-Identifier: Apache-2.0
/**
 * Turns any circuit into one that a device takes: its gates, its couplings. Callers need {@link
 * org.nifiquantum.engine.transpile.Transpiler} and the description of devices in {@code device}; the other packages are its steps.
 */
package org.nifiquantum.engine.transpile;
