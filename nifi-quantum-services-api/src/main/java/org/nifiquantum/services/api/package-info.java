// SPDX-License-Identifier: Apache-2.0
/**
 * What a quantum backend is: the contract between the processors and every simulator or provider, and the records
 * that cross it. Other NARs implement it, so only JDK and nifi-api types belong here, and methods are added, never
 * changed.
 */
package org.nifiquantum.services.api;
