// SPDX-License-Identifier: Apache-2.0
/** What the engine alone takes: circuits to measure with, the roof of the machine beside them, and the table's rows. */
package org.nifiquantum.runtime.bench.engine;
