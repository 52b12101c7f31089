// SPDX-License-Identifier: Apache-2.0
// What a run document means: docs/run-document.md in code.
import { at, isObject, list, number, numbers, show, text } from "./values.js";

const FAMILY = "nifi-quantum/run/";
const KNOWN = "nifi-quantum/run/1";

/** Whether a value is, or wants to be, a run. */
export function isRun(value) {
    const schema = at(value, "schema");
    return typeof schema === "string" && schema.startsWith(FAMILY);
}

/** What to say about the version, if there is something. */
export function versionRemark(run) {
    const schema = at(run, "schema");
    return schema === KNOWN
        ? undefined
        : `This document says that it is “${schema}”; this viewer knows “${KNOWN}”. What both have in common is shown; the tab Document has all of it.`;
}

export function problemType(run) {
    return text(at(run, "problem", "type"));
}

/**
 * Whether larger is better. Only the encoding is sure: its scale turns what is minimised into the user's own measure. Of data
 * nothing is minimised; its objective is the share of labels that a classical model gets right.
 */
export function isMaximised(run) {
    if (problemType(run) === "data") {
        return true;
    }
    const scale = number(at(run, "encoding", "scale"));
    if (scale !== undefined && scale !== 0) {
        return scale < 0;
    }
    return (
        at(run, "problem", "sense") === "maximize" ||
        ["maxcut", "knapsack", "independent-set", "clique"].includes(problemType(run))
    );
}

/** A function from an expectation or energy to the user's measure; the identity where there is no encoding. */
export function objectiveOf(run) {
    const scale = number(at(run, "encoding", "scale"));
    const offset = number(at(run, "encoding", "offset"));
    return scale === undefined || offset === undefined ? (value) => value : (value) => offset + scale * value;
}

/** By how much a standard error grows when it is told in the user's measure. */
export function errorScale(run) {
    return Math.abs(number(at(run, "encoding", "scale")) ?? 1);
}

/** What the objective is called. */
export function objectiveName(run) {
    const names = {
        maxcut: "cut",
        tsp: "tour length",
        qap: "cost",
        molecule: "energy",
        knapsack: "profit",
        "job-shop": "makespan",
        "number-partition": "difference",
        "vertex-cover": "cover size",
        "independent-set": "set size",
        clique: "clique size",
        "graph-colouring": "conflicts",
        data: "share of right labels",
    };
    return names[problemType(run)] || (at(run, "problem") ? "objective" : "expectation");
}

/** A function from a bitstring to its energy under the observable, or undefined if that is not diagonal. */
export function energyOf(run) {
    const terms = at(run, "observable", "terms");
    const constant = number(at(run, "observable", "constant"));
    if (!Array.isArray(terms) || constant === undefined) {
        return undefined;
    }
    const parsed = [];
    for (const term of terms) {
        const coefficient = number(at(term, "coefficient"));
        const qubits = numbers(at(term, "qubits"));
        if (coefficient === undefined || !/^Z*$/.test(String(at(term, "pauli") ?? "?")) || qubits.length === 0) {
            return undefined;
        }
        parsed.push([coefficient, qubits]);
    }
    return (bits) => {
        let energy = constant;
        for (const [coefficient, qubits] of parsed) {
            let sign = coefficient;
            for (const qubit of qubits) {
                // Qubit 0 is the rightmost character.
                if (bits[bits.length - 1 - qubit] === "1") {
                    sign = -sign;
                }
            }
            energy += sign;
        }
        return energy;
    };
}

/** How many terms the observable has. */
export function termCount(run) {
    return list(at(run, "observable", "terms")).length;
}

/** {state, text, kind} of the run as the document stands. */
export function stateOf(run) {
    if (isObject(at(run, "solution"))) {
        const feasible = at(run, "solution", "feasible") !== false;
        return {
            state: "solved",
            text: feasible ? "answered" : "answered, infeasible",
            kind: feasible ? "good" : "bad",
        };
    }
    if (text(at(run, "optimization", "stopReason"))) {
        return { state: "optimized", text: "optimised, not yet decoded", kind: "busy" };
    }
    const collected = Array.isArray(at(run, "result", "evaluations"));
    if (list(at(run, "optimization", "evaluations")).length > 0) {
        return { state: "evaluating", text: "under way", kind: "busy" };
    }
    if (collected) {
        return {
            state: "collected",
            text: isObject(at(run, "problem")) ? "result collected" : "done",
            kind: isObject(at(run, "problem")) ? "busy" : "good",
        };
    }
    return isObject(at(run, "program"))
        ? { state: "encoded", text: "encoded, not yet run", kind: "busy" }
        : { state: "new", text: "no circuit yet", kind: "busy" };
}

const STOP_REASONS = {
    converged: "The optimiser converged: further steps would be smaller than its tolerance.",
    "maximum-evaluations": "The optimiser used up the evaluations it was allowed.",
    "target-reached": "The target value was reached.",
    "no-improvement": "The optimiser found nothing better for as many evaluations as its patience allows.",
    "sweep-complete": "All points of the sweep were evaluated.",
    "time-budget": "The time that the run may take was over.",
    "cost-budget": "A further job would have cost more than the run may.",
    "numerical-limit": "The steps became too small for the computer's numbers.",
};

export function stopReason(run) {
    const reason = text(at(run, "optimization", "stopReason"));
    return reason === undefined ? undefined : STOP_REASONS[reason] || `The optimiser stopped: ${reason}.`;
}

/** What the optimiser's values are, in the user's measure: an expectation, unless it was told to look at something else. */
export function valueName(run) {
    const settings = at(run, "optimization", "settings");
    const names = {
        cvar: `mean ${objectiveName(run)} of the best ${show((number(at(settings, "cvarAlpha")) ?? 0) * 100)} %`,
        "best-sample": `best ${objectiveName(run)} measured`,
    };
    return names[at(settings, "aggregation")] ?? `expected ${objectiveName(run)}`;
}

/** {evaluations: [{index, parameters, value, error, best}], best} of the optimiser's history in the user's measure. */
export function history(run) {
    const objective = objectiveOf(run);
    const scale = errorScale(run);
    const better = isMaximised(run) ? (a, b) => a > b : (a, b) => a < b;
    let best;
    const evaluations = [];
    list(at(run, "optimization", "evaluations")).forEach((evaluation, index) => {
        const value = number(at(evaluation, "value"));
        if (value === undefined) {
            return;
        }
        const shown = objective(value);
        best = best === undefined || better(shown, best) ? shown : best;
        const error = number(at(evaluation, "standardError"));
        evaluations.push({
            index: index + 1,
            parameters: numbers(at(evaluation, "parameters")),
            value: shown,
            error: error === undefined ? undefined : error * scale,
            best,
        });
    });
    return { evaluations, best };
}

/** The roads an answer can come by, in words. */
export function roadName(source) {
    return (
        { quantum: "quantum", exact: "classical, exact", annealing: "classical, annealing", cache: "cached answer" }[
            source
        ] ||
        (source && `classical, ${source}`)
    );
}
