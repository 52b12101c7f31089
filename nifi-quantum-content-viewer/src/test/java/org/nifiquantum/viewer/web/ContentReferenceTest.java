// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "http://nifi:8080/nifi-api/provenance-events/7/content/output, http://nifi:8080/nifi-api/provenance-events/7/content/output",
        "https://proxy/a/b/nifi-api/flowfile-queues/1/flowfiles/2/content?x=1, https://proxy/nifi-api/flowfile-queues/1/flowfiles/2/content?x=1",
        "/prefix/nifi-api/provenance-events/7/content/input, /nifi-api/provenance-events/7/content/input"
    })
    void whatAProxyPutsBeforeThePathIsTakenAway(String given, String expected) throws ProblemException {
        assertEquals(expected, of(given).getDataUri());
    }

    /** NiFi's own class finds the node only as the first parameter; a proxy may put others before it. */
    @ParameterizedTest
    @CsvSource({
        "http://nifi/nifi-api/provenance-events/7/content/output?clusterNodeId=n-1, n-1",
        "http://nifi/nifi-api/provenance-events/7/content/output?a=b&clusterNodeId=n%201&c=d, n 1",
        "http://nifi/nifi-api/provenance-events/7/content/output?notclusterNodeId=n,",
        "http://nifi/nifi-api/provenance-events/7/content/output,"
    })
    void theNodeOfAClusterIsFoundWhereverItStands(String given, String expected) throws ProblemException {
        assertEquals(expected, of(given).getClusterNodeId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://nifi/{", "%"})
    void whatIsNoAddressIsAProblemOfTheRequest(String given) {
        ProblemException refused = assertThrows(ProblemException.class, () -> of(given));
        assertEquals(400, refused.problem().status());
    }

    @Test
    void aMissingReferenceIsAProblemOfTheRequest() {
        assertThrows(ProblemException.class, () -> ContentReference.of(Optional.empty(), Optional.empty()));
    }

    private static ContentReference of(String reference) throws ProblemException {
        return ContentReference.of(Optional.of(reference), Optional.of("client"));
    }
}
