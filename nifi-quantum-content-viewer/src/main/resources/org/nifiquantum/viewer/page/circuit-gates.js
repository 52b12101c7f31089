// SPDX-License-Identifier: Apache-2.0
// How each gate is drawn, as the field draws it.
import { svg } from "./dom.js";
import { angle, prettyExpression } from "./names.js";

export const ROW = 46;
const BOX = 34;
const SMALLEST = 34;
const NAME_WIDTH = 8.2;
const ANGLE_WIDTH = 6.1;
const LONGEST = 16;

const NAMES = {
    sdg: "S†",
    tdg: "T†",
    sx: "√X",
    id: "I",
    U: "U",
    measure: "",
    p: "P",
    u1: "P",
    phase: "P",
    cphase: "P",
    cp: "P",
    CX: "X",
};
/** Gates between two qubits that are symmetric and diagonal, or the like: two dots and a name between them. */
const BETWEEN = { rzz: "ZZ", rxx: "XX", ryy: "YY", zz: "ZZ", zzphase: "ZZ", xx: "XX", yy: "YY" };

/** {kind, name, words, controls, width}: what is drawn of an operation, and how wide that is. */
export function gateShape(operation, values) {
    const gate = operation.g;
    if (gate === "barrier") {
        return { kind: "barrier", width: 8 };
    }
    if (gate === "measure") {
        return { kind: "measure", width: SMALLEST };
    }
    const words = angles(operation, values);
    const controls = operation.c ?? 0;
    const base = controls > 0 ? gate.slice(gate === "CX" || gate === "cphase" ? 0 : controls) : gate;
    if (base === "x" || gate === "CX") {
        return controls > 0 ? { kind: "not", controls, width: 26 } : box("X", "", controls, operation);
    }
    if (controls > 0 && base === "z") {
        return { kind: "dots", controls, name: "", words: "", width: 22 };
    }
    if (base === "swap") {
        return { kind: "swap", controls, width: 24 };
    }
    if (controls === 1 && (base === "p" || gate === "cphase")) {
        return dots("", words, controls);
    }
    if (controls === 0 && operation.q.length === 2 && BETWEEN[gate] !== undefined) {
        return dots(BETWEEN[gate], words, controls);
    }
    return box(NAMES[base] ?? (base.length <= 4 ? base.toUpperCase() : base), words, controls, operation);
}

function angles(operation, values) {
    if (!operation.p) {
        return "";
    }
    const texts = values && operation.v ? operation.v.map(angle) : operation.p.map(prettyExpression);
    const whole = texts.join(", ");
    return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}

function dots(name, words, controls) {
    return {
        kind: "dots",
        controls,
        name,
        words,
        width: 16 + 2 * Math.max(name.length * 7, words.length * ANGLE_WIDTH) * 0.55 + 10,
    };
}

function box(name, words, controls, operation) {
    const shortName = name.length > 10 ? `${name.slice(0, 9)}…` : name;
    const ports = operation.q.length - controls > 1 ? 14 : 0;
    return {
        kind: "box",
        controls,
        name: shortName,
        words,
        width: Math.max(SMALLEST, shortName.length * NAME_WIDTH + 12, words.length * ANGLE_WIDTH + 10) + ports,
    };
}

/** The middle of a wire. */
export function wireY(qubit) {
    return qubit * ROW + ROW / 2;
}

/** Draws an item of a column whose left edge and width are given. */
export function drawItem(item, x, width) {
    const middle = x + width / 2;
    const { kind } = item.shape;
    const group = svg("g", { class: `op ${kindClass(item)}`, "data-index": item.index });
    const draw = {
        barrier: drawBarrier,
        measure: drawMeasure,
        not: drawNot,
        dots: drawDots,
        swap: drawSwap,
        box: drawBox,
    }[kind];
    group.append(...draw(item, middle));
    return group;
}

function kindClass({ operation, shape }) {
    if (shape.kind === "measure" || shape.kind === "barrier") {
        return shape.kind;
    }
    return operation.q.length > 1 ? "two" : operation.p ? "turn" : "one";
}

function stem(item, x) {
    return svg("line", { class: "stem", x1: x, x2: x, y1: wireY(item.top), y2: wireY(item.bottom) });
}

function dot(x, qubit) {
    return svg("circle", { class: "control", cx: x, cy: wireY(qubit), r: 5 });
}

function controlDots(item, x) {
    return item.operation.q.slice(0, item.shape.controls).map((qubit) => dot(x, qubit));
}

function drawBarrier(item, x) {
    return [...new Set(item.operation.q)].map((qubit) =>
        svg("line", { class: "fence", x1: x, x2: x, y1: wireY(qubit) - ROW / 2, y2: wireY(qubit) + ROW / 2 }),
    );
}

function drawMeasure(item, x) {
    const y = wireY(item.operation.q[0]);
    return [
        svg("rect", { class: "box", x: x - SMALLEST / 2, y: y - BOX / 2, width: SMALLEST, height: BOX, rx: 3 }),
        svg("path", { class: "dial", d: `M${x - 10},${y + 6} a10,10 0 0 1 20,0 M${x},${y + 6} l7,-12` }),
    ];
}

function drawNot(item, x) {
    const target = item.operation.q[item.operation.q.length - 1];
    const y = wireY(target);
    return [
        stem(item, x),
        ...controlDots(item, x),
        svg("circle", { class: "target", cx: x, cy: y, r: 12 }),
        svg("path", { class: "plus", d: `M${x - 12},${y} h24 M${x},${y - 12} v24` }),
    ];
}

function drawDots(item, x) {
    const y = (wireY(item.top) + wireY(item.bottom)) / 2;
    // On a wire in the middle the words could not be read.
    const shift = (item.bottom - item.top) % 2 === 0 ? -ROW / 2 : 0;
    const parts = [stem(item, x), ...item.operation.q.map((qubit) => dot(x, qubit))];
    const lines = [item.shape.name, item.shape.words].filter(Boolean);
    if (lines.length > 0) {
        const wide = Math.max(...lines.map((line) => line.length * ANGLE_WIDTH)) + 6;
        parts.push(
            svg("rect", {
                class: "plate",
                x: x - wide / 2,
                y: y + shift - lines.length * 6.5,
                width: wide,
                height: lines.length * 13,
                rx: 3,
            }),
        );
        lines.forEach((line, index) =>
            parts.push(
                svg(
                    "text",
                    {
                        class: index === 0 && item.shape.name ? "angle strong" : "angle",
                        x,
                        y: y + shift + (index - (lines.length - 1) / 2) * 12 + 3.5,
                    },
                    line,
                ),
            ),
        );
    }
    return parts;
}

function drawSwap(item, x) {
    const crosses = item.operation.q.slice(item.shape.controls).map((qubit) => {
        const y = wireY(qubit);
        return svg("path", { class: "cross", d: `M${x - 7},${y - 7} l14,14 M${x + 7},${y - 7} l-14,14` });
    });
    return [stem(item, x), ...controlDots(item, x), ...crosses];
}

function drawBox(item, x) {
    const { controls, name, words } = item.shape;
    const targets = item.operation.q.slice(controls);
    const top = wireY(Math.min(...targets)) - BOX / 2;
    const bottom = wireY(Math.max(...targets)) + BOX / 2;
    const ports =
        targets.length > 1
            ? targets.map((qubit, index) =>
                  svg("text", { class: "port", x: x - item.shape.width / 2 + 7, y: wireY(qubit) + 3 }, String(index)),
              )
            : [];
    const middle = (top + bottom) / 2;
    const text = x + (targets.length > 1 ? 5 : 0);
    return [
        controls > 0 && stem(item, x),
        ...controlDots(item, x),
        svg("rect", {
            class: "box",
            x: x - item.shape.width / 2,
            y: top,
            width: item.shape.width,
            height: bottom - top,
            rx: 3,
        }),
        ...ports,
        svg("text", { class: "gate", x: text, y: middle + (words ? -2 : 4.5) }, name),
        words && svg("text", { class: "angle", x: text, y: middle + 11 }, words),
    ].filter(Boolean);
}
