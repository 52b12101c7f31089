// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import org.apache.nifi.components.DescribedValue;

/** What to do where it is not known whether the provider took a job, and its list of jobs does not show one. */
public enum OnAmbiguousSubmission implements DescribedValue {
    GIVE_UP(
            "Give Up",
            "The run goes to \"unavailable\", and Fallback answers. Nothing is ever paid twice. Right where the provider may"
                    + " list a job later than it takes it."),
    SEND_AGAIN(
            "Send Again",
            "A job that the provider does not list within Lookup Time is taken for one that never arrived. Should it appear"
                    + " later all the same, it is paid twice.");

    private final String displayName;
    private final String description;

    OnAmbiguousSubmission(String displayName, String description) {
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
