// SPDX-License-Identifier: Apache-2.0
/** How well the classical solvers do on the field's own instances: what {@code bench solvers} prints. */
package org.nifiquantum.runtime.bench.solver;
