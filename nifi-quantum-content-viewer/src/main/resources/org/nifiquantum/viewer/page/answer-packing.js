// SPDX-License-Identifier: Apache-2.0
// What was put where: the packed knapsack, and numbers divided in two groups. Bars of what they weigh.
import { chart, d3, figure, hover, legend } from "./chart.js";
import { section, table } from "./dom.js";
import { at, isObject, list, members, number, numbers, show, text } from "./values.js";

export function drawKnapsack(run) {
    const problem = at(run, "problem");
    const items = list(at(problem, "items")).filter(
        (item) => isObject(item) && number(at(item, "profit")) !== undefined,
    );
    const capacities =
        number(at(problem, "capacity")) === undefined
            ? numbers(at(problem, "capacities"))
            : [number(at(problem, "capacity"))];
    if (items.length === 0 || capacities.length === 0) {
        return undefined;
    }
    const packed = new Set(list(at(run, "solution", "answer", "packed")).map(text));
    const weight = (item, index) =>
        number(at(item, "weights", index)) ?? (index === 0 ? number(at(item, "weight")) : undefined) ?? 0;
    const bars = capacities.map((capacity, index) => ({
        name: capacities.length === 1 ? "capacity" : `capacity ${index + 1}`,
        limit: capacity,
        parts: items
            .filter((item) => packed.has(text(at(item, "name"))))
            .map((item) => ({
                name: text(at(item, "name")),
                size: weight(item, index),
                more: `profit ${show(at(item, "profit"))}`,
            })),
    }));
    return [
        section(
            "The knapsack",
            stacked(bars, "weight"),
            legend([
                ["part", "packed item"],
                ["room", "room left"],
                ["limit", "capacity"],
            ]),
        ),
        section(
            "Items",
            table(
                "All items, best profit for their weight first",
                [
                    { head: "Item", cell: (item) => text(at(item, "name")) ?? "–" },
                    { head: "Packed", cell: (item) => (packed.has(text(at(item, "name"))) ? "yes" : "") },
                    { head: "Profit", number: true, cell: (item) => show(at(item, "profit")) },
                    {
                        head: "Weight",
                        number: true,
                        cell: (item) => capacities.map((_, index) => show(weight(item, index))).join(", "),
                    },
                    {
                        head: "Profit / weight",
                        number: true,
                        cell: (item) =>
                            show(number(at(item, "profit")) / d3.sum(capacities, (_, index) => weight(item, index)), 3),
                    },
                ],
                [...items].sort(
                    (a, b) => number(at(b, "profit")) / weight(b, 0) - number(at(a, "profit")) / weight(a, 0),
                ),
            ),
        ),
    ];
}

export function drawPartition(run) {
    const given = at(run, "problem", "numbers");
    const sizes = new Map(
        Array.isArray(given)
            ? given.map((value, index) => [String(index + 1), number(value)])
            : members(given).map(([name, value]) => [name, number(value)]),
    );
    if (sizes.size === 0) {
        return undefined;
    }
    const groups = list(at(run, "solution", "answer", "groups"));
    const bars = (groups.length === 2 ? groups : [[...sizes.keys()]]).map((group, index) => ({
        name: groups.length === 2 ? `group ${index + 1}` : "all numbers",
        parts: list(group)
            .map((name) => ({ name: text(name), size: sizes.get(text(name)) ?? 0 }))
            .sort((a, b) => b.size - a.size),
    }));
    const sums = bars.map((bar) => d3.sum(bar.parts, (part) => part.size));
    return [
        section(
            groups.length === 2 ? "The two groups" : "The numbers",
            stacked(bars, "sum"),
            table(
                "Groups",
                [
                    { head: "Group", cell: ([bar]) => bar.name },
                    { head: "Sum", number: true, cell: ([, sum]) => show(sum, 10) },
                    {
                        head: "Numbers",
                        cell: ([bar]) =>
                            bar.parts
                                .map((part) => part.name)
                                .slice(0, 60)
                                .join(", "),
                    },
                ],
                bars.map((bar, index) => [bar, sums[index]]),
            ),
        ),
    ];
}

/** One bar for each: its parts side by side, its limit as a line. */
function stacked(bars, unit) {
    const total = (bar) => d3.sum(bar.parts, (part) => part.size);
    const largest = d3.max(bars, (bar) => Math.max(total(bar), bar.limit ?? 0)) || 1;
    const words = bars
        .map((bar) => `${bar.name}: ${show(total(bar))}${bar.limit === undefined ? "" : ` of ${show(bar.limit)}`}`)
        .join(", ");
    const draw = (svg, width) => {
        const left = 96;
        const x = d3.scaleLinear([0, largest], [left, width - 16]);
        bars.forEach((bar, row) => {
            const group = svg.append("g").attr("transform", `translate(0,${row * 58 + 20})`);
            group
                .append("text")
                .attr("class", "label")
                .attr("x", left - 10)
                .attr("y", 21)
                .attr("text-anchor", "end")
                .text(bar.name);
            if (bar.limit !== undefined) {
                group
                    .append("rect")
                    .attr("class", "room")
                    .attr("x", left)
                    .attr("width", Math.max(0, x(bar.limit) - left))
                    .attr("height", 34)
                    .attr("rx", 3);
            }
            let from = 0;
            const placed = bar.parts.map((part) => ({ ...part, from, to: (from += part.size) }));
            const part = group.selectAll("g.piece").data(placed).join("g").attr("class", "piece");
            part.append("rect")
                .attr("class", (datum) => (bar.limit !== undefined && datum.to > bar.limit ? "part over" : "part"))
                .attr("x", (datum) => x(datum.from))
                .attr("width", (datum) => Math.max(0.5, x(datum.to) - x(datum.from) - 1))
                .attr("height", 34)
                .attr("rx", 2);
            part.filter((datum) => x(datum.to) - x(datum.from) > String(datum.name).length * 7.5 + 6)
                .append("text")
                .attr("class", "part-name")
                .attr("x", (datum) => (x(datum.from) + x(datum.to)) / 2)
                .attr("y", 21)
                .text((datum) => datum.name);
            hover(part, (datum) => `${datum.name}\n${unit} ${show(datum.size)}${datum.more ? `\n${datum.more}` : ""}`);
            if (bar.limit !== undefined) {
                group
                    .append("line")
                    .attr("class", "limit")
                    .attr("x1", x(bar.limit))
                    .attr("x2", x(bar.limit))
                    .attr("y1", -6)
                    .attr("y2", 40);
            }
            group
                .append("text")
                .attr("class", "label")
                .attr("x", left)
                .attr("y", -5)
                .text(`${show(total(bar), 8)}${bar.limit === undefined ? "" : ` of ${show(bar.limit)}`}`);
        });
    };
    return figure(`${words}.`, chart(words, bars.length * 58 + 8, draw));
}
