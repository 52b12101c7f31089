// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.simulation.kernel.AlternatingPasses;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.Mixer;
import org.nifiquantum.engine.simulation.kernel.ProductState;
import org.nifiquantum.engine.simulation.kernel.TransitionKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * Rounds of phases and one RX on all qubits after a start without parameters, as in QAOA. With the state between phases and RX of
 * each round at hand, the adjoint method takes back one state instead of two, and all qubits share one derivative.
 *
 * @param mirrored whether the state is half of one
 */
record Alternation(DenseLayer start, List<Round> rounds, boolean mirrored) {
    /** Among the components of the {@link TransitionKernel}. */
    private static final int X = 1;

    private static final double[] NO_SLOTS = {};

    /** The rotation is that of each qubit. */
    record Round(PhaseLayer.Tabulated phases, MatrixProgram rotation) {}

    /** The rounds of a program, if it is nothing else. */
    static Optional<Alternation> of(List<Step> steps, int qubits, boolean mirrored) {
        if (steps.size() < 3 || !(steps.getFirst() instanceof DenseLayer start) || !start.isConstant()) {
            return Optional.empty();
        }
        List<Round> rounds = new ArrayList<>();
        for (int index = 1; index < steps.size(); index += 2) {
            if (index + 1 == steps.size()
                    || !(steps.get(index) instanceof PhaseLayer.Tabulated phases)
                    || !(steps.get(index + 1) instanceof DenseLayer mixer)) {
                return Optional.empty();
            }
            Optional<MatrixProgram> rotation = mixer.commonRotation(qubits, mirrored);
            if (rotation.isEmpty()) {
                return Optional.empty();
            }
            rounds.add(new Round(phases, rotation.get()));
        }
        return Optional.of(new Alternation(start, List.copyOf(rounds), mirrored));
    }

    int statesWorthKeeping(int qubits, Workers workers) {
        boolean suits =
                rounds.stream().allMatch(round -> AlternatingPasses.suits(qubits, round.phases.table(), workers));
        return !suits ? 0 : startsUniform(qubits) ? Math.max(1, rounds.size() - 1) : rounds.size();
    }

    /** Then the state after the first phases is known without having been kept. */
    private boolean startsUniform(int qubits) {
        return start(qubits, 0).isUniform();
    }

    private ProductState start(int qubits, double globalPhase) {
        return new ProductState(globalPhase, start.matrices(qubits, NO_SLOTS));
    }

    /** What takes the state after a step of the program, if it is one of the last rounds' phases. */
    Optional<Amplitudes> copyAfter(int step, List<Amplitudes> kept) {
        int number = step / 2 - rounds.size() + kept.size();
        return step % 2 == 1 && number >= 0 ? Optional.of(kept.get(number)) : Optional.empty();
    }

    /**
     * The derivatives by the slots.
     *
     * @param bra the image of the state under the observable; changes
     * @param globalPhase of the start
     * @param kept the state after the phases of each of the last rounds
     */
    double[] reverse(Amplitudes bra, double globalPhase, List<Amplitudes> kept, double[] slotValues, Workers workers) {
        int missing = rounds.size() - kept.size();
        List<AlternatingPasses.Round> numbers = new ArrayList<>();
        for (int index = 0; index < rounds.size(); index++) {
            Round round = rounds.get(index);
            double[][] inverses = new double[bra.qubits() + (mirrored ? 1 : 0)][];
            Arrays.fill(inverses, MatrixProgram.adjoint(round.rotation.evaluate(slotValues)));
            numbers.add(new AlternatingPasses.Round(
                    round.phases.table(),
                    slotValues[round.phases.slot()],
                    Mixer.of(inverses),
                    kept.get(Math.max(0, index - missing)),
                    index < missing ? Optional.of(start(bra.qubits(), globalPhase)) : Optional.empty()));
        }
        AlternatingPasses.Sums[] sums = AlternatingPasses.reverse(bra, numbers, workers);
        double[] derivatives = new double[slotValues.length];
        for (int index = 0; index < rounds.size(); index++) {
            Round round = rounds.get(index);
            derivatives[round.phases.slot()] -= 2 * sums[index].weight();
            double[] components = new double[TransitionKernel.COMPONENTS];
            components[X] = sums[index].crossed();
            round.rotation.generators(slotValues).addDerivatives(components, 0, derivatives);
        }
        return derivatives;
    }
}
