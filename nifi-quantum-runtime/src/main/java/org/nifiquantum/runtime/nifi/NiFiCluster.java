// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.RestException;

/**
 * Nodes of one cluster, all on this machine's loopback interface, each in a folder of its own. The first one keeps the ZooKeeper:
 * while it is dead the others know of no cluster, and work on.
 */
public final class NiFiCluster implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    /** What a node needs to be started again as it was. */
    private record Node(Path folder, NiFiSettings settings) {}

    private final NiFiInstallation installation;
    private final List<Node> nodes = new ArrayList<>();
    private final List<NiFiInstance> instances = new ArrayList<>();

    private NiFiCluster(NiFiInstallation installation) {
        this.installation = installation;
    }

    /**
     * Starts all nodes; they boot meanwhile.
     *
     * @param folder each node gets one of its own in it
     * @param settings of every node; web port, cluster and ZooKeeper are added
     */
    public static NiFiCluster start(NiFiInstallation installation, Path folder, int nodes, NiFiSettings settings) {
        NiFiCluster cluster = new NiFiCluster(installation);
        ClusterSettings shared = ClusterSettings.choosePorts(nodes, settings);
        for (int i = 0; i < nodes; i++) {
            Node node = new Node(folder.resolve("node-" + (i + 1)), shared.ofNode(i));
            cluster.nodes.add(node);
            cluster.instances.add(NiFiInstance.start(installation, node.folder(), node.settings()));
        }
        return cluster;
    }

    /**
     * Waits until all nodes are connected.
     *
     * @param meanwhile called several times a second
     * @return a client of the first node
     * @throws EnvironmentException with the end of a node's logs, if one ends or it takes more than eight minutes
     */
    public NiFiClient awaitConnected(Runnable meanwhile) {
        boolean complete = Patience.awaitTrue(LIMIT, () -> {
            meanwhile.run();
            return isConnected();
        });
        if (!complete) {
            throw new EnvironmentException(
                    "The cluster was not complete within %d minutes.%n%s".formatted(LIMIT.toMinutes(), logTails()));
        }
        return client(0);
    }

    private boolean isConnected() {
        for (NiFiInstance instance : instances) {
            if (!instance.isAlive()) {
                throw new EnvironmentException("A node ended while the cluster was starting.\n" + instance.logTail());
            }
        }
        try {
            return instances.stream().allMatch(instance -> instance.client().isReady())
                    && client(0).controller().connectedNodes() == instances.size();
        } catch (RestException e) {
            // A node that is about to join refuses to answer for the cluster.
            return false;
        }
    }

    private String logTails() {
        return String.join("\n", instances.stream().map(NiFiInstance::logTail).toList());
    }

    public int size() {
        return nodes.size();
    }

    /** A client of the node, whether it answers or not. */
    public NiFiClient client(int node) {
        return instances.get(node).client();
    }

    /** Ends a node as {@code kill -9} does; all it has written stays in its folder. */
    public void kill(int node) {
        instances.get(node).kill();
    }

    /** Starts a node again after it was killed; it boots meanwhile. */
    public void restart(int node) {
        instances.get(node).close();
        Node known = nodes.get(node);
        NiFiInstance again = NiFiInstance.start(installation, known.folder(), known.settings());
        instances.set(node, again);
    }

    /** Leaves the folders when this is closed. */
    public void keepFolders() {
        instances.forEach(NiFiInstance::keepFolder);
    }

    @Override
    public void close() {
        instances.forEach(NiFiInstance::close);
    }
}
