// SPDX-License-Identifier: Apache-2.0
/**
 * The form in which circuits are transpiled: rotations about axes. One-qubit gates with known angles turn the axes of what
 * follows and are kept once at the end of each wire, so that what commutes and what cancels can be read off the axes.
 */
package org.nifiquantum.engine.transpile.rotation;
