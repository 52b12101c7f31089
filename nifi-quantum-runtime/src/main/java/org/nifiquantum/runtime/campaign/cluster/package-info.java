// SPDX-License-Identifier: Apache-2.0
/**
 * A real cluster of NiFi nodes whose runs wander from node to node and spend from one budget, while nodes are killed and come back.
 */
package org.nifiquantum.runtime.campaign.cluster;
