// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.IsingModel;

/** How QAOA spreads amplitude over answers: the state it starts from, and the unitary that mixes it, beta = 0 doing nothing. */
sealed interface Mixer permits Mixer.Transverse, Mixer.Biased, OneHotMixer {

    /** How many angles a layer has where each of its terms has its own. */
    int terms();

    /** Adds the gates that make the first state of |0...0>. */
    void prepare(CircuitBuilder circuit);

    /**
     * Adds one layer.
     *
     * @param beta the angle of each term
     */
    void mix(CircuitBuilder circuit, IntFunction<Expression> beta);

    /** exp(-i beta X) on each qubit, from all answers alike: the standard one. */
    record Transverse(int terms) implements Mixer {
        @Override
        public void prepare(CircuitBuilder circuit) {
            for (int qubit = 0; qubit < terms; qubit++) {
                circuit.gate(StandardGate.H, qubit);
            }
        }

        @Override
        public void mix(CircuitBuilder circuit, IntFunction<Expression> beta) {
            for (int qubit = 0; qubit < terms; qubit++) {
                circuit.gate(StandardGate.RX, List.of(beta.apply(qubit).times(2)), qubit);
            }
        }
    }

    /**
     * From a product state near an answer that is known, and around that state: D. J. Egger, J. Marecek, S. Woerner, Quantum 5,
     * 479 (2021). With all probabilities 1/2 it is the standard mixer.
     *
     * @param ones the probability of a 1 on each qubit, neither 0 nor 1
     */
    record Biased(List<Double> ones) implements Mixer {
        public Biased {
            ones = List.copyOf(ones);
        }

        /**
         * Near an answer to an Ising model that its relaxation suggests.
         *
         * @param regularization how far a probability stays from 0 and 1; with 0 nothing would mix
         */
        static Biased near(IsingModel model, double regularization) {
            boolean[] bits = Relaxation.of(model).rounded();
            return new Biased(IntStream.range(0, bits.length)
                    .mapToObj(qubit -> bits[qubit] ? 1 - regularization : regularization)
                    .toList());
        }

        @Override
        public int terms() {
            return ones.size();
        }

        @Override
        public void prepare(CircuitBuilder circuit) {
            for (int qubit = 0; qubit < ones.size(); qubit++) {
                circuit.gate(StandardGate.RY, List.of(angle(qubit)), qubit);
            }
        }

        @Override
        public void mix(CircuitBuilder circuit, IntFunction<Expression> beta) {
            for (int qubit = 0; qubit < ones.size(); qubit++) {
                circuit.gate(StandardGate.RY, List.of(angle(qubit).negate()), qubit);
                circuit.gate(StandardGate.RZ, List.of(beta.apply(qubit).times(2)), qubit);
                circuit.gate(StandardGate.RY, List.of(angle(qubit)), qubit);
            }
        }

        private Expression angle(int qubit) {
            return Expression.constant(2 * Math.asin(Math.sqrt(ones.get(qubit))));
        }
    }
}
