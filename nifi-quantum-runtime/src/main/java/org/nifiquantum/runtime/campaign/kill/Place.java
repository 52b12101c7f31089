// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.util.List;

/**
 * The entry of a method, where a process can be stopped without any help of its own.
 *
 * @param classes the full names of the classes that have or inherit it, nested or not; those that are loaded count
 * @param method its name; of overloads that call each other only the outermost counts
 * @param within the simple name of a class, one of whose objects must be at work further up the stack; empty for any
 */
record Place(List<String> classes, String method, String within) {

    Place {
        classes = List.copyOf(classes);
    }

    static Place of(String type, String method) {
        return new Place(List.of(type), method, "");
    }

    Place within(String simpleName) {
        return new Place(classes, method, simpleName);
    }
}
