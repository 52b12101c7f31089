// SPDX-License-Identifier: Apache-2.0
/** Which road a run takes, and why: pure functions of the rules somebody set and of what is known of the run. */
package org.nifiquantum.run.policy;
