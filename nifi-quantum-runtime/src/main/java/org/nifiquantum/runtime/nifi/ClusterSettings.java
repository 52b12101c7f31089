// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the nodes of a {@link NiFiCluster} are told, each of itself and all of the ZooKeeper in the first one.
 *
 * @param zooKeeperPort where the first node's ZooKeeper listens
 * @param ports of the nodes
 * @param common to all nodes
 */
record ClusterSettings(int zooKeeperPort, List<Ports> ports, NiFiSettings common) {

    private static final String STATE_MANAGEMENT = "state-management.xml";
    private static final String LOOPBACK = "127.0.0.1";

    /** Of one node. */
    record Ports(int web, int protocol, int loadBalance) {}

    private static final String END_OF_PROVIDERS = "</stateManagement>";

    static ClusterSettings choosePorts(int nodes, NiFiSettings common) {
        List<Integer> free = FreePort.several(1 + 3 * nodes);
        List<Ports> ports = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            List<Integer> own = free.subList(1 + 3 * i, 4 + 3 * i);
            ports.add(new Ports(own.get(0), own.get(1), own.get(2)));
        }
        return new ClusterSettings(free.getFirst(), List.copyOf(ports), common);
    }

    NiFiSettings ofNode(int node) {
        String zooKeeper = LOOPBACK + ":" + zooKeeperPort;
        Ports own = ports.get(node);
        return common.withWebPort(OptionalInt.of(own.web()))
                .with("nifi.cluster.is.node", "true")
                .with("nifi.cluster.node.address", LOOPBACK)
                .with("nifi.cluster.node.protocol.port", Integer.toString(own.protocol()))
                .with("nifi.cluster.load.balance.host", LOOPBACK)
                .with("nifi.cluster.load.balance.port", Integer.toString(own.loadBalance()))
                .with("nifi.remote.input.host", LOOPBACK)
                .with("nifi.zookeeper.connect.string", zooKeeper)
                .with("nifi.state.management.provider.cluster", "zk-provider")
                .with("nifi.state.management.embedded.zookeeper.start", Boolean.toString(node == 0))
                .with("nifi.state.management.embedded.zookeeper.properties", "./conf/zookeeper.properties")
                .with("nifi.cluster.flow.election.max.wait.time", "60 secs")
                .with("nifi.cluster.flow.election.max.candidates", Integer.toString(ports.size()))
                // On a busy machine the stock 5 seconds make REST answer 500.
                .with("nifi.cluster.node.read.timeout", "30 sec")
                .with("nifi.cluster.node.connection.timeout", "30 sec")
                .withFile(STATE_MANAGEMENT, stateManagement(zooKeeper))
                .withFile("zookeeper.properties", zooKeeperProperties());
    }

    private static String stateManagement(String zooKeeper) {
        String provider = """
                <cluster-provider>
                    <id>zk-provider</id>
                    <class>org.apache.nifi.controller.state.providers.zookeeper.ZooKeeperStateProvider</class>
                    <property name="Connect String">%s</property>
                    <property name="Root Node">/nifi</property>
                    <property name="Session Timeout">10 seconds</property>
                    <property name="Access Control">Open</property>
                </cluster-provider>
                """.formatted(zooKeeper);
        return NiFiConfiguration.stock(STATE_MANAGEMENT).replace(END_OF_PROVIDERS, provider + END_OF_PROVIDERS);
    }

    private String zooKeeperProperties() {
        return """
                clientPort=%d
                clientPortAddress=%s
                dataDir=./state/zookeeper
                initLimit=10
                syncLimit=5
                tickTime=2000
                admin.enableServer=false
                """.formatted(zooKeeperPort, LOOPBACK);
    }
}
