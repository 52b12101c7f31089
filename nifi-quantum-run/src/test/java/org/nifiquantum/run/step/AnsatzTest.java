// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.ansatz.RotationLayer;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.run.input.InputReader;
import org.nifiquantum.services.api.Output;

class AnsatzTest {

    private static final String GRAPH =
            "{\"type\": \"maxcut\", \"edges\": [{\"source\": \"a\", \"target\": \"b\"}, {\"source\": \"b\", \"target\": \"c\"}]}";

    /** Two orbitals, two electrons: 2 singles and 1 double. */
    private static final String HYDROGEN = """
            {"type": "molecule", "qubits": 4, "electrons": 2, "occupiedQubits": [0, 1], "terms": [
              [-0.5, "Z0"], [-0.5, "Z1"], [0.5, "Z2"], [0.5, "Z3"],
              [0.1, "X0 X1 Y2 Y3"], [0.1, "Y0 Y1 X2 X3"], [-0.1, "X0 Y1 Y2 X3"], [-0.1, "Y0 X1 X2 Y3"]]}""";

    @ParameterizedTest
    @CsvSource({
        "AUTO,               TRANSVERSE, false, qaoa,                            2",
        "QAOA,               TRANSVERSE, true,  ma-qaoa,                         5",
        "QAOA,               WARM_START, false, qaoa-warm-start,                 2",
        "HARDWARE_EFFICIENT, TRANSVERSE, false, hardware-efficient-ryrz-circular, 12",
        "SAMPLING,           TRANSVERSE, false, random-brickwork,                0"
    })
    void bitsAreSoughtByTheAnsatzThatWasChosen(
            AnsatzMethod method, Mixing mixing, boolean multiAngle, String name, int parameters) {
        Run run = encoded(GRAPH, method, mixing, multiAngle);
        EncodingFacts facts = run.get(Section.ENCODING);
        assertEquals(name, facts.method());
        assertEquals(parameters, run.get(Section.PROGRAM).parameters().size());
        assertEquals(parameters, run.get(Section.REQUEST).bindings().getFirst().size());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO,               uccsd,                            3",
        "UCCSD,              uccsd,                            3",
        "HARDWARE_EFFICIENT, hardware-efficient-ryrz-circular, 16"
    })
    void electronsMoveByTheAnsatzThatWasChosen(AnsatzMethod method, String name, int parameters) {
        Run run = encoded(HYDROGEN, method, Mixing.TRANSVERSE, false);
        assertEquals(name, run.get(Section.ENCODING).method());
        assertEquals(parameters, run.get(Section.PROGRAM).parameters().size());
    }

    /** The observable is the problem; whoever only samples need not know it. */
    @Test
    void nothingOfTheProblemLeavesWithARandomCircuit() {
        Run sampling = encoded(GRAPH, AnsatzMethod.SAMPLING, Mixing.TRANSVERSE, false);
        assertEquals(Optional.empty(), JobRequests.of(sampling, "key").observable());
        assertEquals(Set.of(Output.COUNTS), JobRequests.of(sampling, "key").outputs());
        Run tuned = encoded(GRAPH, AnsatzMethod.QAOA, Mixing.TRANSVERSE, false);
        assertTrue(JobRequests.of(tuned, "key").observable().isPresent());
    }

    @Test
    void whatDoesNotFitIsRefusedWithARemedy() {
        assertRefused(GRAPH, AnsatzMethod.UCCSD, Mixing.TRANSVERSE, "use QAOA or a hardware-efficient ansatz");
        assertRefused(HYDROGEN, AnsatzMethod.QAOA, Mixing.TRANSVERSE, "use UCCSD or a hardware-efficient ansatz");
        assertRefused(HYDROGEN, AnsatzMethod.SAMPLING, Mixing.TRANSVERSE, "use UCCSD or a hardware-efficient ansatz");
        assertRefused(GRAPH, AnsatzMethod.QAOA, Mixing.ONE_HOT, "use the standard mixer");
    }

    private static void assertRefused(String problem, AnsatzMethod method, Mixing mixing, String remedy) {
        RunException refusal = assertThrows(RunException.class, () -> encoded(problem, method, mixing, false));
        assertEquals("/problem", refusal.place());
        assertTrue(refusal.getMessage().contains(remedy), refusal.getMessage());
    }

    private static Run encoded(String problem, AnsatzMethod method, Mixing mixing, boolean multiAngle) {
        AnsatzSettings ansatz = new AnsatzSettings(
                method, 1, InitialAngles.AUTO, mixing, multiAngle, RotationLayer.RY_RZ, Entanglement.CIRCULAR);
        EncodeSettings settings = new EncodeSettings(ansatz, 100, 1, 20, Map.of());
        return new Encode(InstantSource.fixed(Instant.EPOCH))
                .apply(
                        InputReader.read(problem.getBytes(StandardCharsets.UTF_8), InputFormat.AUTOMATIC, ""),
                        "id",
                        settings)
                .run();
    }
}
