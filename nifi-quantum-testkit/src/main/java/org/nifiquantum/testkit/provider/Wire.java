// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.nifiquantum.run.document.Json;

/** What goes over the wire: the records of the backend contract as JSON, every member, empty ones too. */
final class Wire {

    static final JsonMapper JSON = Json.mapper()
            .rebuild()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    private Wire() {}
}
