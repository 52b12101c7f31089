// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.Validator;

/** Addresses of providers: TLS, except on this machine, where tests and rehearsals are. */
public final class ProviderUrl {

    /** For properties. */
    public static final Validator VALIDATOR = (subject, input, context) -> {
        Optional<String> complaint = complaint(input);
        return new ValidationResult.Builder()
                .subject(subject)
                .input(input)
                .valid(complaint.isEmpty())
                .explanation(complaint.orElse(""))
                .build();
    };

    private ProviderUrl() {}

    /** What is wrong with an address; empty if nothing is. */
    public static Optional<String> complaint(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("is no URL: " + e.getReason());
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            return Optional.of("must be https://HOST[:PORT][/PATH], without user, query or fragment");
        }
        boolean plain = "http".equals(url.getScheme());
        if (!plain && !"https".equals(url.getScheme())) {
            return Optional.of("must begin with https://");
        }
        if (plain && !isLoopback(url.getHost())) {
            return Optional.of("must begin with https://; http is for providers on this machine only");
        }
        return Optional.empty();
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
