// SPDX-License-Identifier: Apache-2.0
import { axes, chart, d3, figure, hover, legend, padded } from "./chart.js";
import { choice, el, facts, notice, replace, section, table } from "./dom.js";
import { prettyName } from "./names.js";
import { outcomesOf } from "./outcomes.js";
import { errorScale, isMaximised, objectiveName, objectiveOf } from "./run.js";
import { at, list, number, numbers, plural, show, showPercent, showWithError, text } from "./values.js";

const CHOICES = [10, 20, 50];

export function drawResult(panel, run) {
    const evaluations = list(at(run, "result", "evaluations"));
    if (evaluations.length === 0) {
        panel.append(notice("info", "There is no result yet: no job of this run has been collected."));
        return;
    }
    const body = el("div");
    if (evaluations.length > 1) {
        const select = el(
            "select",
            { onchange: () => draw(Number(select.value)) },
            evaluations.map((evaluation, index) =>
                el("option", { value: index }, `${index + 1}: ${show(number(at(evaluation, "expectation")), 6)}`),
            ),
        );
        panel.append(el("label", { class: "which" }, `${evaluations.length} evaluations in the last job: `, select));
    }
    panel.append(body);
    const draw = (index) =>
        replace(body, drawEvaluation(run, evaluations[index], list(at(run, "request", "bindings"))[index]));
    draw(0);
}

function drawEvaluation(run, evaluation, binding) {
    const outcomes = outcomesOf(run, evaluation);
    return [
        section("Expectation", expectation(run, evaluation, binding, outcomes)),
        outcomes
            ? [section("Outcomes", histogram(run, outcomes)), spread(run, evaluation, outcomes)]
            : notice("info", "The last job gave no outcomes, only an expectation."),
        gradient(run, evaluation),
    ];
}

function expectation(run, evaluation, binding, outcomes) {
    const value = number(at(evaluation, "expectation"));
    const error = number(at(evaluation, "standardError"));
    const parameters = list(at(run, "program", "parameters"));
    return facts([
        ["Expectation", value === undefined ? "not asked for" : showWithError(value, error)],
        [
            `As ${objectiveName(run)}`,
            value !== undefined && at(run, "encoding")
                ? showWithError(objectiveOf(run)(value), error === undefined ? undefined : error * errorScale(run))
                : undefined,
        ],
        [
            "Measured",
            outcomes &&
                (outcomes.exact
                    ? "exact probabilities"
                    : `${plural(outcomes.shots, "shot")}, ${plural(outcomes.all.length, "different outcome")}`),
        ],
        ["Best outcome", outcomes?.best && `${shortBits(outcomes.best.bits)}: ${show(outcomes.best.objective, 6)}`],
        [
            "Parameters",
            numbers(binding)
                .map((angle, index) => `${prettyName(text(parameters[index]) ?? `${index}`)} = ${show(angle, 5)}`)
                .join(", "),
        ],
        ["Status", text(at(run, "result", "status"))],
    ]);
}

function shortBits(bits) {
    return bits.length <= 44 ? bits : `${bits.slice(0, 20)}…${bits.slice(-20)}`;
}

function histogram(run, outcomes) {
    const state = { most: 20, order: "likely" };
    const place = el("div");
    const draw = () => replace(place, bars(run, outcomes, state));
    const tools = el(
        "div",
        { class: "tools" },
        choice(
            "Order",
            [
                ["likely", "most likely first"],
                ["value", "by bitstring"],
                ...(outcomes.best ? [["objective", `best ${objectiveName(run)} first`]] : []),
            ],
            state.order,
            (order) => {
                state.order = order;
                draw();
            },
        ),
        choice(
            "Show",
            CHOICES.map((most) => [most, String(most)]),
            state.most,
            (most) => {
                state.most = most;
                draw();
            },
        ),
    );
    draw();
    return [tools, place];
}

function bars(run, outcomes, state) {
    const shown = outcomes.top(state.most, state.order);
    const rest = outcomes.all.length - shown.length;
    const restShare = Math.max(0, 1 - d3.sum(shown, (outcome) => outcome.share));
    const rows =
        rest > 0 || (outcomes.exact && restShare > 1e-6)
            ? [...shown, { bits: rest > 0 ? `${show(rest)} others` : "others", share: restShare, rest: true }]
            : shown;
    const bitsWidth = Math.min(260, Math.max(72, d3.max(rows, (row) => shortBits(row.bits).length) * 7.4 + 12));
    const words = `Histogram. Most likely: ${shown
        .slice(0, 5)
        .map((outcome) => `${outcome.bits} ${showPercent(outcome.share)}`)
        .join(", ")}.`;
    const rowHeight = 22;
    const draw = (svg, width, height) => {
        const margin = { left: bitsWidth, right: 70, top: 4, bottom: 26 };
        // The others together would dwarf what is shown: they are a number, not a bar.
        const largest = d3.max(shown, (row) => row.share + (row.error ?? 0)) || 1;
        const x = d3.scaleLinear([0, largest], [margin.left, width - margin.right]).nice(3);
        svg.append("g")
            .attr("class", "axis grid")
            .attr("transform", `translate(0,${height - margin.bottom})`)
            .call(
                d3
                    .axisBottom(x)
                    .ticks(Math.max(2, Math.min(6, (width - margin.left) / 110)))
                    .tickSize(-(height - margin.bottom - margin.top))
                    .tickFormat((share) => `${show(share * 100, 3)} %`),
            );
        const row = svg
            .selectAll("g.row")
            .data(rows)
            .join("g")
            .attr("class", "row")
            .attr("transform", (_, index) => `translate(0,${margin.top + index * rowHeight})`);
        row.append("rect").attr("class", "catch").attr("width", width).attr("height", rowHeight);
        row.append("text")
            .attr("class", (datum) => (datum.rest ? "rest" : "bits"))
            .attr("x", margin.left - 8)
            .attr("y", 15)
            .attr("text-anchor", "end")
            .text((datum) => shortBits(datum.bits));
        row.filter((datum) => !datum.rest)
            .append("rect")
            .attr("class", (datum) => `bar ${barClass(datum)}`)
            .attr("x", margin.left)
            .attr("y", 4)
            .attr("height", rowHeight - 8)
            .attr("rx", 2)
            .attr("width", (datum) => Math.max(1, x(datum.share) - margin.left));
        row.filter((datum) => datum.error > 0)
            .append("line")
            .attr("class", "error")
            .attr("y1", 11)
            .attr("y2", 11)
            .attr("x1", (datum) => x(Math.max(0, datum.share - datum.error)))
            .attr("x2", (datum) => x(datum.share + datum.error));
        row.append("text")
            .attr("class", "value")
            .attr("x", (datum) => (datum.rest ? margin.left + 4 : x(datum.share + (datum.error ?? 0)) + 6))
            .attr("y", 15)
            .text((datum) => showPercent(datum.share) + (datum.rest ? " together" : ""));
        hover(row, (datum) => describe(run, datum));
    };
    const marks = [["bar", "outcome"]];
    if (outcomes.best) {
        marks.push(["bar best", `best ${objectiveName(run)} measured`]);
    }
    if (outcomes.someInfeasible) {
        marks.push(["bar infeasible", "breaks a constraint"]);
    }
    return [
        figure(
            [
                `Bits from right to left: the rightmost character is c[0], qubit 0${variableWords(run)}.`,
                outcomes.exact ? "" : " Whiskers: one standard error of the share.",
            ],
            chart(words, rows.length * rowHeight + 32, draw),
        ),
        legend(marks),
        el(
            "details",
            {},
            el("summary", {}, "As a table"),
            table(
                "Outcomes",
                [
                    { head: "Bits c[n-1]…c[0]", cell: (outcome) => el("code", {}, outcome.bits) },
                    ...(outcomes.exact
                        ? []
                        : [{ head: "Count", number: true, cell: (outcome) => show(outcome.count) }]),
                    { head: "Probability", number: true, cell: (outcome) => showPercent(outcome.share) },
                    ...(outcomes.best
                        ? [{ head: objectiveName(run), number: true, cell: (outcome) => show(outcome.objective, 6) }]
                        : []),
                ],
                outcomes.top(1000, state.order),
                100,
            ),
        ),
    ];
}

function barClass(outcome) {
    return outcome.isBest ? "best" : outcome.feasible === false ? "infeasible" : "";
}

function variableWords(run) {
    const first = text(list(at(run, "encoding", "variables"))[0]);
    return first === undefined ? "" : `, variable “${first}”`;
}

function describe(run, outcome) {
    if (outcome.rest) {
        return `${outcome.bits}\n${showPercent(outcome.share)} together`;
    }
    return [
        outcome.bits,
        outcome.count === undefined
            ? showPercent(outcome.share)
            : `${plural(outcome.count, "time")}, ${showPercent(outcome.share)}${outcome.error > 0 ? ` ± ${showPercent(outcome.error)}` : ""}`,
        outcome.objective === undefined ? "" : `${objectiveName(run)} ${show(outcome.objective, 6)}`,
        outcome.feasible === false ? "breaks a constraint" : "",
    ]
        .filter(Boolean)
        .join("\n");
}

/** How the objective is spread over the shots: whether the best one was luck. */
function spread(run, evaluation, outcomes) {
    const known = outcomes.all.filter((outcome) => outcome.objective !== undefined);
    if (known.length < 2) {
        return undefined;
    }
    const objective = objectiveOf(run);
    const mean = number(at(evaluation, "expectation"));
    const answer = number(at(run, "solution", "objective"));
    const [low, high] = d3.extent(known, (outcome) => outcome.objective);
    const bins = d3
        .bin()
        .value((outcome) => outcome.objective)
        .domain([low, high])
        .thresholds(Math.min(40, Math.max(5, known.length)))(known);
    const share = (bin) => d3.sum(bin, (outcome) => outcome.share);
    const draw = (svg, width, height) => {
        const margin = { left: 48, right: 16, top: 22, bottom: 38 };
        const x = d3.scaleLinear(padded([low, high], 0.03), [margin.left, width - margin.right]);
        const y = d3.scaleLinear([0, d3.max(bins, share) || 1], [height - margin.bottom, margin.top]).nice();
        axes(svg, { x, y, width, height, margin, xLabel: objectiveName(run), yLabel: "share of the shots, %" });
        svg.selectAll(".axis.grid .tick text").text((value) => show(value * 100, 3));
        const bar = svg
            .append("g")
            .selectAll("rect")
            .data(bins)
            .join("rect")
            .attr("class", "bar")
            .attr("x", (bin) => x(bin.x0) + 0.5)
            .attr("width", (bin) => Math.max(1, x(bin.x1) - x(bin.x0) - 1))
            .attr("y", (bin) => y(share(bin)))
            .attr("height", (bin) => y(0) - y(share(bin)));
        hover(
            bar,
            (bin) => `${objectiveName(run)} ${show(bin.x0, 5)} to ${show(bin.x1, 5)}\n${showPercent(share(bin))}`,
        );
        marker(svg, x, mean === undefined ? undefined : objective(mean), "mean", "expectation", height, margin);
        marker(svg, x, answer, "best", "answer", height, margin);
    };
    const direction = isMaximised(run) ? "right" : "left";
    return section(
        `How good the ${outcomes.exact ? "outcomes" : "shots"} were`,
        figure(
            `The ${objectiveName(run)} of each outcome, weighted by how often it came. Better is to the ${direction}.`,
            chart(`Distribution of the ${objectiveName(run)} between ${show(low)} and ${show(high)}.`, 240, draw),
        ),
    );
}

function marker(svg, x, value, kind, words, height, margin) {
    const [low, high] = x.domain();
    if (value === undefined || value < low || value > high) {
        return;
    }
    const end = x(value) > (x.range()[0] + x.range()[1]) / 2;
    svg.append("line")
        .attr("class", `marker ${kind}`)
        .attr("x1", x(value))
        .attr("x2", x(value))
        .attr("y1", margin.top - 8)
        .attr("y2", height - margin.bottom);
    svg.append("text")
        .attr("class", `label ${kind}`)
        .attr("x", x(value) + (end ? -4 : 4))
        .attr("y", kind === "best" ? 12 : 24)
        .attr("text-anchor", end ? "end" : "start")
        .text(`${words} ${show(value, 5)}`);
}

function gradient(run, evaluation) {
    const slopes = numbers(at(evaluation, "gradient"));
    const names = list(at(run, "program", "parameters"));
    return (
        slopes.length > 0 &&
        section(
            "Gradient",
            table(
                "Derivative of the expectation by each parameter",
                [
                    { head: "Parameter", cell: ([name]) => name },
                    { head: "Slope", number: true, cell: ([, slope]) => show(slope, 6) },
                ],
                slopes.map((slope, index) => [text(names[index]) ?? String(index), slope]),
            ),
        )
    );
}
