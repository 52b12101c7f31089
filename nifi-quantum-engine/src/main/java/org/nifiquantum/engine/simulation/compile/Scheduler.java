// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Orders primitives so that alike ones come together: in turn all that can join a phase layer, then all others. Primitives
 * change places only if they have no qubit in common.
 */
final class Scheduler {
    private final List<Primitive> primitives;
    /** For each qubit, the numbers of the primitives that wait for it, in order. */
    private final List<Deque<Integer>> queues = new ArrayList<>();

    private final Deque<Integer> readyLinear = new ArrayDeque<>();
    private final Deque<Integer> readyOthers = new ArrayDeque<>();

    private Scheduler(List<Primitive> primitives, int qubits) {
        this.primitives = primitives;
        for (int qubit = 0; qubit < qubits; qubit++) {
            queues.add(new ArrayDeque<>());
        }
        for (int number = 0; number < primitives.size(); number++) {
            for (int rest = primitives.get(number).qubits(); rest != 0; rest &= rest - 1) {
                queues.get(Integer.numberOfTrailingZeros(rest)).add(number);
            }
        }
    }

    /** Gives each group of primitives to one of the consumers, groups in order. */
    static void schedule(
            List<Primitive> primitives,
            int qubits,
            Consumer<List<Primitive>> linear,
            Consumer<List<Primitive>> others) {
        Scheduler scheduler = new Scheduler(primitives, qubits);
        scheduler.findFirst();
        while (!scheduler.readyLinear.isEmpty() || !scheduler.readyOthers.isEmpty()) {
            scheduler.drain(scheduler.readyLinear, linear);
            scheduler.drain(scheduler.readyOthers, others);
        }
    }

    private void findFirst() {
        for (int qubit = 0; qubit < queues.size(); qubit++) {
            Deque<Integer> queue = queues.get(qubit);
            // Each is found once, at the lowest of its qubits.
            if (!queue.isEmpty()
                    && Integer.numberOfTrailingZeros(
                                    primitives.get(queue.getFirst()).qubits())
                            == qubit) {
                offer(queue.getFirst());
            }
        }
    }

    private void drain(Deque<Integer> ready, Consumer<List<Primitive>> consumer) {
        List<Primitive> group = new ArrayList<>();
        while (!ready.isEmpty()) {
            int number = ready.removeFirst();
            Primitive primitive = primitives.get(number);
            group.add(primitive);
            release(primitive);
        }
        if (!group.isEmpty()) {
            consumer.accept(group);
        }
    }

    /** Takes a primitive out of the queues and finds those that became ready. */
    private void release(Primitive taken) {
        for (int rest = taken.qubits(); rest != 0; rest &= rest - 1) {
            queues.get(Integer.numberOfTrailingZeros(rest)).removeFirst();
        }
        int offered = 0;
        for (int rest = taken.qubits(); rest != 0; rest &= rest - 1) {
            Deque<Integer> queue = queues.get(Integer.numberOfTrailingZeros(rest));
            if (queue.isEmpty()) {
                continue;
            }
            int next = queue.getFirst();
            // A primitive on several of these qubits is found at the first of them.
            if ((primitives.get(next).qubits() & offered) == 0) {
                offer(next);
            }
            offered |= Integer.lowestOneBit(rest);
        }
    }

    private void offer(int number) {
        Primitive primitive = primitives.get(number);
        for (int rest = primitive.qubits(); rest != 0; rest &= rest - 1) {
            Deque<Integer> queue = queues.get(Integer.numberOfTrailingZeros(rest));
            if (queue.getFirst() != number) {
                return;
            }
        }
        (primitive.isLinear() ? readyLinear : readyOthers).add(number);
    }
}
