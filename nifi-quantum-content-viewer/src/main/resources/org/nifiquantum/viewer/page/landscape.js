// SPDX-License-Identifier: Apache-2.0
// What the optimiser saw of its landscape: two parameters as a map, coloured by value, with the way it took.
import { axes, chart, d3, figure, hover, legend, padded } from "./chart.js";
import { el, replace, section } from "./dom.js";
import { prettyName } from "./names.js";
import { isMaximised, objectiveName } from "./run.js";
import { show } from "./values.js";

/** A section, or undefined where there are not two parameters and a few points. */
export function drawLandscape(run, past, names) {
    const points = past.evaluations.filter((evaluation) => evaluation.parameters.length >= 2);
    const count = points[0]?.parameters.length ?? 0;
    if (points.length < 4 || points.some((point) => point.parameters.length !== count)) {
        return undefined;
    }
    const place = el("div");
    const state = { across: 0, up: count === 2 ? 1 : Math.floor(count / 2) };
    const draw = () =>
        replace(
            place,
            map(run, points, state, (index) => prettyName(names[index] ?? `parameter ${index}`)),
        );
    draw();
    return section("Landscape", count > 2 && chooser(count, names, state, draw), place);
}

function chooser(count, names, state, draw) {
    const select = (axis, label) => {
        const box = el(
            "select",
            {
                onchange: () => {
                    state[axis] = Number(box.value);
                    draw();
                },
            },
            d3
                .range(count)
                .map((index) =>
                    el(
                        "option",
                        { value: index, selected: index === state[axis] },
                        prettyName(names[index] ?? `parameter ${index}`),
                    ),
                ),
        );
        return el("label", {}, label, box);
    };
    return el("div", { class: "tools" }, select("across", "Across "), select("up", "Up "));
}

function map(run, points, { across, up }, label) {
    const horizontal = (point) => point.parameters[across];
    const vertical = (point) => point.parameters[up];
    const values = d3.extent(points, (point) => point.value);
    const shade = d3.scaleSequential(isMaximised(run) ? values : [values[1], values[0]], d3.interpolateViridis);
    const best = points[d3.maxIndex(points, (point) => (isMaximised(run) ? point.value : -point.value))];
    const cells = points[0].parameters.length === 2;
    const draw = (svg, width, height) => {
        const margin = { left: 56, right: 18, top: 26, bottom: 38 };
        const x = d3.scaleLinear(padded(d3.extent(points, horizontal)), [margin.left, width - margin.right]);
        const y = d3.scaleLinear(padded(d3.extent(points, vertical)), [height - margin.bottom, margin.top]);
        if (cells) {
            const voronoi = d3.Delaunay.from(
                points,
                (point) => x(horizontal(point)),
                (point) => y(vertical(point)),
            ).voronoi([margin.left, margin.top, width - margin.right, height - margin.bottom]);
            svg.append("g")
                .attr("class", "cells")
                .selectAll("path")
                .data(points)
                .join("path")
                .attr("d", (_, index) => voronoi.renderCell(index))
                .attr("fill", (point) => shade(point.value));
        }
        axes(svg, { x, y, width, height, margin, xLabel: `${label(across)}, rad`, yLabel: `${label(up)}, rad` });
        svg.append("path")
            .attr("class", "way")
            .attr(
                "d",
                d3.line(
                    (point) => x(horizontal(point)),
                    (point) => y(vertical(point)),
                )(points),
            );
        const dots = svg
            .append("g")
            .selectAll("circle")
            .data(points)
            .join("circle")
            .attr("class", "place")
            .attr("r", 4)
            .attr("cx", (point) => x(horizontal(point)))
            .attr("cy", (point) => y(vertical(point)))
            .attr("fill", (point) => shade(point.value));
        hover(
            dots,
            (point) =>
                `evaluation ${point.index}\n${label(across)} ${show(horizontal(point), 5)}\n${label(up)} ${show(vertical(point), 5)}\n${objectiveName(run)} ${show(point.value, 6)}`,
        );
        svg.append("circle")
            .attr("class", "goal")
            .attr("r", 8)
            .attr("cx", x(horizontal(best)))
            .attr("cy", y(vertical(best)));
        svg.append("path")
            .attr("class", "goal start")
            .attr("d", d3.symbol(d3.symbolSquare, 130)())
            .attr("transform", `translate(${x(horizontal(points[0]))},${y(vertical(points[0]))})`);
    };
    return [
        figure(
            `${cells ? "Each cell has the colour of the evaluation in it" : "Two of the parameters; the others changed as well"}: dark is worst, ${show(isMaximised(run) ? values[0] : values[1], 5)}, yellow is best, ${show(isMaximised(run) ? values[1] : values[0], 5)}. The line is the optimiser's way.`,
            chart(
                `The optimiser's way through ${label(across)} and ${label(up)}; the best value was at ${show(horizontal(best), 4)}, ${show(vertical(best), 4)}.`,
                360,
                draw,
            ),
        ),
        legend([
            ["goal start", "start"],
            ["goal", "best"],
        ]),
    ];
}
