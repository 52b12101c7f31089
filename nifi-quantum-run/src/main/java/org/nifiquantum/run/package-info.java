// SPDX-License-Identifier: Apache-2.0
/**
 * Hybrid runs without NiFi: {@code input} is what a user brings, {@code document} what travels, {@code step} what is
 * done to it, {@code loop} all steps in one process.
 */
package org.nifiquantum.run;
