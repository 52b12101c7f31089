// SPDX-License-Identifier: Apache-2.0
/** What people look at: a run drawn inside NiFi's content viewer, and the same page as one file. */
package org.nifiquantum.viewer;
