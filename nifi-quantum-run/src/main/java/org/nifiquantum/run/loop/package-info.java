// SPDX-License-Identifier: Apache-2.0
/** All steps of a hybrid run in one process, without NiFi: for CI, scripts, and as the yardstick of NiFi's own cost. */
package org.nifiquantum.run.loop;
