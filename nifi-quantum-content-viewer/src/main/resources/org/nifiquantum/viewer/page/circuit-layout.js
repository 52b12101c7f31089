// SPDX-License-Identifier: Apache-2.0
// Where each operation stands: in the first column in which all the wires it crosses are free.
import { gateShape } from "./circuit-gates.js";

const GAP = 14;

/**
 * {columns: [{x, width, items: [{operation, index, shape, top, bottom}]}], frames: [{x, width, words, times}], width}.
 * Folded repeats are laid out once.
 */
export function layOut(circuit, repeats, { folded, values }) {
    const columns = [];
    const frames = [];
    const free = new Array(circuit.qubits).fill(0);
    const place = (index) => placeOperation(circuit, index, values, columns, free);
    let next = 0;
    for (const repeat of repeats) {
        for (; next < repeat.start; next++) {
            place(next);
        }
        const shown = folded ? 1 : repeat.times;
        for (let time = 0; time < shown; time++) {
            const first = align(free);
            for (let index = 0; index < repeat.length; index++) {
                place(repeat.start + time * repeat.length + index);
            }
            frames.push({
                first,
                last: align(free) - 1,
                times: repeat.times,
                words: folded ? `× ${repeat.times}` : `${time + 1} of ${repeat.times}`,
            });
        }
        next = repeat.start + repeat.length * repeat.times;
    }
    for (; next < circuit.operations.length; next++) {
        place(next);
    }
    return measured(columns, frames);
}

/** Nothing after this stands left of what is before. */
function align(free) {
    const first = Math.max(0, ...free);
    free.fill(first);
    return first;
}

function placeOperation(circuit, index, values, columns, free) {
    const operation = circuit.operations[index];
    if (operation.q.length === 0) {
        return;
    }
    const top = Math.min(...operation.q);
    const bottom = Math.max(...operation.q);
    let column = 0;
    for (let wire = top; wire <= bottom; wire++) {
        column = Math.max(column, free[wire]);
    }
    free.fill(column + 1, top, bottom + 1);
    while (columns.length <= column) {
        columns.push({ width: 0, items: [] });
    }
    const shape = gateShape(operation, values);
    columns[column].items.push({ operation, index, shape, top, bottom });
    columns[column].width = Math.max(columns[column].width, shape.width);
}

function measured(columns, frames) {
    const starts = new Set(frames.map((frame) => frame.first));
    const ends = new Set(frames.map((frame) => frame.last));
    let x = GAP;
    columns.forEach((column, index) => {
        x += starts.has(index) ? GAP : 0;
        column.x = x;
        x += column.width + GAP + (ends.has(index) ? GAP : 0);
    });
    for (const frame of frames) {
        const last = columns[frame.last];
        if (last && columns[frame.first]) {
            frame.x = columns[frame.first].x - GAP * 0.7;
            frame.width = last.x + last.width - columns[frame.first].x + GAP * 1.4;
        }
    }
    return { columns, frames: frames.filter((frame) => frame.width > 0), width: x + 2 * GAP };
}
