// SPDX-License-Identifier: Apache-2.0
/**
 * Limits on what jobs may cost, over all backends that name the same budget and all nodes of a cluster. The algorithm and why it never
 * spends too much stand in {@code docs/budget.md}.
 */
package org.nifiquantum.services.budget;
