// SPDX-License-Identifier: Apache-2.0
/**
 * Many runs through a NiFi whose provider misbehaves in one way after the other: a lane for each, what is disturbed and when, what
 * came of it by the provider's own books.
 */
package org.nifiquantum.runtime.campaign.faults;
