// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

/**
 * How many two-qubit gates an interaction takes at least: of controlled NOTs by Shende, Bullock and Markov,
 * arXiv:quant-ph/0308045 (one for a single angle of pi/2, two where one of the three angles is 0, else three); of rotations
 * whose angle is free, one for each angle that is not 0.
 */
public final class EntanglingCost {
    private EntanglingCost() {}

    /**
     * The number of gates.
     *
     * @param continuous whether the device has a two-qubit rotation of any angle
     */
    public static int of(Interaction interaction, boolean continuous) {
        int terms = (int) interaction.terms().stream()
                .filter(term -> term.isOpen() || !Angles.isZero(Angles.reduce(Angles.value(term.angle()), Math.PI)))
                .count();
        if (continuous || terms != 1) {
            return terms;
        }
        return interaction.terms().stream().anyMatch(Term::isControlledNot) ? 1 : 2;
    }

    /** The number of gates of the interaction followed by an exchange of its qubits. */
    public static int withExchange(Interaction interaction, boolean continuous) {
        return of(interaction.thenExchange().interaction(), continuous);
    }
}
