// SPDX-License-Identifier: Apache-2.0
/** What the page needs of a circuit to draw it, as JSON: OpenQASM is read here, by the engine, and nowhere else. */
package org.nifiquantum.viewer.drawing;
