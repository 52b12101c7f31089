// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import org.nifiquantum.services.api.BackendException;

/** One exchange with a provider, answer decoded. */
@FunctionalInterface
public interface ProviderCall<T> {

    T make() throws BackendException;
}
