// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs independent tasks on the calling thread and a bounded number of others. Tasks are small and handed out one by one, so
 * that a core taken by a neighbour delays one task and not half of the work. Thread-safe.
 */
public final class Workers implements AutoCloseable {
    /** Below this many amplitudes, handing out work costs more than it saves. */
    private static final int SMALLEST_PARALLEL_SIZE = 1 << 14;

    private static final int QUEUED_HELPERS = 1024;

    private final int threads;
    private final Optional<BlockKernels> blockKernels;
    private final ThreadPoolExecutor helpers;
    private final ConcurrentLinkedQueue<Scratch> scratches = new ConcurrentLinkedQueue<>();

    /** Workers with the fastest kernels of this JVM. */
    public Workers(int threads) {
        this(threads, KernelSelection.vector());
    }

    /**
     * Workers with given kernels.
     *
     * @param blockKernels empty for the plain ones
     */
    public Workers(int threads, Optional<BlockKernels> blockKernels) {
        this(threads, blockKernels, pool(Math.max(1, threads - 1)));
    }

    private Workers(int threads, Optional<BlockKernels> blockKernels, ThreadPoolExecutor helpers) {
        this.threads = threads;
        this.blockKernels = blockKernels;
        this.helpers = helpers;
    }

    private static ThreadPoolExecutor pool(int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size,
                size,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(QUEUED_HELPERS),
                Thread.ofPlatform().name("quantum-simulator-", 0).daemon(true).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** The same threads, but never more of them at once than this; these workers close them. */
    public Workers atMost(int fewer) {
        return fewer >= threads ? this : new Workers(fewer, blockKernels, helpers);
    }

    /** What the tasks may use instead of plain loops. */
    public Optional<BlockKernels> blockKernels() {
        return blockKernels;
    }

    /** The same, if a state is not too small for them. */
    Optional<BlockKernels> kernelsFor(Amplitudes state) {
        return blockKernels.filter(kernels -> state.qubits() >= kernels.smallestBlock());
    }

    /** One part of the work, with arrays that no other part uses meanwhile. */
    @FunctionalInterface
    public interface Task {
        void run(int index, Scratch scratch);
    }

    /**
     * Runs tasks 0 to {@code tasks - 1}, each once, in any order, and returns when all are done.
     *
     * @param amplitudes how many amplitudes they touch in all
     */
    public void run(int tasks, int amplitudes, Task task) {
        if (threads == 1 || tasks == 1 || amplitudes < SMALLEST_PARALLEL_SIZE) {
            Scratch scratch = borrow();
            for (int index = 0; index < tasks; index++) {
                task.run(index, scratch);
            }
            scratches.add(scratch);
            return;
        }
        Shift shift = new Shift(tasks, task);
        for (int helper = 1; helper < Math.min(threads, tasks); helper++) {
            try {
                helpers.execute(shift::work);
            } catch (RejectedExecutionException e) {
                // Closed, or very busy: the calling thread does it all.
                break;
            }
        }
        shift.work();
        shift.await();
    }

    @Override
    public void close() {
        helpers.shutdown();
    }

    private Scratch borrow() {
        Scratch scratch = scratches.poll();
        return scratch == null ? new Scratch() : scratch;
    }

    /** The tasks of one call. */
    private final class Shift {
        private final int tasks;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch unfinished;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Shift(int tasks, Task task) {
            this.tasks = tasks;
            this.task = task;
            this.unfinished = new CountDownLatch(tasks);
        }

        void work() {
            if (next.get() >= tasks) {
                return;
            }
            Scratch scratch = borrow();
            for (int index = next.getAndIncrement(); index < tasks; index = next.getAndIncrement()) {
                try {
                    task.run(index, scratch);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    unfinished.countDown();
                }
            }
            scratches.add(scratch);
        }

        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    unfinished.await();
                    break;
                } catch (InterruptedException e) {
                    // The state must not be left half done; the caller sees the interrupt later.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            switch (failure.get()) {
                case null -> {}
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(failure.get());
            }
        }
    }
}
