/**
 * NiFi's REST interface as Java calls: one class per topic, on the JDK's HTTP client and Jackson.
 *
 * <p>For an unsecured, single NiFi. Every call is answered or fails with a {@link org.nifiquantum.runtime.rest.RestException}.
 */
package org.nifiquantum.runtime.rest;
