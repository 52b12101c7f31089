// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.nifi.processor.Relationship;

/** Sets of relationships that keep their order, which the NAR's manifest records: it must be the same in every build. */
final class Relationships {

    private Relationships() {}

    static Set<Relationship> of(Relationship... relationships) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(relationships)));
    }
}
