// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.MeasurementPlan;
import org.nifiquantum.engine.simulation.gradient.ParameterShift;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/**
 * How a backend that gives counts only answers a request of any outputs: which circuits it runs, and what their counts make.
 * Expectations come from groups of terms that one circuit measures together, gradients from shifted parameters. Does not depend on
 * the parameters' values, so one plan serves all evaluations of a loop. Immutable.
 *
 * <p>All circuits of a plan are measured equally often, since providers have one number of shots for a job: as often as the request
 * says where counts are wanted too, else the shots are shared out among the groups.
 */
public final class CountsPlan {

    private final Circuit circuit;
    private final MeasurementMap measurements;
    private final Set<Output> outputs;
    private final Optional<MeasurementPlan> plan;
    private final Optional<ParameterShift> shift;
    /** What is run at each point for the expectation, parameters open. */
    private final List<Circuit> estimating;
    /** Whether the circuit itself is run besides. */
    private final boolean separateCounts;

    private CountsPlan(Circuit circuit, JobRequest request) {
        this.circuit = circuit;
        measurements = MeasurementMap.of(circuit);
        outputs = request.outputs();
        boolean estimated = outputs.contains(Output.EXPECTATION) || outputs.contains(Output.GRADIENT);
        plan = estimated ? request.observable().map(PauliSums::of).map(MeasurementPlan::of) : Optional.empty();
        shift = outputs.contains(Output.GRADIENT) ? Optional.of(ParameterShift.of(circuit)) : Optional.empty();
        Circuit base = shift.map(ParameterShift::circuit).orElse(circuit);
        estimating = plan.map(chosen -> chosen.circuits(base)).orElse(List.of());
        boolean shown = plan.filter(MeasurementPlan::needsNoBasisChange).isPresent() && !estimating.isEmpty();
        // A constant needs no circuit, but a job does.
        separateCounts = estimating.isEmpty() || (outputs.contains(Output.COUNTS) && !shown);
    }

    /**
     * Plans a request.
     *
     * @throws BackendException {@link Kind#REJECTED} where counts cannot answer it, naming the place and the remedy
     */
    public static CountsPlan of(JobRequest request) throws BackendException {
        if (request.shots() == 0) {
            throw rejected("This backend measures; it has no exact results. Set Shots to 1 or more");
        }
        if (request.outputs().contains(Output.PROBABILITIES)) {
            throw rejected("Exact probabilities cannot be had from measurements; ask for counts");
        }
        boolean estimated = request.outputs().contains(Output.EXPECTATION)
                || request.outputs().contains(Output.GRADIENT);
        if (estimated && request.observable().isEmpty()) {
            throw rejected("An expectation is asked for, but there is no observable");
        }
        try {
            return new CountsPlan(OpenQasmReader.read(request.program()), request);
        } catch (OpenQasmException | IllegalArgumentException e) {
            throw new BackendException(Kind.REJECTED, e.getMessage(), e);
        }
    }

    private static BackendException rejected(String message) {
        return new BackendException(Kind.REJECTED, message);
    }

    public int qubits() {
        return circuit.qubits();
    }

    /** How often each circuit is to be measured for a request's shots. */
    public int shotsPerCircuit(int shots) {
        int groups = Math.max(1, estimating.size());
        return outputs.contains(Output.COUNTS) ? shots : Math.ceilDiv(shots, groups);
    }

    /** The circuits of a request, evaluation by evaluation. */
    public List<BoundCircuit> circuits(JobRequest request) throws BackendException {
        List<BoundCircuit> circuits = new ArrayList<>();
        for (int i = 0; i < request.bindings().size(); i++) {
            double[] binding = values(request.bindings().get(i));
            if (binding.length != circuit.parameters().size()) {
                throw rejected("Binding %d has %d values for the parameters %s"
                        .formatted(i, binding.length, circuit.parameters()));
            }
            if (separateCounts) {
                circuits.add(new BoundCircuit(circuit, binding));
            }
            for (double[] point : points(binding)) {
                estimating.forEach(open -> circuits.add(new BoundCircuit(open, point)));
            }
        }
        return circuits;
    }

    private List<double[]> points(double[] binding) {
        return shift.isPresent() ? shift.get().points(binding) : List.of(binding);
    }

    private static double[] values(List<Double> binding) {
        return binding.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * What the measurements make.
     *
     * @param counts one for each of {@link #circuits}, in that order; bit i is qubit i
     */
    public List<EvaluationResult> evaluations(JobRequest request, List<Counts> counts) {
        Iterator<Counts> next = counts.iterator();
        return request.bindings().stream()
                .map(binding -> evaluation(values(binding), next))
                .toList();
    }

    private EvaluationResult evaluation(double[] binding, Iterator<Counts> next) {
        Optional<Counts> plain = separateCounts ? Optional.of(next.next()) : Optional.empty();
        List<Estimate> estimates = new ArrayList<>();
        for (int point = 0; point < points(binding).size(); point++) {
            List<Counts> groups = new ArrayList<>();
            for (int i = 0; i < estimating.size(); i++) {
                groups.add(next.next());
            }
            if (point == 0 && plain.isEmpty()) {
                plain = Optional.of(groups.getFirst());
            }
            plan.ifPresent(chosen -> estimates.add(chosen.estimate(groups)));
        }
        boolean estimated = outputs.contains(Output.EXPECTATION);
        return new EvaluationResult(
                estimated ? OptionalDouble.of(estimates.getFirst().value()) : OptionalDouble.empty(),
                estimated ? OptionalDouble.of(estimates.getFirst().standardError()) : OptionalDouble.empty(),
                outputs.contains(Output.COUNTS) ? classical(plain.orElseThrow()) : Map.of(),
                Map.of(),
                shift.map(chosen -> derivatives(chosen, binding, estimates)).orElse(List.of()));
    }

    private static List<Double> derivatives(ParameterShift shift, double[] binding, List<Estimate> estimates) {
        return shift.derivatives(binding, estimates).stream()
                .map(Estimate::value)
                .toList();
    }

    /** Counts of qubits as counts of the classical bits that show them. */
    private Map<String, Long> classical(Counts ofQubits) {
        Map<BitString, Long> merged = new TreeMap<>();
        ofQubits.byOutcome().forEach((outcome, count) -> merged.merge(classical(outcome), (long) count, Long::sum));
        Map<String, Long> byText = new LinkedHashMap<>();
        merged.forEach((bits, count) -> byText.put(bits.toString(), count));
        return byText;
    }

    /** Not by index as the simulator has it: devices have more than 63 qubits. */
    private BitString classical(BitString ofQubits) {
        boolean[] bits = new boolean[measurements.bits()];
        for (int bit = 0; bit < bits.length; bit++) {
            bits[bit] = measurements.qubitOf(bit).isPresent()
                    && ofQubits.get(measurements.qubitOf(bit).getAsInt());
        }
        return BitString.of(bits);
    }
}
