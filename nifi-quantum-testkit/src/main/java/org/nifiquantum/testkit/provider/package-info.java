// SPDX-License-Identifier: Apache-2.0
/** A quantum provider on this machine, outside NiFi's process, and the backend that talks to it over HTTP. */
package org.nifiquantum.testkit.provider;
