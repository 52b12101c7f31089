// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.problem.HamiltonianProblem;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.cache.AnswerCache;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Optimization.Sample;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.input.ProblemJson;

/** Reads what was measured as an answer in the problem's own words, the best bitstring for instance: {@code solution}. */
public final class Decode {

    private final InstantSource clock;
    private final Optional<AnswerCache> cache;

    /** Without a cache. */
    public Decode(InstantSource clock) {
        this(clock, Optional.empty());
    }

    /**
     * A step.
     *
     * @param cache given each answer
     */
    public Decode(InstantSource clock, Optional<AnswerCache> cache) {
        this.clock = clock;
        this.cache = cache;
    }

    /**
     * Decodes.
     *
     * @throws RunException if there is no problem behind the run, or nothing was measured
     */
    public Run apply(Run run) {
        Stopwatch stopwatch = Stopwatch.start();
        Problem problem = ProblemJson.read(run.get(Section.PROBLEM), Section.PROBLEM.pointer());
        Solution solution = switch (problem) {
            case BinaryProblem binary -> ofBestSample(run, binary);
            case HamiltonianProblem hamiltonian -> ofBestEnergy(run, hamiltonian);
            case DataProblem data ->
                Solutions.ofQuantum(DataEncoding.decode(run, data), Map.of(), "all evaluations of one submission");
        };
        cache.ifPresent(kept -> kept.offer(problem, solution));
        return run.with(Section.SOLUTION, solution)
                .with(Section.TOTALS, run.get(Section.TOTALS).plus(stopwatch.spentIn(Phase.DECODE), clock.instant()));
    }

    /** Of a loop the best sample of all evaluations. */
    private static Solution ofBestSample(Run run, BinaryProblem problem) {
        Optional<Optimization> optimization = run.find(Section.OPTIMIZATION);
        Optional<Sample> sample = optimization.flatMap(Optimization::best).flatMap(Optimization.Best::sample);
        return sample.isPresent()
                ? solution(problem, bits(sample.get(), problem), reason("sample", optimization))
                : ofScoredSamples(run, problem);
    }

    /** The best feasible sample; where there is none, the one of the lowest energy. */
    private static Solution ofScoredSamples(Run run, BinaryProblem problem) {
        Scored scored = Scored.of(run, problem);
        BitString bits = scored.best()
                .or(() -> SampleScoring.of(run)
                        .flatMap(scoring -> BestSoFar.bestSample(Optional.empty(), run, scoring))
                        .map(sample -> bits(sample, problem)))
                .orElseThrow(() -> new RunException(
                        Section.RESULT.pointer(), "holds neither counts nor probabilities; ask for one of them"));
        return solution(problem, bits, scored.text());
    }

    private static Solution solution(BinaryProblem problem, BitString bits, String reason) {
        return Solutions.ofQuantum(problem.decode(bits), Solutions.assignment(problem, bits), reason);
    }

    private static Solution ofBestEnergy(Run run, HamiltonianProblem problem) {
        Optional<Optimization> optimization = run.find(Section.OPTIMIZATION);
        double energy = optimization
                .flatMap(Optimization::best)
                .map(Optimization.Best::value)
                .or(() -> run.get(Section.RESULT).evaluations().stream()
                        .flatMap(evaluation -> evaluation.expectation().stream().boxed())
                        .min(Double::compare))
                .orElseThrow(() -> new RunException(Section.RESULT.pointer(), "holds no expectation; ask for it"));
        return Solutions.ofQuantum(problem.decode(energy), Map.of(), reason("energy", optimization));
    }

    private static String reason(String what, Optional<Optimization> optimization) {
        return optimization
                .flatMap(Optimization::stopReason)
                .map(("best " + what + " of all evaluations; the optimiser stopped: %s")::formatted)
                .orElse("best " + what + " of one evaluation");
    }

    private static BitString bits(Sample sample, BinaryProblem problem) {
        BitString bits = BitString.parse(sample.bits());
        if (bits.length() != problem.variables().size()) {
            throw new RunException(
                    Section.OPTIMIZATION.pointer() + "/best/sample/bits",
                    "has %d bits for %d variables"
                            .formatted(bits.length(), problem.variables().size()));
        }
        return bits;
    }
}
