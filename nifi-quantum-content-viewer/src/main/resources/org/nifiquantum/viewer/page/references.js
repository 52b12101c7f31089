// SPDX-License-Identifier: Apache-2.0
// Values that the optimisation is held against.
import { at, isObject, number, text } from "./values.js";
import { roadName } from "./run.js";

/** [{value, words, kind}] in the user's measure: the exact optimum or bound, the classical baseline, the answer. */
export function references(run) {
    const found = [];
    const note = (value, words, kind) => {
        const known = number(value);
        const same = found.find((other) => other.value === known);
        if (same !== undefined) {
            // Lines that lie on each other are one, with all their names.
            same.words = same.words.split(", ").includes(words) ? same.words : `${same.words}, ${words}`;
        } else if (known !== undefined) {
            found.push({ value: known, words, kind });
        }
    };
    const comparison = at(run, "comparison");
    const baseline = at(comparison, "baseline");
    note(at(baseline, "objective") ?? at(baseline, "value"), `baseline${name(baseline)}`, "baseline");
    note(plain(at(comparison, "bound")) ?? at(baseline, "bound"), "bound", "optimum");
    note(plain(at(comparison, "bestKnown")) ?? plain(at(comparison, "optimum")), "best known", "optimum");
    const proven = at(run, "solution", "provenOptimal") === true;
    note(at(run, "solution", "objective"), proven ? "exact optimum" : "answer", proven ? "optimum" : "answer");
    note(at(run, "solution", "answer", "exactEnergy"), "exact energy", "optimum");
    note(at(run, "solution", "bound"), "bound", "optimum");
    return found;
}

function name(baseline) {
    const method = text(at(baseline, "source") ?? at(baseline, "solver") ?? at(baseline, "method"));
    return method === undefined ? "" : ` (${roadName(method)})`;
}

function plain(value) {
    return isObject(value) ? (at(value, "objective") ?? at(value, "value")) : value;
}
