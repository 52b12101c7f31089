// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.testkit.misbehaving.BraketDialect.ResultForm;

/** The {@code results.json} of a task: columns in the order of the classical bits, each named by its qubit. */
final class BraketResultFile {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BraketResultFile() {}

    static ObjectNode of(ProviderJob job, ResultForm form) {
        if (job.circuits().size() == 1) {
            ObjectNode file = header("braket.task_result.gate_model_task_result");
            write(file, job.circuits().getFirst(), job.counts().getFirst(), form);
            file.putObject("taskMetadata").put("id", job.id()).put("shots", job.shots());
            file.putObject("additionalMetadata").putObject("simulatorMetadata").put("executionDuration", 7);
            return file;
        }
        ObjectNode file = header("braket.task_result.program_set_task_result");
        ArrayNode programs = file.putArray("programResults");
        for (int i = 0; i < job.circuits().size(); i++) {
            ObjectNode program = header("braket.task_result.program_result");
            ObjectNode executable = header("braket.task_result.program_set_executable_result");
            executable.put("inputsIndex", 0);
            write(executable, job.circuits().get(i), job.counts().get(i), form);
            program.putArray("executableResults").add(executable);
            programs.add(program);
        }
        return file;
    }

    private static ObjectNode header(String name) {
        ObjectNode node = JSON.objectNode();
        node.putObject("braketSchemaHeader").put("name", name).put("version", "1");
        return node;
    }

    private static void write(ObjectNode file, Circuit circuit, Counts counts, ResultForm form) {
        MeasurementMap measured = MeasurementMap.of(circuit);
        List<Integer> qubits = IntStream.range(0, measured.bits())
                .filter(bit -> measured.qubitOf(bit).isPresent())
                .mapToObj(bit -> measured.qubitOf(bit).getAsInt())
                .toList();
        ArrayNode names = file.putArray("measuredQubits");
        qubits.forEach(names::add);
        switch (form) {
            case MEASUREMENTS -> {
                ArrayNode shots = file.putArray("measurements");
                counts.byOutcome().forEach((state, count) -> {
                    for (int i = 0; i < count; i++) {
                        ArrayNode shot = shots.addArray();
                        qubits.forEach(qubit -> shot.add(state.get(qubit) ? 1 : 0));
                    }
                });
            }
            case PROBABILITIES -> {
                ObjectNode states = file.putObject("measurementProbabilities");
                counts.byOutcome()
                        .forEach((state, count) -> states.put(text(state, qubits), (double) count / counts.shots()));
            }
        }
    }

    private static String text(BitString state, List<Integer> qubits) {
        StringBuilder text = new StringBuilder();
        qubits.forEach(qubit -> text.append(state.get(qubit) ? '1' : '0'));
        return text.toString();
    }
}
