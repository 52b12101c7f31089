// SPDX-License-Identifier: Apache-2.0
/**
 * A provider that misbehaves on request, over real sockets, in the dialect of a real one, and counts what it bills. Another dialect
 * is one class.
 */
package org.nifiquantum.testkit.misbehaving;
