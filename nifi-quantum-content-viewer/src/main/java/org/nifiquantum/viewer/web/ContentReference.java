// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.nifi.web.ContentRequestContext;

/**
 * Which content NiFi's page wants to be shown: an address of NiFi's own interface, as a browser sees it. Only the
 * identifiers in it are used; nothing is ever fetched from it, except by NiFi itself from a node of its cluster.
 */
record ContentReference(URI address, Optional<String> clusterNode, Optional<String> client)
        implements ContentRequestContext {

    private static final String INTERFACE = "/nifi-api/";
    private static final String CLUSTER_NODE = "clusterNodeId";

    /**
     * Reads the parameters that NiFi's page gives a viewer.
     *
     * @throws ProblemException if there is no reference, or it is not an address
     */
    static ContentReference of(Optional<String> reference, Optional<String> client) throws ProblemException {
        String text = reference
                .filter(given -> !given.isBlank())
                .orElseThrow(
                        () -> new ProblemException(
                                400,
                                "The address names no content. Open the viewer from NiFi: List Queue or Data Provenance, View content."));
        try {
            URI address = withoutProxyPrefix(URI.create(text));
            return new ContentReference(address, parameter(address, CLUSTER_NODE), client);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "The address of the content is malformed.", e);
        }
    }

    /** A proxy in front of NiFi may put a prefix before its path, which NiFi itself does not know. */
    private static URI withoutProxyPrefix(URI address) {
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        int start = path.indexOf(INTERFACE);
        if (start <= 0) {
            return address;
        }
        String authority =
                address.getRawAuthority() == null ? "" : address.getScheme() + "://" + address.getRawAuthority();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(authority + path.substring(start) + query);
    }

    private static Optional<String> parameter(URI address, String name) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    @Override
    public String getDataUri() {
        return address.toString();
    }

    @Override
    public String getClusterNodeId() {
        return clusterNode.orElse(null);
    }

    @Override
    public String getClientId() {
        return client.orElse(null);
    }
}
