// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks of the whole house on a real NiFi: each gives rows of a table, every number of which is measured where it
 * runs, beside a yardstick measured there too. How the rows are shown, and which NiFi they are measured on, is the
 * command's business.
 */
package org.nifiquantum.runtime.bench;
