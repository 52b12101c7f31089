// SPDX-License-Identifier: Apache-2.0
/**
 * The long proofs on a real NiFi: what is done to it, what must come out all the same, and the table that says so. What a
 * campaign needs of the world outside NiFi comes from the testkit.
 */
package org.nifiquantum.runtime.campaign;
