// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;

/** The search of {@link AnnealingSolver}, one annealing at a time. */
final class MemeticSearch {
    private static final int POPULATION = 24;
    /** States closer than this share of the spins are one. */
    private static final double CLOSENESS = 0.05;

    private static final int FIRST_SWEEPS = 3_000;
    private static final int OFFSPRING_SWEEPS = 1_000;
    /** Larger models get fewer sweeps, so that the first answers do not take seconds. */
    private static final int FULL_SWEEPS_SPINS = 2_000;

    private static final int FEWEST_SWEEPS = 200;
    /** Where the annealing of all spins of an offspring starts, by where a fresh one does. */
    private static final double LUKEWARM = 0.5;
    /** Annealings without a better state after which a population is given up. */
    private static final int PATIENCE = 300;

    private static final int EPOCHS_BEFORE_LONGER = 8;
    private static final int MOST_DOUBLINGS = 6;

    private final IsingModel model;
    private final IntegerModel integers;
    private final Temperatures temperatures;
    private final RandomBits random;
    private final SolverBudget.Clock clock;
    private final Annealing annealing;
    private final Spins spins;
    private final int[] disputed;

    private Population population;
    private int epoch;
    private int annealings;
    private int sinceBetter;
    private long epochBest = Long.MAX_VALUE;

    private long lowest = Long.MAX_VALUE;
    private BitString best;
    private double bestEnergy = Double.POSITIVE_INFINITY;

    MemeticSearch(IsingModel model, SolverBudget.Clock clock, long seed) {
        this.model = model;
        this.clock = clock;
        this.integers = IntegerModel.of(model);
        this.temperatures = Temperatures.of(integers);
        this.random = new RandomBits(seed);
        this.annealing = new Annealing(integers, clock, random);
        this.spins = new Spins(integers);
        this.disputed = new int[spins.size()];
        this.population = freshPopulation();
        this.best = Spins.bits(spins.values());
    }

    private Population freshPopulation() {
        return new Population(POPULATION, (int) (CLOSENESS * integers.spins()), integers.isSymmetric());
    }

    BitString best() {
        return best;
    }

    /** The energy of the best state, by the model itself. */
    double bestEnergy() {
        return bestEnergy;
    }

    /** Anneals a random state, or once there are enough the offspring of two. */
    void step() {
        if (sinceBetter >= PATIENCE) {
            beginAnew();
        }
        if (annealings < POPULATION || population.size() < 2) {
            spins.randomize(random);
            annealing.run(spins, temperatures, sweeps(FIRST_SWEEPS));
        } else {
            recombine();
        }
        annealings++;
        long energy = spins.energy();
        sinceBetter = energy < epochBest ? 0 : sinceBetter + 1;
        epochBest = Math.min(epochBest, energy);
        population.offer(new Population.State(spins.copyOfValues()), energy);
        if (energy < lowest) {
            lowest = energy;
            keep();
        }
    }

    private void beginAnew() {
        population = freshPopulation();
        epoch++;
        annealings = 0;
        sinceBetter = 0;
        epochBest = Long.MAX_VALUE;
    }

    private void recombine() {
        int first = random.below(population.size());
        int other = random.below(population.size() - 1);
        Population.State parent = population.member(first);
        Population.State partner = population.member(other < first ? other : other + 1);
        int count = population.disputed(parent, partner, disputed);
        spins.set(parent.values());
        annealing.run(spins, disputed, count, temperatures, sweeps(OFFSPRING_SWEEPS));
        annealing.run(spins, temperatures.from(LUKEWARM), sweeps(OFFSPRING_SWEEPS));
    }

    /** Later populations anneal for longer: what was not found fast may need it. */
    private int sweeps(int ofSmallModels) {
        double share = Math.min(1, (double) FULL_SWEEPS_SPINS / Math.max(1, integers.spins()));
        int sweeps = Math.max(FEWEST_SWEEPS, (int) (share * ofSmallModels));
        return sweeps << Math.min(epoch / EPOCHS_BEFORE_LONGER, MOST_DOUBLINGS);
    }

    private void keep() {
        BitString found = Spins.bits(spins.values());
        if (!integers.isExact()) {
            found = Polish.descend(model, found, clock);
        }
        double energy = model.energy(found);
        if (energy < bestEnergy) {
            best = found;
            bestEnergy = energy;
        }
    }
}
