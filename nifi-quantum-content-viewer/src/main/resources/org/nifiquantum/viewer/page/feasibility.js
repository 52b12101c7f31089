// SPDX-License-Identifier: Apache-2.0
// Whether an outcome keeps the problem's constraints, for the kinds whose bits say so directly. Bit i is variable i:
// the i-th from the right.
import { d3 } from "./chart.js";
import { problemType } from "./run.js";
import { at, list, number, numbers, text } from "./values.js";

/** A function from a bitstring to whether it is feasible, or undefined where this is not known. */
export function feasibilityOf(run) {
    const problem = at(run, "problem");
    const check = {
        "vertex-cover": graph,
        "independent-set": graph,
        clique: graph,
        "graph-colouring": colouring,
        portfolio,
        knapsack,
        tsp: permutation,
        qap: permutation,
    }[problemType(run)];
    const rule = check?.(problem, run);
    return rule && ((bits) => rule((index) => bits[bits.length - 1 - index] === "1", bits.length));
}

function edgesOf(problem) {
    const edges = list(at(problem, "edges")).map((edge) => [text(at(edge, "source")), text(at(edge, "target"))]);
    const names = list(at(problem, "nodes")).map(text);
    const nodes = names.length > 0 ? names : [...new Set(edges.flat())];
    const numbered = new Map(nodes.map((name, index) => [name, index]));
    return {
        size: nodes.length,
        edges: edges
            .map(([source, target]) => [numbered.get(source), numbered.get(target)])
            .filter((edge) => !edge.includes(undefined)),
    };
}

function graph(problem) {
    const { size, edges } = edgesOf(problem);
    const rules = {
        "vertex-cover": (bit) => edges.every(([a, b]) => bit(a) || bit(b)),
        "independent-set": (bit) => edges.every(([a, b]) => !(bit(a) && bit(b))),
        clique: (bit) => {
            const chosen = d3.range(size).filter(bit);
            const joined = edges.filter(([a, b]) => a !== b && bit(a) && bit(b)).length;
            return joined >= (chosen.length * (chosen.length - 1)) / 2;
        },
    };
    return size > 0 ? rules[at(problem, "type")] : undefined;
}

function colouring(problem) {
    const { size, edges } = edgesOf(problem);
    return (bit, width) => {
        const colours = width / size;
        const own = d3.range(size).map((node) => d3.range(colours).filter((colour) => bit(node * colours + colour)));
        return own.every((chosen) => chosen.length === 1) && edges.every(([a, b]) => own[a][0] !== own[b][0]);
    };
}

function portfolio(problem) {
    const choose = number(at(problem, "choose"));
    return choose === undefined ? undefined : (bit, width) => d3.range(width).filter(bit).length === choose;
}

function knapsack(problem) {
    const items = list(at(problem, "items"));
    const capacities =
        number(at(problem, "capacity")) === undefined
            ? numbers(at(problem, "capacities"))
            : [number(at(problem, "capacity"))];
    const weight = (item, index) => number(at(item, "weights", index)) ?? number(at(item, "weight")) ?? 0;
    return (bit) =>
        capacities.every(
            (capacity, index) => d3.sum(items, (item, i) => (bit(i) ? weight(item, index) : 0)) <= capacity,
        );
}

/** A square of bits with one 1 in each row and each column. */
function permutation() {
    return (bit, width) => {
        const size = Math.round(Math.sqrt(width));
        return (
            size * size === width &&
            d3
                .range(size)
                .every(
                    (i) =>
                        d3.range(size).filter((j) => bit(i * size + j)).length === 1 &&
                        d3.range(size).filter((j) => bit(j * size + i)).length === 1,
                )
        );
    };
}
