// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import org.apache.nifi.components.DescribedValue;

/** Where a service's credentials come from, as users choose it. */
enum CredentialsSource implements DescribedValue {
    DEFAULT_CHAIN(
            "Default Chain",
            "As the AWS SDK looks for them: environment, the default profile, container, or the machine's own role."
                    + " Nothing to keep in NiFi."),
    ACCESS_KEY(
            "Access Key",
            "An access key, best given by sensitive parameters; with a session token if it is temporary."),
    PROFILE("Profile", "A profile of the AWS configuration files of the user that NiFi runs as.");

    private final String displayName;
    private final String description;

    CredentialsSource(String displayName, String description) {
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
