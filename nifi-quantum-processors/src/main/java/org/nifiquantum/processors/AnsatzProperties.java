// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.util.List;
import java.util.Map;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.encoding.Mixing;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.ansatz.RotationLayer;
import org.nifiquantum.run.step.AnsatzMethod;
import org.nifiquantum.run.step.AnsatzSettings;

/** Properties that say how a problem becomes a circuit; each shows only where its ansatz can be used. */
final class AnsatzProperties {

    static final PropertyDescriptor ANSATZ = new PropertyDescriptor.Builder()
            .name("Ansatz")
            .description("The form of the circuit, whose parameters are optimised.")
            .required(true)
            .allowableValues(Choices.ansatze())
            .defaultValue(AnsatzMethod.AUTO.name())
            .build();

    static final PropertyDescriptor LAYERS = new PropertyDescriptor.Builder()
            .name("Layers")
            .description("How often the layer of the ansatz is repeated; QAOA has two parameters for each."
                    + " UCCSD has no layers.")
            .required(true)
            .defaultValue("2")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .build();

    static final PropertyDescriptor INITIAL_ANGLES = new PropertyDescriptor.Builder()
            .name("Initial Angles")
            .description("Where the first parameters of QAOA come from.")
            .required(true)
            .allowableValues(Choices.initialAngles())
            .defaultValue(InitialAngles.AUTO.name())
            .dependsOn(ANSATZ, AnsatzMethod.AUTO.name(), AnsatzMethod.QAOA.name())
            .build();

    static final PropertyDescriptor MIXER = new PropertyDescriptor.Builder()
            .name("Mixer")
            .description("How QAOA spreads amplitude over answers.")
            .required(true)
            .allowableValues(Choices.mixers())
            .defaultValue(Mixing.TRANSVERSE.name())
            .dependsOn(ANSATZ, AnsatzMethod.AUTO.name(), AnsatzMethod.QAOA.name())
            .build();

    static final PropertyDescriptor ANGLE_PER_TERM = new PropertyDescriptor.Builder()
            .name("Angle per Term")
            .description("Whether each term of QAOA's cost and mixer has an angle of its own: better answers with fewer"
                    + " layers, and many more parameters (Herrman and others, Scientific Reports 12, 6781 (2022)).")
            .required(true)
            .allowableValues("true", "false")
            .defaultValue("false")
            .dependsOn(ANSATZ, AnsatzMethod.AUTO.name(), AnsatzMethod.QAOA.name())
            .build();

    static final PropertyDescriptor ROTATIONS = new PropertyDescriptor.Builder()
            .name("Rotations")
            .description("The rotations that a hardware-efficient layer gives each qubit.")
            .required(true)
            .allowableValues(Choices.rotations())
            .defaultValue(RotationLayer.RY.name())
            .dependsOn(ANSATZ, AnsatzMethod.AUTO.name(), AnsatzMethod.HARDWARE_EFFICIENT.name())
            .build();

    static final PropertyDescriptor ENTANGLEMENT = new PropertyDescriptor.Builder()
            .name("Entanglement")
            .description("Which qubits the CX gates of a hardware-efficient layer join.")
            .required(true)
            .allowableValues(Choices.entanglements())
            .defaultValue(Entanglement.LINEAR.name())
            .dependsOn(ANSATZ, AnsatzMethod.AUTO.name(), AnsatzMethod.HARDWARE_EFFICIENT.name())
            .build();

    static final List<PropertyDescriptor> ALL =
            List.of(ANSATZ, LAYERS, INITIAL_ANGLES, MIXER, ANGLE_PER_TERM, ROTATIONS, ENTANGLEMENT);

    private AnsatzProperties() {}

    static AnsatzSettings settings(ProcessContext context, Map<String, String> attributes) {
        return new AnsatzSettings(
                AnsatzMethod.valueOf(context.getProperty(ANSATZ).getValue()),
                PerFlowFile.integer(context, LAYERS, attributes),
                InitialAngles.valueOf(context.getProperty(INITIAL_ANGLES).getValue()),
                Mixing.valueOf(context.getProperty(MIXER).getValue()),
                context.getProperty(ANGLE_PER_TERM).asBoolean(),
                RotationLayer.valueOf(context.getProperty(ROTATIONS).getValue()),
                Entanglement.valueOf(context.getProperty(ENTANGLEMENT).getValue()));
    }
}
