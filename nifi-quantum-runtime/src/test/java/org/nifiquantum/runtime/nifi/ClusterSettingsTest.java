// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ClusterSettingsTest {

    private static final ClusterSettings CLUSTER = ClusterSettings.choosePorts(3, NiFiSettings.defaults());

    @Test
    void everyPortIsAnother() {
        long ports = CLUSTER.ports().stream()
                .flatMap(node -> IntStream.of(node.web(), node.protocol(), node.loadBalance())
                        .boxed())
                .distinct()
                .filter(port -> port != CLUSTER.zooKeeperPort())
                .count();
        assertEquals(9, ports);
    }

    @Test
    void theFirstNodeKeepsTheZooKeeperThatAllUse() {
        String zooKeeper = "127.0.0.1:" + CLUSTER.zooKeeperPort();
        for (int node = 0; node < 3; node++) {
            Map<String, String> properties = CLUSTER.ofNode(node).properties();
            assertEquals(zooKeeper, properties.get("nifi.zookeeper.connect.string"));
            assertEquals(Boolean.toString(node == 0), properties.get("nifi.state.management.embedded.zookeeper.start"));
        }
    }

    @Test
    void stateIsKeptLocallyAndInTheZooKeeper() throws IOException, SAXException, ParserConfigurationException {
        String xml = CLUSTER.ofNode(1).files().get("state-management.xml");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, document.getElementsByTagName("local-provider").getLength());
        assertEquals(1, document.getElementsByTagName("cluster-provider").getLength());
    }
}
