// SPDX-License-Identifier: Apache-2.0
import { axes, chart, d3, figure, hover, legend, padded } from "./chart.js";
import { choice, el, facts, notice, replace, section, table } from "./dom.js";
import { drawLandscape } from "./landscape.js";
import { prettyName } from "./names.js";
import { history, isMaximised, objectiveOf, stopReason, valueName } from "./run.js";
import { references } from "./references.js";
import { at, isObject, list, members, number, numbers, plural, show, showWithError, text } from "./values.js";

/** Whiskers of more points than this would only be a blur. */
const MOST_WHISKERS = 150;

export function drawOptimization(panel, run) {
    const past = history(run);
    if (past.evaluations.length === 0) {
        panel.append(
            notice(
                "info",
                isObject(at(run, "optimization"))
                    ? "The optimiser has not collected an evaluation yet."
                    : "This run has no optimiser: its circuit was run as it is.",
            ),
        );
        return;
    }
    const names = list(at(run, "program", "parameters")).map((name) => text(name) ?? "?");
    panel.append(
        section("Convergence", convergence(run, past), summary(run, past)),
        section("Parameters", paths(past, names)),
        drawLandscape(run, past, names),
        section(
            "Evaluations",
            table(
                "All evaluations, in order",
                [
                    { head: "#", number: true, cell: (evaluation) => show(evaluation.index) },
                    {
                        head: `${valueName(run)[0].toUpperCase()}${valueName(run).slice(1)}`,
                        number: true,
                        cell: (evaluation) => showWithError(evaluation.value, evaluation.error),
                    },
                    { head: "Best so far", number: true, cell: (evaluation) => show(evaluation.best, 6) },
                    {
                        head: "Parameters",
                        cell: (evaluation) => evaluation.parameters.map((value) => show(value, 4)).join(", "),
                    },
                ],
                past.evaluations,
                25,
            ),
        ),
    );
}

function summary(run, past) {
    const optimization = at(run, "optimization");
    const settings = at(optimization, "settings");
    const sample = at(optimization, "best", "sample");
    const energy = number(at(sample, "energy"));
    return [
        stopReason(run)
            ? el("p", { class: "reason" }, el("b", {}, "Why it stopped: "), stopReason(run))
            : notice("info", "The optimiser has not stopped: the run is under way."),
        facts([
            ["Optimiser", text(at(optimization, "optimizer"))],
            [
                "Evaluations",
                `${show(past.evaluations.length)}${number(at(settings, "maximumEvaluations")) ? ` of at most ${show(at(settings, "maximumEvaluations"))}` : ""}`,
            ],
            ["First", show(past.evaluations[0].value, 6)],
            ["Best", show(past.best, 6)],
            [
                "Best sample",
                energy === undefined
                    ? undefined
                    : `${show(objectiveOf(run)(energy), 6)}, first seen in iteration ${show(at(sample, "batch"))}`,
            ],
            [
                "At",
                numbers(at(optimization, "best", "parameters"))
                    .map((value) => show(value, 4))
                    .join(", "),
            ],
            ...members(settings)
                .filter(
                    ([name, value]) => name !== "start" && name !== "maximumEvaluations" && typeof value !== "object",
                )
                .map(([name, value]) => [words(name), typeof value === "number" ? show(value) : String(value)]),
        ]),
    ];
}

function words(name) {
    const spaced = name.replace(/([A-Z])/g, " $1").toLowerCase();
    return spaced[0].toUpperCase() + spaced.slice(1);
}

/** With the values it is held against, or close by: far lines flatten the curve. */
function convergence(run, past) {
    const lines = references(run);
    const place = el("div");
    const draw = (near) => replace(place, convergenceChart(run, past, near ? [] : lines));
    draw(false);
    return [
        lines.length > 0 &&
            el(
                "div",
                { class: "tools" },
                choice(
                    "Scale",
                    [
                        [false, "with references"],
                        [true, "evaluations only"],
                    ],
                    false,
                    draw,
                ),
            ),
        place,
    ];
}

function convergenceChart(run, past, lines) {
    const all = past.evaluations;
    const whiskers = all.length <= MOST_WHISKERS;
    const inTheRange = lines.map((line) => line.value);
    const draw = (svg, width, height) => {
        const margin = { left: 56, right: 18, top: 26, bottom: 38 };
        const lowest = (evaluation) => evaluation.value - (whiskers ? (evaluation.error ?? 0) : 0);
        const highest = (evaluation) => evaluation.value + (whiskers ? (evaluation.error ?? 0) : 0);
        const x = d3.scaleLinear([0.5, all.length + 0.5], [margin.left, width - margin.right]);
        const y = d3.scaleLinear(
            padded([Math.min(d3.min(all, lowest), ...inTheRange), Math.max(d3.max(all, highest), ...inTheRange)]),
            [height - margin.bottom, margin.top],
        );
        axes(svg, {
            x,
            y,
            width,
            height,
            margin,
            xLabel: "evaluation",
            yLabel: valueName(run),
            xFormat: (value) => (Number.isInteger(value) ? show(value) : ""),
        });
        for (const line of lines) {
            svg.append("line")
                .attr("class", `reference ${line.kind}`)
                .attr("x1", margin.left)
                .attr("x2", width - margin.right)
                .attr("y1", y(line.value))
                .attr("y2", y(line.value));
        }
        labelReferences(svg, lines, y, width - margin.right, height);
        if (whiskers) {
            svg.append("g")
                .selectAll("line")
                .data(all.filter((evaluation) => evaluation.error > 0))
                .join("line")
                .attr("class", "error")
                .attr("x1", (evaluation) => x(evaluation.index))
                .attr("x2", (evaluation) => x(evaluation.index))
                .attr("y1", (evaluation) => y(lowest(evaluation)))
                .attr("y2", (evaluation) => y(highest(evaluation)));
        }
        svg.append("path")
            .attr("class", "line best")
            .attr(
                "d",
                d3
                    .line(
                        (evaluation) => x(evaluation.index),
                        (evaluation) => y(evaluation.best),
                    )
                    .curve(d3.curveStepAfter)(all),
            );
        const dots = svg
            .append("g")
            .selectAll("circle")
            .data(all)
            .join("circle")
            .attr("class", "dot")
            .attr("r", all.length > 200 ? 2 : 3.2)
            .attr("cx", (evaluation) => x(evaluation.index))
            .attr("cy", (evaluation) => y(evaluation.value));
        hover(
            dots,
            (evaluation) =>
                `evaluation ${evaluation.index}\n${showWithError(evaluation.value, evaluation.error)}\nbest so far ${show(evaluation.best, 6)}`,
        );
    };
    const direction = isMaximised(run) ? "Higher" : "Lower";
    return [
        figure(
            `${direction} is better.${whiskers && all.some((evaluation) => evaluation.error > 0) ? " Whiskers: one standard error." : ""}`,
            chart(
                `The ${valueName(run)} went from ${show(all[0].value, 6)} to ${show(past.best, 6)} in ${plural(all.length, "evaluation")}.${lines.map((line) => ` ${line.words}: ${show(line.value, 6)}.`).join("")}`,
                320,
                draw,
            ),
        ),
        legend([
            ["dot", "evaluation"],
            ["line best", "best so far"],
            ...lines.map((line) => [`reference ${line.kind}`, line.words]),
        ]),
    ];
}

/** Names of lines that lie close to each other are moved apart. */
function labelReferences(svg, lines, y, right, height) {
    let last = -Infinity;
    for (const line of [...lines].sort((a, b) => y(a.value) - y(b.value))) {
        const top = Math.min(height - 44, Math.max(y(line.value) - 5, last + 13));
        last = top;
        svg.append("text")
            .attr("class", `label ${line.kind}`)
            .attr("x", right)
            .attr("y", top)
            .attr("text-anchor", "end")
            .text(`${line.words} ${show(line.value, 6)}`);
    }
}

/** Each parameter's way, in small charts of one scale: lines of twenty parameters in one chart cannot be told apart. */
function paths(past, names) {
    const all = past.evaluations.filter((evaluation) => evaluation.parameters.length > 0);
    const count = d3.max(all, (evaluation) => evaluation.parameters.length) ?? 0;
    if (count === 0) {
        return el("p", { class: "quiet" }, "The evaluations name no parameters.");
    }
    const box = el("div", { class: "multiples" });
    const most = 24;
    const extent = d3.extent(all.flatMap((evaluation) => evaluation.parameters));
    const fill = (upTo) =>
        replace(
            box,
            d3.range(Math.min(count, upTo)).map((index) => path(all, index, names[index], extent)),
        );
    fill(most);
    const more =
        count > most &&
        el(
            "button",
            {
                type: "button",
                class: "more",
                onclick: (event) => {
                    fill(count);
                    event.target.remove();
                },
            },
            `Show all ${count}`,
        );
    return [box, more, el("p", { class: "quiet" }, "Angles in radians, by evaluation; all on the same scale.")];
}

function path(all, index, name, extent) {
    const points = all.filter((evaluation) => evaluation.parameters[index] !== undefined);
    const label = prettyName(name ?? `parameter ${index}`);
    const last = points[points.length - 1]?.parameters[index];
    const draw = (svg, width, height) => {
        const margin = { left: 40, right: 8, top: 8, bottom: 18 };
        const x = d3.scaleLinear([1, Math.max(2, points.length)], [margin.left, width - margin.right]);
        const y = d3.scaleLinear(padded(extent), [height - margin.bottom, margin.top]);
        axes(svg, { x, y, width, height, margin, xTicks: 3, yTicks: 3 });
        svg.append("path")
            .attr("class", "line current")
            .attr(
                "d",
                d3.line(
                    (_, step) => x(step + 1),
                    (evaluation) => y(evaluation.parameters[index]),
                )(points),
            );
        svg.append("circle").attr("class", "dot end").attr("r", 3).attr("cx", x(points.length)).attr("cy", y(last));
    };
    return figure(
        [el("b", {}, label), ` ends at ${show(last, 4)}`],
        chart(`${label} from ${show(points[0]?.parameters[index], 4)} to ${show(last, 4)}.`, 110, draw),
    );
}
