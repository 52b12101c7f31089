// SPDX-License-Identifier: Apache-2.0
// What all charts share: they fit their width, are described in words, and name what the pointer is over.
import { el } from "./dom.js";
import { show } from "./values.js";

export const d3 = globalThis.d3;

/**
 * A chart. draw(svg selection, width, height) is called again when the width changes. The description is for those who
 * cannot see it.
 */
export function chart(description, height, draw) {
    const box = el("div", { class: "chart" });
    let drawnWidth = 0;
    const redraw = () => {
        const width = Math.round(box.clientWidth);
        if (width === 0 || width === drawnWidth) {
            return;
        }
        drawnWidth = width;
        const tall = typeof height === "function" ? height(width) : height;
        box.replaceChildren();
        const svg = d3
            .select(box)
            .append("svg")
            .attr("width", width)
            .attr("height", tall)
            .attr("viewBox", `0 0 ${width} ${tall}`)
            .attr("role", "img")
            .attr("aria-label", description);
        draw(svg, width, tall);
    };
    new ResizeObserver(() => window.requestAnimationFrame(redraw)).observe(box);
    box.redraw = () => {
        drawnWidth = 0;
        redraw();
    };
    return box;
}

/** A chart with a heading under it. */
export function figure(caption, content) {
    return el("figure", {}, content, el("figcaption", {}, caption));
}

/** Axes with thin grid lines for the value axis. */
export function axes(svg, { x, y, width, height, margin, xLabel, yLabel, xTicks, yTicks = 5, xFormat, xValues }) {
    const bottom = height - margin.bottom;
    const xAxis = d3
        .axisBottom(x)
        .ticks(xTicks ?? Math.max(2, Math.floor(width / 90)))
        .tickSizeOuter(0);
    if (xFormat) {
        xAxis.tickFormat(xFormat);
    }
    if (xValues) {
        xAxis.tickValues(xValues);
    }
    svg.append("g")
        .attr("class", "axis")
        .attr("transform", `translate(0,${bottom})`)
        .attr("aria-hidden", "true")
        .call(xAxis);
    svg.append("g")
        .attr("class", "axis grid")
        .attr("transform", `translate(${margin.left},0)`)
        .attr("aria-hidden", "true")
        .call(
            d3
                .axisLeft(y)
                .ticks(yTicks)
                .tickSize(-(width - margin.left - margin.right))
                .tickFormat((value) => show(value, 4)),
        );
    if (xLabel) {
        svg.append("text")
            .attr("class", "label")
            .attr("x", (margin.left + width - margin.right) / 2)
            .attr("y", height - 4)
            .attr("text-anchor", "middle")
            .text(xLabel);
    }
    if (yLabel) {
        svg.append("text").attr("class", "label").attr("x", 4).attr("y", 12).text(yLabel);
    }
}

/** Shows lines of text beside the pointer. describe(datum) gives a text with line breaks. */
export function hover(selection, describe) {
    selection
        .on("pointerenter.tip pointermove.tip", (event, datum) =>
            showTip(event.clientX, event.clientY, describe(datum)),
        )
        .on("pointerleave.tip", hideTip);
}

function tip() {
    return (
        document.getElementById("tip") ||
        document.getElementById("viewer").appendChild(el("div", { id: "tip", hidden: true, "aria-hidden": "true" }))
    );
}

export function showTip(x, y, words) {
    const box = tip();
    box.textContent = words;
    box.hidden = false;
    const { width, height } = box.getBoundingClientRect();
    box.style.left = `${Math.max(4, Math.min(x + 14, window.innerWidth - width - 8))}px`;
    box.style.top = `${y + 18 + height > window.innerHeight ? Math.max(4, y - height - 10) : y + 18}px`;
}

export function hideTip() {
    tip().hidden = true;
}

/** What the colours and marks mean. Entries: [class of the mark, words]. */
export function legend(entries) {
    return el(
        "ul",
        { class: "legend" },
        entries.map(([mark, words]) => el("li", {}, el("span", { class: `mark ${mark}` }), words)),
    );
}

/** A range with some air around it. */
export function padded([low, high], share = 0.06) {
    const air = low === high ? Math.max(1e-9, Math.abs(low) * 0.1) : (high - low) * share;
    return [low - air, high + air];
}
