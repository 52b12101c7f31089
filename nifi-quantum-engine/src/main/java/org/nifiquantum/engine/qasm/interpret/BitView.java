// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.qasm.ast.Place;

/** Some bits of one or several bit variables, in an order of their own. */
record BitView(List<Bit> bits) {

    /** One bit of a variable. */
    record Bit(BitMemory memory, int position) {}

    BitView {
        bits = List.copyOf(bits);
    }

    static BitView of(BitMemory memory) {
        return new BitView(IntStream.range(0, memory.size())
                .mapToObj(position -> new Bit(memory, position))
                .toList());
    }

    int size() {
        return bits.size();
    }

    BitView select(List<Integer> positions) {
        return new BitView(positions.stream().map(bits::get).toList());
    }

    BitString read(Place place) {
        boolean[] values = new boolean[bits.size()];
        for (int index = 0; index < values.length; index++) {
            Bit bit = bits.get(index);
            if (bit.memory().isUnknown(bit.position())) {
                throw new NotKnownException(place, "the outcome of a measurement is needed");
            }
            values[index] = bit.memory().get(bit.position());
        }
        return BitString.of(values);
    }

    void write(BitString values) {
        for (int index = 0; index < values.length(); index++) {
            Bit bit = bits.get(index);
            bit.memory().set(bit.position(), values.get(index));
        }
    }

    void forget() {
        bits.forEach(bit -> bit.memory().setUnknown(bit.position()));
    }

    boolean hasUnknown() {
        return bits.stream().anyMatch(bit -> bit.memory().isUnknown(bit.position()));
    }

    boolean hasOnes() {
        return bits.stream().anyMatch(bit -> bit.memory().get(bit.position()));
    }
}
