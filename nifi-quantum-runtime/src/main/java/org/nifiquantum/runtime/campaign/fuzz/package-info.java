// SPDX-License-Identifier: Apache-2.0
/** Damaged programs are read by the thousand: each must be understood or refused, in time, by the reader's own error. */
package org.nifiquantum.runtime.campaign.fuzz;
