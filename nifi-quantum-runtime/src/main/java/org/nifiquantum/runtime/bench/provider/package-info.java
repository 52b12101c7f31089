// SPDX-License-Identifier: Apache-2.0
/** Jobs of a provider on the loopback interface through a real NiFi: how many, how late, and what an outage costs. */
package org.nifiquantum.runtime.bench.provider;
