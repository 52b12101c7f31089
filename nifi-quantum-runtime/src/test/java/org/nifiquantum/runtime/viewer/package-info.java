// SPDX-License-Identifier: Apache-2.0
/** What people see, seen through a real browser: the content viewer inside a real NiFi, and the page as a file. */
package org.nifiquantum.runtime.viewer;
