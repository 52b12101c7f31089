// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.testkit.misbehaving.Fault;

/**
 * What goes wrong on one lane.
 *
 * @param label as the table and the command line name it
 * @param faults that meet requests
 * @param refusing whether connections are refused now and then
 */
public record Trouble(String label, Set<Fault> faults, boolean refusing) {

    public Trouble {
        faults = Set.copyOf(faults);
    }

    /** Every fault alone, then refused connections, then all of it together. */
    public static List<Trouble> all() {
        List<Trouble> all = new ArrayList<>();
        Arrays.stream(Fault.values()).map(Trouble::of).forEach(all::add);
        all.add(new Trouble("connection_refused", Set.of(), true));
        all.add(new Trouble("everything", EnumSet.allOf(Fault.class), true));
        return List.copyOf(all);
    }

    /** Everything works. */
    static Trouble none() {
        return new Trouble("none", Set.of(), false);
    }

    boolean isNone() {
        return faults.isEmpty() && !refusing;
    }

    public static Optional<Trouble> named(String label) {
        return all().stream().filter(trouble -> trouble.label().equals(label)).findFirst();
    }

    private static Trouble of(Fault fault) {
        return new Trouble(fault.name().toLowerCase(Locale.ROOT), Set.of(fault), false);
    }
}
