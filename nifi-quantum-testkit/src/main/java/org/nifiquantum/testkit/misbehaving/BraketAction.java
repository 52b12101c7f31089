// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;

/**
 * The programs of a quantum task. Only gates that the device lists are taken; they are defined here in terms of the standard library, as
 * Braket's documentation describes them.
 */
record BraketAction(List<Circuit> circuits, int shotsPerCircuit) {

    private static final Set<String> NO_GATES = Set.of("OPENQASM", "qubit", "bit", "b", "barrier", "measure");
    private static final Pattern FIRST_WORD = Pattern.compile("\\s*([A-Za-z_][A-Za-z_0-9]*).*", Pattern.DOTALL);
    private static final String BRAKETS_GATES = """
            include "stdgates.inc";
            gate i a { id a; }
            gate si a { sdg a; }
            gate ti a { tdg a; }
            gate v a { sx a; }
            gate vi a { inv @ sx a; }
            gate phaseshift(l) a { p(l) a; }
            gate cnot a, b { cx a, b; }
            gate cphaseshift(l) a, b { cp(l) a, b; }
            gate ccnot a, b, c { ccx a, b, c; }
            """;

    BraketAction {
        circuits = List.copyOf(circuits);
    }

    /**
     * Reads.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static BraketAction read(JsonMapper mapper, JsonNode task, BraketDevices devices) {
        String device = task.path("deviceArn").asText("");
        Set<String> gates =
                devices.find(device).orElseThrow(() -> new IllegalArgumentException("There is no device " + device));
        JsonNode action;
        try {
            action = mapper.readTree(task.path("action").asText(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("action is no JSON", e);
        }
        List<Circuit> circuits = new ArrayList<>();
        switch (action.path("braketSchemaHeader").path("name").asText("")) {
            case "braket.ir.openqasm.program" -> circuits.add(circuit(action, gates));
            case "braket.ir.openqasm.program_set" -> {
                require(devices.takesProgramSets(device), "the device takes no program sets");
                action.path("programs").forEach(program -> circuits.add(circuit(program, gates)));
                require(!circuits.isEmpty() && circuits.size() <= 100, "1 to 100 programs are expected");
            }
            default -> throw new IllegalArgumentException("the action is unknown");
        }
        int shots = task.path("shots").asInt(0);
        require(shots >= 1 && shots <= 200_000, "shots are out of range");
        require(shots % circuits.size() == 0, "shots must be a multiple of the executables");
        return new BraketAction(circuits, shots / circuits.size());
    }

    private static Circuit circuit(JsonNode program, Set<String> gates) {
        String source = program.path("source").asText("");
        require(source.startsWith("OPENQASM 3.0;"), "OpenQASM 3 is expected");
        require(!source.contains("include"), "nothing can be included");
        for (String statement : source.split(";", -1)) {
            Matcher word = FIRST_WORD.matcher(statement);
            if (word.matches() && !NO_GATES.contains(word.group(1))) {
                require(gates.contains(word.group(1)), "the device has no gate " + word.group(1));
            }
        }
        try {
            return OpenQasmReader.read(source.replaceFirst("OPENQASM 3.0;", "OPENQASM 3.0;\n" + BRAKETS_GATES));
        } catch (OpenQasmException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
