// SPDX-License-Identifier: Apache-2.0
/**
 * What every provider needs and none should build again: HTTP over TLS with errors in our kinds, retries, rate limit, breaker and
 * bulkhead around it, submitting exactly once, and results of any kind from counts. Nothing here knows a provider.
 */
package org.nifiquantum.services.support;
