// SPDX-License-Identifier: Apache-2.0
/**
 * Answers that were found before, by the problem they answer. What comes out of a store is checked against the problem as if a
 * stranger had put it there.
 */
package org.nifiquantum.run.cache;
