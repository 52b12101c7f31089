// SPDX-License-Identifier: Apache-2.0
// Matrices as heat maps: a quantum kernel, flows, distances.
import { chart, d3, figure, hideTip, showTip } from "./chart.js";
import { section } from "./dom.js";
import { at, list, members, numbers, show, text } from "./values.js";

const MOST_CELLS = 160_000;

/** The matrices of the answer, and those of the problem that are part of its drawing. */
export function drawMatrices(run) {
    const found = members(at(run, "solution", "answer")).filter(([, value]) => isMatrix(value));
    const given = ["kernel", "matrix", "flows"]
        .map((name) => [name, at(run, "problem", name)])
        .filter(([, value]) => isMatrix(value));
    const rows = list(at(run, "solution", "answer", "rows")).map(text);
    const columns = list(at(run, "solution", "answer", "columns")).map(text);
    const classes = labelsOf(run);
    return [...found, ...given].map(([name, matrix]) =>
        section(`Matrix: ${name}`, heatMap(name, matrix.map(numbers), { rows, columns, classes })),
    );
}

/** The label of each row of data by its name. */
function labelsOf(run) {
    return new Map(
        [...list(at(run, "problem", "rows")), ...list(at(run, "problem", "test"))].map((row, index) => [
            String(at(row, "name") ?? index + 1),
            text(at(row, "label")),
        ]),
    );
}

function isMatrix(value) {
    return (
        Array.isArray(value) &&
        value.length > 1 &&
        value.every((row) => Array.isArray(row) && row.length === value[0].length && row.length > 1) &&
        value.length * value[0].length <= MOST_CELLS &&
        value.every((row) => numbers(row).length === row.length)
    );
}

/** A row or column by its name and class, by its number where it has none. */
function called(name, index, classes) {
    const label = classes.get(name);
    return name === undefined ? String(index + 1) : label === undefined ? name : `${name} (${label})`;
}

/** A canvas, because a kernel of two hundred samples has forty thousand cells. */
function heatMap(name, matrix, names) {
    const [low, high] = d3.extent(matrix.flat());
    const shade = d3.scaleSequential([low, high === low ? low + 1 : high], d3.interpolateViridis);
    const words = `${name}: ${matrix.length} by ${matrix[0].length}, from ${show(low)} (dark) to ${show(high)} (yellow).`;
    const draw = (svg, width) => {
        const side = Math.max(1, Math.floor(Math.min(width, 560) / Math.max(matrix.length, matrix[0].length)));
        const canvas = document.createElement("canvas");
        canvas.width = side * matrix[0].length;
        canvas.height = side * matrix.length;
        const pen = canvas.getContext("2d");
        matrix.forEach((row, i) =>
            row.forEach((value, j) => {
                pen.fillStyle = shade(value);
                pen.fillRect(j * side, i * side, side, side);
            }),
        );
        canvas.addEventListener("pointermove", (event) => {
            const i = Math.floor(event.offsetY / side);
            const j = Math.floor(event.offsetX / side);
            const value = matrix[i]?.[j];
            if (value === undefined) {
                hideTip();
            } else {
                showTip(
                    event.clientX,
                    event.clientY,
                    `row ${called(names.rows[i], i, names.classes)}, column ${called(names.columns[j], j, names.classes)}\n${show(value, 6)}`,
                );
            }
        });
        canvas.addEventListener("pointerleave", hideTip);
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", words);
        svg.node().replaceWith(canvas);
    };
    return figure(words, chart(words, 40, draw));
}
