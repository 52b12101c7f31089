// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a dialect sees it.
 *
 * @param path without the query
 * @param query every value of each name
 * @param authorization the header
 */
public record Request(
        String method, String path, Map<String, List<String>> query, Optional<String> authorization, String body) {

    /** The first value of a name. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }
}
