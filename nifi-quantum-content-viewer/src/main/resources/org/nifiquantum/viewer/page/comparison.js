// SPDX-License-Identifier: Apache-2.0
// Quantum beside classical, without flattery.
import { chart, d3, figure, hover, legend, padded } from "./chart.js";
import { el, facts, section, table } from "./dom.js";
import { history, isMaximised, objectiveName, objectiveOf, roadName } from "./run.js";
import { at, isObject, members, number, show, showMillis, showMoney, showPercent, text } from "./values.js";

export function drawComparison(panel, run) {
    const rows = contenders(run);
    const comparison = at(run, "comparison");
    panel.append(
        el(
            "div",
            { class: "verdict" },
            verdict(run, rows).map((words) => el("p", {}, words)),
        ),
    );
    if (rows.length > 0) {
        panel.append(section("Quality", quality(run, rows)));
    }
    const attempts = tries(comparison);
    if (attempts.length > 0) {
        panel.append(section("How often the target was reached", successes(attempts)));
    }
    if (isObject(comparison)) {
        panel.append(section("All that was compared", flat(comparison)));
    }
}

/** [{name, kind, value, low?, high?, millis?, cost?}] of all that the document knows of. */
function contenders(run) {
    const rows = [];
    const objective = objectiveOf(run);
    const comparison = at(run, "comparison");
    const best = number(at(run, "optimization", "best", "sample", "energy"));
    const source = text(at(run, "solution", "source"));
    const totals = at(run, "totals");
    const note = (row) => row.value !== undefined && rows.push(row);
    note({ name: "Expectation, best", kind: "quantum", value: history(run).best, ...expectationInterval(run) });
    note({
        name: "Quantum, best sample",
        kind: "quantum",
        value:
            best === undefined
                ? source === "quantum"
                    ? number(at(run, "solution", "objective"))
                    : undefined
                : objective(best),
        millis: source === "quantum" ? number(at(totals, "wallMillis")) : undefined,
        cost: at(totals, "cost"),
    });
    if (source !== undefined && source !== "quantum") {
        note({
            name: `Answer: ${roadName(source)}`,
            kind: "classical",
            value: number(at(run, "solution", "objective")),
            millis: number(at(totals, "decodeMillis")),
        });
    }
    const baseline = at(comparison, "baseline");
    const repetitions = number(at(baseline, "repetitions")) ?? 1;
    note({
        name: `Baseline: ${solverName(baseline)}`,
        kind: "classical",
        value: number(at(baseline, "objective")),
        millis: number(at(baseline, "wallMillis")),
        cost: at(baseline, "cost"),
    });
    if (repetitions > 1) {
        note({
            name: `Baseline, mean of ${show(repetitions)}`,
            kind: "classical",
            value: number(at(baseline, "objectives", "mean")),
            millis: number(at(baseline, "wallMillis")),
            ...interval(at(baseline, "objectives")),
        });
    }
    note({ name: "Best known", kind: "bound", value: number(at(comparison, "bestKnown")) });
    note({ name: "Bound", kind: "bound", value: number(at(run, "solution", "bound")) });
    return rows;
}

function expectationInterval(run) {
    const past = history(run).evaluations;
    const best = past.find((evaluation) => evaluation.value === history(run).best);
    return best?.error > 0 ? { low: best.value - 1.96 * best.error, high: best.value + 1.96 * best.error } : {};
}

function solverName(baseline) {
    return text(at(baseline, "solver")) ?? text(at(baseline, "source")) ?? "classical";
}

/** How often each road reached the target of the comparison: [{name, success}]. */
function tries(comparison) {
    return [
        { name: "A measurement of the last evaluation", success: at(comparison, "answer", "shotSuccess") },
        {
            name: `A repetition of ${solverName(at(comparison, "baseline"))}`,
            success: at(comparison, "baseline", "success"),
        },
    ].filter(({ success }) => number(at(success, "probability")) !== undefined);
}

function successes(attempts) {
    return table(
        "Shares with their 95 % intervals; time until the target is reached with 99 % confidence",
        [
            { head: "", cell: ({ name }) => name },
            { head: "Target", number: true, cell: ({ success }) => show(at(success, "target"), 6) },
            { head: "Trials", number: true, cell: ({ success }) => show(at(success, "trials")) },
            { head: "Reached", number: true, cell: ({ success }) => showPercent(at(success, "probability")) },
            {
                head: "Between",
                number: true,
                cell: ({ success }) => `${showPercent(at(success, "low"))} and ${showPercent(at(success, "high"))}`,
            },
            { head: "Time to 99 %", number: true, cell: ({ success }) => showMillis(at(success, "timeTo99Millis")) },
        ],
        attempts,
    );
}

function interval(value) {
    const low = number(at(value, "low"));
    const high = number(at(value, "high"));
    return low === undefined || high === undefined ? {} : { low, high };
}

const VERDICTS = {
    better: "The answer of this run is better than the classical baseline.",
    equal: "The classical baseline reached the same.",
    worse: "The classical road won: its baseline is better than the answer of this run.",
    undecided: "The difference is inside the noise: neither is better.",
};

/** Says plainly who won, and whether the difference means anything. */
function verdict(run, rows) {
    const told = text(at(run, "comparison", "verdict"));
    if (told !== undefined) {
        return [VERDICTS[told] ?? told, text(at(run, "comparison", "reason"))].filter(Boolean);
    }
    const quantum = rows.find((row) => row.name === "Quantum, best sample");
    const classical = rows.filter((row) => row.kind === "classical");
    const source = text(at(run, "solution", "source"));
    if (source !== undefined && source !== "quantum" && quantum === undefined) {
        return [
            `The classical road gave this answer: ${roadName(source)}. ${text(at(run, "solution", "reason")) ?? ""}`,
        ];
    }
    if (quantum === undefined) {
        return ["There is no quantum answer to compare yet."];
    }
    if (classical.length === 0) {
        return [
            "This run has not been compared with a classical solver, so nothing here says that quantum was better, faster or cheaper.",
            at(run, "solution", "provenOptimal") === true
                ? "The answer is proven optimal: none can be better."
                : "A comparison puts a classical answer found under an equal budget beside it.",
        ];
    }
    return classical.map((row) => against(run, quantum, row));
}

function against(run, quantum, row) {
    const difference = isMaximised(run) ? quantum.value - row.value : row.value - quantum.value;
    const inside = Math.max(spreadOf(quantum), spreadOf(row));
    const size = Math.abs(difference);
    if (size <= 1e-9 * Math.max(1, Math.abs(row.value))) {
        return `Quantum and “${row.name}” reached the same ${objectiveName(run)}.${slower(quantum, row)}`;
    }
    if (size <= inside) {
        return `The difference from “${row.name}”, ${show(size)}, is inside the noise: neither is better.${slower(quantum, row)}`;
    }
    return `${difference > 0 ? "Quantum was better than" : "The classical road won: quantum was worse than"} “${row.name}” by ${show(size)} (${showPercent(size / Math.max(1e-300, Math.abs(row.value)))}).${slower(quantum, row)}`;
}

function spreadOf(row) {
    return row.low === undefined ? 0 : Math.max(row.high - row.value, row.value - row.low);
}

function slower(quantum, row) {
    if (quantum.millis === undefined || row.millis === undefined || row.millis <= 0 || quantum.millis <= 0) {
        return "";
    }
    const ratio = quantum.millis / row.millis;
    return ratio > 1.1
        ? ` Quantum took ${show(ratio, 3)} times as long.`
        : ratio < 0.9
          ? ` Quantum took ${showPercent(ratio)} of the time.`
          : " Both took about as long.";
}

function quality(run, rows) {
    const values = rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value]);
    const narrow = (width) => width < 560;
    const draw = (svg, width, height) => {
        const margin = { left: narrow(width) ? 16 : 190, right: 24, top: 8, bottom: 40 };
        const x = d3.scaleLinear(padded(d3.extent(values), 0.15), [margin.left, width - margin.right]);
        const y = d3
            .scaleBand(
                rows.map((_, index) => index),
                [margin.top, height - margin.bottom],
            )
            .padding(0.3);
        svg.append("g")
            .attr("class", "axis grid")
            .attr("transform", `translate(0,${height - margin.bottom})`)
            .call(
                d3
                    .axisBottom(x)
                    .ticks(5)
                    .tickSize(-(height - margin.bottom - margin.top))
                    .tickFormat((value) => show(value)),
            );
        svg.append("text")
            .attr("class", "label")
            .attr("x", width - margin.right)
            .attr("y", height - 6)
            .attr("text-anchor", "end")
            .text(`${objectiveName(run)}; better is to the ${isMaximised(run) ? "right" : "left"}`);
        const row = svg
            .selectAll("g.contender")
            .data(rows)
            .join("g")
            .attr("class", "contender")
            .attr("transform", (_, index) => `translate(0,${y(index) + y.bandwidth() / 2})`);
        row.append("line")
            .attr("class", "stem")
            .attr("x1", margin.left)
            .attr("x2", width - margin.right);
        row.filter((datum) => datum.low !== undefined)
            .append("line")
            .attr("class", "error wide")
            .attr("x1", (datum) => x(datum.low))
            .attr("x2", (datum) => x(datum.high));
        row.append("path")
            .attr("class", (datum) => `contender-mark ${datum.kind}`)
            .attr("transform", (datum) => `translate(${x(datum.value)},0)`)
            .attr("d", (datum) =>
                d3.symbol(
                    { quantum: d3.symbolCircle, classical: d3.symbolSquare, bound: d3.symbolDiamond }[datum.kind],
                    110,
                )(),
            );
        row.append("text")
            .attr("class", "name")
            .attr("x", narrow(width) ? margin.left : margin.left - 12)
            .attr("y", narrow(width) ? -9 : 4)
            .attr("text-anchor", narrow(width) ? "start" : "end")
            .text((datum) => datum.name);
        hover(
            row,
            (datum) =>
                `${datum.name}\n${show(datum.value, 6)}${datum.low === undefined ? "" : `\n95 %: ${show(datum.low, 5)} to ${show(datum.high, 5)}`}`,
        );
    };
    return [
        figure(
            "Lines: 95 % intervals, where there are any.",
            chart(
                `Quality: ${rows.map((row) => `${row.name} ${show(row.value, 6)}`).join(", ")}.`,
                54 + rows.length * 44,
                draw,
            ),
        ),
        legend([
            ["contender-mark quantum", "quantum"],
            ["contender-mark classical", "classical"],
            ...(rows.some((row) => row.kind === "bound") ? [["contender-mark bound", "bound or best known"]] : []),
        ]),
        table(
            "Side by side",
            [
                { head: "", cell: (row) => row.name },
                { head: objectiveName(run), number: true, cell: (row) => show(row.value, 6) },
                {
                    head: "95 % interval",
                    number: true,
                    cell: (row) => (row.low === undefined ? "–" : `${show(row.low, 5)} to ${show(row.high, 5)}`),
                },
                {
                    head: "Time",
                    number: true,
                    cell: (row) => (row.millis === undefined ? "–" : showMillis(row.millis)),
                },
                { head: "Cost", number: true, cell: (row) => showMoney(row.cost) ?? "–" },
            ],
            rows,
        ),
    ];
}

/** Whatever else the comparison says, down to two levels. */
function flat(comparison) {
    const pairs = [];
    for (const [name, value] of members(comparison)) {
        if (isObject(value)) {
            members(value)
                .filter(([, deeper]) => !isObject(deeper) || showMoney(deeper) !== undefined)
                .forEach(([inner, deeper]) => pairs.push([`${name}: ${inner}`, plain(name + inner, deeper)]));
        } else {
            pairs.push([name, plain(name, value)]);
        }
    }
    return facts(pairs.slice(0, 60));
}

function plain(name, value) {
    if (showMoney(value)) {
        return showMoney(value);
    }
    if (number(value) !== undefined) {
        return /millis/i.test(name) ? showMillis(value) : show(value, 6);
    }
    return isObject(value) || Array.isArray(value)
        ? JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner)).slice(0, 200)
        : String(value);
}
