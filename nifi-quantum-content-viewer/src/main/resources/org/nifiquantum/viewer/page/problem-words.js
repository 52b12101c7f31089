// SPDX-License-Identifier: Apache-2.0
import { isMaximised, objectiveName, problemType } from "./run.js";
import { at, isObject, list, members, plural, text } from "./values.js";

const TYPES = {
    maxcut: "MaxCut",
    qubo: "QUBO",
    ising: "Ising model",
    tsp: "Travelling salesman",
    qap: "Quadratic assignment",
    knapsack: "Knapsack",
    portfolio: "Portfolio selection",
    "job-shop": "Job shop",
    molecule: "Molecule",
    data: "Table of data",
    "number-partition": "Number partitioning",
    "vertex-cover": "Vertex cover",
    "independent-set": "Independent set",
    clique: "Clique",
    "graph-colouring": "Graph colouring",
    "integer-program": "Integer program",
};

/** The kind of problem in the field's words. */
export function typeName(run) {
    const type = problemType(run);
    return type === undefined ? undefined : TYPES[type.toLowerCase()] || type;
}

/** What to call the run: the problem's own name, else its kind and size. */
export function problemTitle(run) {
    const name = text(at(run, "problem", "name"));
    if (name !== undefined) {
        return name;
    }
    const type = typeName(run);
    if (type === undefined) {
        return isObject(at(run, "program")) ? "A circuit" : "A hybrid run";
    }
    const size = sizeOf(run);
    return size === undefined ? type : `${type}, ${size}`;
}

/** What is wanted of the problem. */
export function goalOf(run) {
    if (problemType(run) === "data") {
        return at(run, "problem", "output") === "features" ? "quantum feature vectors" : "a quantum kernel";
    }
    return `${isMaximised(run) ? "largest" : "smallest"} ${objectiveName(run)}`;
}

/** How large the problem is, in its own words. */
export function sizeOf(run) {
    const problem = at(run, "problem");
    const rows = list(at(problem, "rows")).length + list(at(problem, "test")).length;
    if (problemType(run) === "data" && rows > 0) {
        return `${plural(rows, "row")} of ${plural(list(at(problem, "features")).length, "feature")}`;
    }
    const nodes = list(at(problem, "nodes")).length;
    const edges = list(at(problem, "edges")).length;
    if (nodes > 0 || edges > 0) {
        return nodes > 0 ? `${plural(nodes, "node")} and ${plural(edges, "edge")}` : plural(edges, "edge");
    }
    for (const [member, one, many] of [
        ["cities", "city", "cities"],
        ["items", "item"],
        ["assets", "asset"],
        ["jobs", "job"],
        ["facilities", "facility", "facilities"],
        ["numbers", "number"],
    ]) {
        const count = list(at(problem, member)).length || members(at(problem, member)).length;
        if (count > 0) {
            return plural(count, one, many);
        }
    }
    const variables =
        list(at(run, "encoding", "variables")).length ||
        list(at(problem, "variables")).length ||
        list(at(problem, "spins")).length ||
        members(at(run, "solution", "assignment")).length;
    return variables > 0 ? plural(variables, "variable") : undefined;
}
