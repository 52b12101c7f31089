// SPDX-License-Identifier: Apache-2.0
/**
 * NiFi is killed wherever it matters, started again, and every interrupted run is compared with an undisturbed one. What this
 * needs of the world outside NiFi comes from the testkit.
 */
package org.nifiquantum.runtime.campaign.kill;
