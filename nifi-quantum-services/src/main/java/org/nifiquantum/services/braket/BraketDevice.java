// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.DeviceReport;
import org.nifiquantum.services.api.DeviceReport.Coupling;
import org.nifiquantum.services.api.DeviceReport.Status;
import software.amazon.awssdk.services.braket.model.DeviceQueueInfo;
import software.amazon.awssdk.services.braket.model.GetDeviceResponse;

/**
 * What Braket says of a device.
 *
 * @param programSets limits of the action that runs many programs as one task; empty where the device lacks it
 * @param price what one {@code unit} costs, in USD; Braket calls it indicative
 * @param unit {@code shot} or {@code minute}
 */
record BraketDevice(
        boolean simulator,
        String provider,
        int qubits,
        int mostShots,
        Optional<ProgramSetLimits> programSets,
        Optional<BigDecimal> price,
        String unit,
        DeviceReport report) {

    private static final String PROGRAM = "braket.ir.openqasm.program";
    private static final String PROGRAM_SET = "braket.ir.openqasm.program_set";

    record ProgramSetLimits(int mostPrograms, long mostShots) {}

    static BraketDevice of(GetDeviceResponse device, JsonNode capabilities, Instant asOf) throws BackendException {
        JsonNode action = capabilities.path("action").path(PROGRAM);
        if (!action.isObject()) {
            throw new BackendException(
                    Kind.REJECTED,
                    "Device %s takes no OpenQASM; choose a device that runs circuits".formatted(device.deviceArn()));
        }
        JsonNode sets = capabilities.path("action").path(PROGRAM_SET);
        JsonNode service = capabilities.path("service");
        JsonNode price = service.path("deviceCost").path("price");
        return new BraketDevice(
                "SIMULATOR".equals(device.deviceTypeAsString()),
                device.providerName(),
                capabilities.path("paradigm").path("qubitCount").asInt(0),
                service.path("shotsRange").path(1).asInt(0),
                sets.isObject()
                        ? Optional.of(new ProgramSetLimits(
                                sets.path("maximumExecutables").asInt(1),
                                sets.path("maximumTotalShots").asLong(0)))
                        : Optional.empty(),
                price.isNumber() ? Optional.of(price.decimalValue()) : Optional.empty(),
                service.path("deviceCost").path("unit").asText(""),
                new DeviceReport(
                        status(device.deviceStatusAsString()),
                        queued(device),
                        Optional.empty(),
                        gates(action),
                        couplings(capabilities.path("paradigm").path("connectivity")),
                        service.path("shotsRange").path(0).asInt(1),
                        asOf));
    }

    private static Status status(String text) {
        return switch (text) {
            case "ONLINE" -> Status.ONLINE;
            case "OFFLINE" -> Status.OFFLINE;
            case "RETIRED" -> Status.RETIRED;
            case null, default -> Status.UNKNOWN;
        };
    }

    /** Of the queue for tasks of the usual priority; a size like {@code >2000} counts as its number. */
    private static OptionalLong queued(GetDeviceResponse device) {
        for (DeviceQueueInfo queue : device.deviceQueueInfo()) {
            boolean usual = "QUANTUM_TASKS_QUEUE".equals(queue.queueAsString())
                    && !"Priority".equals(queue.queuePriorityAsString());
            String digits = Optional.ofNullable(queue.queueSize()).orElse("").replaceAll("[^0-9]", "");
            if (usual && !digits.isEmpty() && digits.length() < 10) {
                return OptionalLong.of(Long.parseLong(digits));
            }
        }
        return OptionalLong.empty();
    }

    private static Set<String> gates(JsonNode action) {
        Set<String> gates = new LinkedHashSet<>();
        action.path("supportedOperations").forEach(name -> gates.add(name.asText()));
        return gates;
    }

    private static List<Coupling> couplings(JsonNode connectivity) {
        List<Coupling> couplings = new ArrayList<>();
        if (connectivity.path("fullyConnected").asBoolean(false)) {
            return couplings;
        }
        for (Map.Entry<String, JsonNode> from :
                connectivity.path("connectivityGraph").properties()) {
            if (from.getKey().matches("[0-9]{1,6}")) {
                from.getValue().forEach(to -> couplings.add(new Coupling(Integer.parseInt(from.getKey()), to.asInt())));
            }
        }
        return couplings;
    }
}
