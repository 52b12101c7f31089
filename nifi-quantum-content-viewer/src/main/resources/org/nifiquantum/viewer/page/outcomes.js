// SPDX-License-Identifier: Apache-2.0
// The measured outcomes of an evaluation, with what each of them is worth.
import { d3 } from "./chart.js";
import { feasibilityOf } from "./feasibility.js";
import { energyOf, isMaximised, objectiveOf, termCount } from "./run.js";
import { at, members, number } from "./values.js";

/** Outcomes times terms of the observable that are worked out without making the page wait. */
const MOST_WORK = 20_000_000;

/**
 * {all, shots, exact, best, someInfeasible, top(most, order)}, or undefined where there are none. An outcome: {bits,
 * share, count?, error?, objective?, feasible?}.
 */
export function outcomesOf(run, evaluation) {
    const counted = members(at(evaluation, "counts"));
    const exact = counted.length === 0;
    const pairs = (exact ? members(at(evaluation, "probabilities")) : counted)
        .map(([bits, value]) => [bits, number(value)])
        .filter(([, value]) => value !== undefined && value >= 0);
    if (pairs.length === 0) {
        return undefined;
    }
    const shots = exact ? undefined : d3.sum(pairs, ([, count]) => count);
    const all = pairs.map(([bits, value]) => (exact ? { bits, share: value } : counts(bits, value, shots || 1)));
    judge(run, all);
    const best = rate(run, all);
    const orders = {
        likely: (a, b) => b.share - a.share,
        value: (a, b) => (a.bits < b.bits ? -1 : 1),
        objective: (a, b) =>
            (isMaximised(run) ? b.objective - a.objective : a.objective - b.objective) || b.share - a.share,
    };
    const likely = [...all].sort(orders.likely);
    const top = (most, order) => {
        if (order === "objective") {
            return [...all].sort(orders.objective).slice(0, most);
        }
        const first = likely.slice(0, most);
        return order === "value" ? first.sort(orders.value) : first;
    };
    return { all, shots, exact, best, someInfeasible: all.some((outcome) => outcome.feasible === false), top };
}

/** The standard error of a share of so many independent shots. */
function counts(bits, count, shots) {
    const share = count / shots;
    return { bits, count, share, error: Math.sqrt((share * (1 - share)) / shots) };
}

/** Says of each outcome whether it keeps the constraints, where its bits tell. */
function judge(run, all) {
    const feasible = feasibilityOf(run);
    if (feasible && all.length * all[0].bits.length <= MOST_WORK) {
        all.forEach((outcome) => (outcome.feasible = feasible(outcome.bits)));
    }
}

/** Gives each outcome its objective, where the observable is diagonal, and finds the best. */
function rate(run, all) {
    const energy = energyOf(run);
    if (!energy || termCount(run) * all.length > MOST_WORK) {
        return undefined;
    }
    const objective = objectiveOf(run);
    const better = isMaximised(run) ? (a, b) => a > b : (a, b) => a < b;
    let best;
    for (const outcome of all) {
        outcome.objective = objective(energy(outcome.bits));
        if (outcome.feasible !== false && (best === undefined || better(outcome.objective, best.objective))) {
            best = outcome;
        }
    }
    for (const outcome of best ? all : []) {
        outcome.isBest =
            outcome.feasible !== false &&
            Math.abs(outcome.objective - best.objective) <= 1e-9 * Math.max(1, Math.abs(best.objective));
    }
    return best;
}
