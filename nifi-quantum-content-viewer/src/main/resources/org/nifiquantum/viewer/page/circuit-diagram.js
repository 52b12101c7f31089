// SPDX-License-Identifier: Apache-2.0
// The drawing itself. Only what is in sight has elements: forty qubits and thousands of gates scroll smoothly.
import { hideTip, showTip } from "./chart.js";
import { drawItem, ROW, wireY } from "./circuit-gates.js";
import { el, svg } from "./dom.js";
import { shorten, text } from "./values.js";

const HEAD = 30;
const OVERSCAN = 600;
const LONGEST_NAME = 16;

/** @param toggle is called when a frame's label is pressed */
export function diagram(circuit, variables, layout, describe, said, toggle) {
    const height = HEAD + circuit.qubits * ROW + (circuit.bits.length > 0 ? ROW : 8);
    const labels = wireLabels(circuit, variables, height);
    const canvas = svg("svg", { class: "wires", width: layout.width, height, "aria-hidden": "true" });
    const items = svg("g", { transform: `translate(0,${HEAD})` });
    canvas.append(...frames(circuit, layout, toggle), ...wires(circuit, layout), items);
    const scroller = el(
        "div",
        {
            class: "circuit",
            tabindex: "0",
            role: "application",
            "aria-roledescription": "circuit",
            "aria-label": `Circuit of ${circuit.qubits} qubits and ${circuit.total} operations, depth ${circuit.depth}. Left and right arrow go through the operations.`,
        },
        labels,
        canvas,
    );
    const view = {
        qubits: circuit.qubits,
        layout,
        items,
        scroller,
        drawn: new Map(),
        selected: undefined,
        said,
        describe,
        sorted: undefined,
    };
    let waiting = false;
    const update = () => {
        if (!waiting) {
            waiting = true;
            window.requestAnimationFrame(() => {
                waiting = false;
                drawSight(view);
            });
        }
    };
    scroller.addEventListener("scroll", update, { passive: true });
    new ResizeObserver(update).observe(scroller);
    scroller.addEventListener("pointermove", (event) => point(view, event));
    scroller.addEventListener("pointerleave", hideTip);
    scroller.addEventListener("click", (event) => select(view, itemOf(view, event)));
    scroller.addEventListener("keydown", (event) => onKey(view, event));
    return scroller;
}

/** Names of the wires stay in sight. */
function wireLabels(circuit, variables, height) {
    const names = Array.from({ length: circuit.qubits }, (_, qubit) => shorten(text(variables[qubit]), LONGEST_NAME));
    const width = 46 + Math.max(0, ...names.map((name) => name.length)) * 6.6;
    const box = svg("svg", { class: "labels", width, height, "aria-hidden": "true" });
    box.append(svg("rect", { class: "cover", width, height }));
    names.forEach((name, qubit) => {
        box.append(
            svg(
                "text",
                { class: "wire-name", x: width - 8, y: HEAD + wireY(qubit) + 4 },
                name && svg("tspan", { class: "variable" }, `${name} `),
                `q${qubit}`,
            ),
        );
    });
    if (circuit.bits.length > 0) {
        const words =
            circuit.bits.length === 1
                ? `${circuit.bits[0].name}/${circuit.bits[0].size}`
                : `c/${circuit.bits.reduce((sum, register) => sum + register.size, 0)}`;
        box.append(svg("text", { class: "wire-name", x: width - 8, y: HEAD + wireY(circuit.qubits) + 4 }, words));
    }
    return box;
}

function wires(circuit, layout) {
    const lines = [];
    for (let qubit = 0; qubit < circuit.qubits; qubit++) {
        lines.push(
            svg("line", { class: "wire", x1: 0, x2: layout.width, y1: HEAD + wireY(qubit), y2: HEAD + wireY(qubit) }),
        );
    }
    if (circuit.bits.length > 0) {
        const y = HEAD + wireY(circuit.qubits);
        lines.push(
            svg("path", {
                class: "wire classical",
                d: `M0,${y - 1.5} H${layout.width} M0,${y + 1.5} H${layout.width}`,
            }),
        );
    }
    return lines;
}

function frames(circuit, layout, toggle) {
    return layout.frames.map((frame) =>
        svg(
            "g",
            { class: "frame", onclick: toggle },
            svg("rect", { x: frame.x, y: 16, width: frame.width, height: HEAD - 16 + circuit.qubits * ROW, rx: 6 }),
            svg("text", { x: frame.x + 4, y: 12 }, frame.words),
        ),
    );
}

/** Makes the elements of the columns and rows in sight, and takes those out of sight away. */
function drawSight(view) {
    const { scroller, layout, items, drawn } = view;
    const low = scroller.scrollLeft - OVERSCAN;
    const high = scroller.scrollLeft + scroller.clientWidth + OVERSCAN;
    const top = (scroller.scrollTop - HEAD - OVERSCAN) / ROW;
    const bottom = (scroller.scrollTop + scroller.clientHeight + OVERSCAN) / ROW;
    const wanted = new Set();
    for (
        let index = firstColumn(layout.columns, low);
        index < layout.columns.length && layout.columns[index].x < high;
        index++
    ) {
        const column = layout.columns[index];
        toClassical(view, column, index, wanted);
        for (const item of column.items) {
            if (item.bottom >= top && item.top <= bottom) {
                wanted.add(item);
                if (!drawn.has(item)) {
                    const element = drawItem(item, column.x, column.width);
                    drawn.set(item, element);
                    items.append(element);
                }
            }
        }
    }
    for (const [item, element] of drawn) {
        if (!wanted.has(item)) {
            element.remove();
            drawn.delete(item);
        }
    }
    drawn.get(view.selected)?.classList.add("selected");
}

/** One double line from the measurements of a column down to the classical wire, behind their boxes. */
function toClassical(view, column, index, wanted) {
    const measured = column.items.filter((item) => item.shape.kind === "measure");
    if (measured.length === 0) {
        return;
    }
    wanted.add(column);
    if (!view.drawn.has(column)) {
        const x = column.x + column.width / 2;
        const top = wireY(Math.min(...measured.map((item) => item.top)));
        const bottom = wireY(view.qubits);
        const line = svg(
            "g",
            { class: "to-classical" },
            svg("path", { d: `M${x - 1.5},${top} V${bottom} M${x + 1.5},${top} V${bottom}` }),
            svg("path", { class: "tip", d: `M${x - 5},${bottom - 8} h10 l-5,8 z` }),
        );
        view.drawn.set(column, line);
        view.items.prepend(line);
    }
}

function firstColumn(columns, x) {
    let low = 0;
    let high = columns.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (columns[middle].x + columns[middle].width < x) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

function itemOf(view, event) {
    const group = event.target.closest?.("g.op");
    return group ? [...view.drawn.keys()].find((item) => item.index === Number(group.dataset.index)) : undefined;
}

function point(view, event) {
    const item = itemOf(view, event);
    if (item) {
        showTip(event.clientX, event.clientY, view.describe(item.operation));
    } else {
        hideTip();
    }
}

function select(view, item) {
    if (item === undefined) {
        return;
    }
    view.drawn.get(view.selected)?.classList.remove("selected");
    view.selected = item;
    view.drawn.get(item)?.classList.add("selected");
    view.said.textContent = `Operation ${item.index + 1}: ${view.describe(item.operation)}`;
}

function onKey(view, event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) {
        return;
    }
    event.preventDefault();
    view.sorted ??= view.layout.columns
        .flatMap((column) => column.items.map((item) => ({ item, column })))
        .sort((a, b) => a.item.index - b.item.index);
    const now = view.sorted.findIndex(({ item }) => item === view.selected);
    const next = view.sorted[Math.min(view.sorted.length - 1, Math.max(0, now + step))];
    if (next === undefined) {
        return;
    }
    const { scroller } = view;
    if (
        next.column.x < scroller.scrollLeft ||
        next.column.x + next.column.width > scroller.scrollLeft + scroller.clientWidth - 120
    ) {
        scroller.scrollLeft = next.column.x - 80;
        drawSight(view);
    }
    select(view, next.item);
}
