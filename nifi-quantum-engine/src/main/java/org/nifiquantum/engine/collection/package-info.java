// SPDX-License-Identifier: Apache-2.0
/** What Java's collections cannot hold without a box for each number. */
package org.nifiquantum.engine.collection;
