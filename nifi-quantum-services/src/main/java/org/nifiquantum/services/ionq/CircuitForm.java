// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import org.apache.nifi.components.DescribedValue;

/** How circuits are written for IonQ. */
enum CircuitForm implements DescribedValue {
    QIS("Abstract Gates", "As JSON in IonQ's abstract gates; IonQ compiles them for its device."),
    NATIVE(
            "Native Gates",
            "As JSON in IonQ's native gates GPi, GPi2 and MS, compiled here: what is sent is what runs. For Aria and"
                    + " Forte families with the MS gate."),
    OPENQASM(
            "OpenQASM 3",
            "As OpenQASM 3 where a job has one circuit; IonQ takes several circuits as JSON only, and they are sent as"
                    + " such.");

    private final String displayName;
    private final String description;

    CircuitForm(String displayName, String description) {
        this.displayName = displayName;
        this.description = description;
    }

    @Override
    public String getValue() {
        return name();
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public String getDescription() {
        return description;
    }
}
