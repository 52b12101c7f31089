// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The devices of the Braket dialect, with capabilities as their schemas have them. */
final class BraketDevices {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> GATES = List.of(
            "ccnot",
            "cnot",
            "cphaseshift",
            "cswap",
            "cy",
            "cz",
            "h",
            "i",
            "phaseshift",
            "rx",
            "ry",
            "rz",
            "s",
            "si",
            "swap",
            "t",
            "ti",
            "v",
            "vi",
            "x",
            "y",
            "z");

    /** As on some QPUs: without the gates that have to be made of others. */
    private static final List<String> FEWER_GATES =
            List.of("cnot", "cz", "h", "i", "rx", "ry", "rz", "s", "si", "swap", "t", "ti", "x", "y", "z");

    Answer describe(String arn, BiFunction<Integer, String, Answer> error) {
        if (find(arn).isEmpty()) {
            return error.apply(404, "No such device");
        }
        boolean simulator = arn.equals(BraketDialect.SIMULATOR);
        ObjectNode device = JSON.objectNode();
        device.put("deviceArn", arn);
        device.put("deviceName", arn.substring(arn.lastIndexOf('/') + 1));
        device.put("providerName", simulator ? "Amazon Braket" : "IQM");
        device.put("deviceType", simulator ? "SIMULATOR" : "QPU");
        device.put("deviceStatus", "ONLINE");
        device.put("deviceCapabilities", capabilities(simulator).toString());
        ArrayNode queues = device.putArray("deviceQueueInfo");
        queues.addObject()
                .put("queue", "QUANTUM_TASKS_QUEUE")
                .put("queueSize", "1")
                .put("queuePriority", "Priority");
        queues.addObject()
                .put("queue", "QUANTUM_TASKS_QUEUE")
                .put("queueSize", ">4")
                .put("queuePriority", "Normal");
        return new Answer(200, device);
    }

    /** The gates of a device; empty if there is no such device. */
    Optional<Set<String>> find(String arn) {
        return switch (arn) {
            case BraketDialect.SIMULATOR -> Optional.of(Set.copyOf(GATES));
            case BraketDialect.QPU -> Optional.of(Set.copyOf(FEWER_GATES));
            default -> Optional.empty();
        };
    }

    boolean takesProgramSets(String arn) {
        return arn.equals(BraketDialect.QPU);
    }

    private static ObjectNode capabilities(boolean simulator) {
        ObjectNode capabilities = JSON.objectNode();
        ObjectNode service = capabilities.putObject("service");
        service.putArray("shotsRange").add(simulator ? 0 : 1).add(100_000);
        service.putObject("deviceCost")
                .put("price", simulator ? 0.075 : 0.00145)
                .put("unit", simulator ? "minute" : "shot");
        ObjectNode action = capabilities.putObject("action");
        ArrayNode operations = action.putObject("braket.ir.openqasm.program")
                .put("actionType", "braket.ir.openqasm.program")
                .putArray("supportedOperations");
        (simulator ? GATES : FEWER_GATES).forEach(operations::add);
        ObjectNode paradigm = capabilities.putObject("paradigm").put("qubitCount", simulator ? 34 : 20);
        if (!simulator) {
            action.putObject("braket.ir.openqasm.program_set")
                    .put("actionType", "braket.ir.openqasm.program_set")
                    .put("maximumExecutables", 100)
                    .put("maximumTotalShots", 200_000);
            ObjectNode connectivity = paradigm.putObject("connectivity").put("fullyConnected", false);
            ObjectNode graph = connectivity.putObject("connectivityGraph");
            graph.putArray("1").add("2").add("4");
            graph.putArray("2").add("1");
        }
        return capabilities;
    }
}
