// SPDX-License-Identifier: Apache-2.0
// The problem and its answer in the problem's own words: a drawing where we know the kind, a table in any case.
import { drawGraph } from "./answer-graph.js";
import { drawGantt } from "./answer-gantt.js";
import { drawMatrices } from "./answer-heatmap.js";
import { drawMolecule } from "./answer-molecule.js";
import { drawKnapsack, drawPartition } from "./answer-packing.js";
import { drawPortfolio } from "./answer-portfolio.js";
import { drawTour } from "./answer-tour.js";
import { el, facts, notice, section, table } from "./dom.js";
import { goalOf, sizeOf, typeName } from "./problem-words.js";
import { objectiveName, problemType, roadName } from "./run.js";
import { at, isObject, list, members, number, show, text } from "./values.js";

/**
 * Each gives a list of sections, or nothing where the document does not hold what it needs. The first that gives
 * something is taken.
 */
const DRAWINGS = [drawTour, drawKnapsack, drawPartition, drawPortfolio, drawGantt, drawMolecule, drawGraph];

export function drawAnswer(panel, run) {
    const problem = at(run, "problem");
    if (!isObject(problem)) {
        panel.append(
            notice(
                "info",
                isObject(at(run, "program"))
                    ? "This run is a bare circuit: there is no problem behind it. The tab Result shows what was measured."
                    : "The document holds no problem.",
            ),
        );
        return;
    }
    if (at(run, "solution", "feasible") === false) {
        const violations = list(at(run, "solution", "violations"))
            .map(text)
            .filter(Boolean);
        panel.append(
            notice(
                "warning",
                "This answer breaks a constraint of the problem",
                violations.length > 0 ? ": " : ".",
                violations.slice(0, 20).join("; "),
            ),
        );
    }
    panel.append(section(at(run, "solution") ? "The answer" : "The problem", summary(run)));
    for (const draw of DRAWINGS) {
        const drawn = draw(run);
        if (drawn && drawn.length > 0) {
            panel.append(...drawn);
            break;
        }
    }
    panel.append(...drawMatrices(run), ...[inWords(run), assignment(run), given(problem)].filter(Boolean));
}

function summary(run) {
    const solution = at(run, "solution");
    return facts([
        ["Kind", typeName(run)],
        ["Size", sizeOf(run)],
        ["Goal", problemType(run) && goalOf(run)],
        [
            `${objectiveName(run)[0].toUpperCase()}${objectiveName(run).slice(1)}`,
            isObject(solution) ? show(at(solution, "objective"), 8) : "no answer yet",
        ],
        ["Feasible", isObject(solution) ? (at(solution, "feasible") === false ? "no" : "yes") : undefined],
        ["By", roadName(text(at(solution, "source")))],
        ["Why", text(at(solution, "reason"))],
    ]);
}

/** What the answer says in the words of its kind of problem. */
function inWords(run) {
    const said = members(at(run, "solution", "answer"));
    const plain = said
        .filter(
            ([, value]) => !isObject(value) && !list(value).some((item) => item !== null && typeof item === "object"),
        )
        .map(([name, value]) => [name, cell(value)]);
    const maps = said.filter(
        ([, value]) =>
            isObject(value) && members(value).every(([, inner]) => inner === null || typeof inner !== "object"),
    );
    if (plain.length === 0 && maps.length === 0) {
        return undefined;
    }
    return section(
        "In the problem's own words",
        facts(plain),
        maps.map(([name, value]) =>
            table(
                name,
                [
                    { head: "Name", cell: ([key]) => key },
                    { head: name, cell: ([, inner]) => cell(inner) },
                ],
                members(value),
                40,
            ),
        ),
    );
}

/** Every variable by name; whatever else the answer holds beside it. */
function assignment(run) {
    const values = members(at(run, "solution", "assignment"));
    if (values.length === 0) {
        return undefined;
    }
    const names = problemType(run) === "maxcut" ? ["one side", "other side"] : undefined;
    return section(
        "Every variable",
        table(
            "The value of each variable",
            [
                { head: "Name", cell: ([name]) => name },
                {
                    head: "Value",
                    number: true,
                    cell: ([, value]) => (number(value) === undefined ? (JSON.stringify(value) ?? "") : show(value)),
                },
                ...(names ? [{ head: "Side", cell: ([, value]) => names[number(value)] ?? "–" }] : []),
                ...(problemType(run) === "ising"
                    ? [{ head: "Spin", number: true, cell: ([, value]) => (number(value) === 1 ? "−1" : "+1") }]
                    : []),
            ],
            values,
            40,
        ),
    );
}

/** The problem as it was given: its plain members, and its lists as tables. */
function given(problem) {
    const plain = members(problem)
        .filter(([, value]) => value === null || typeof value !== "object")
        .map(([name, value]) => [name, String(value)]);
    const lists = members(problem)
        .filter(([, value]) => Array.isArray(value) && value.length > 0)
        .slice(0, 8);
    return section(
        "As it was given",
        facts(plain),
        lists.map(([name, rows]) =>
            el("details", {}, el("summary", {}, `${name} (${show(rows.length)})`), listTable(name, rows)),
        ),
    );
}

function listTable(name, rows) {
    const first = rows.find(isObject);
    if (!first) {
        return table(
            name,
            [
                { head: "#", number: true, cell: ([index]) => show(index) },
                { head: name, cell: ([, value]) => cell(value) },
            ],
            rows.map((value, index) => [index, value]),
        );
    }
    const columns = [...new Set(rows.slice(0, 50).flatMap((row) => (isObject(row) ? Object.keys(row) : [])))].slice(
        0,
        8,
    );
    return table(
        name,
        columns.map((column) => ({
            head: column,
            number: number(at(first, column)) !== undefined,
            cell: (row) => cell(at(row, column)),
        })),
        rows,
    );
}

function cell(value) {
    if (number(value) !== undefined) {
        return show(value, 6);
    }
    if (list(value).length > 0) {
        return (
            value
                .slice(0, 40)
                .map((item) => (number(item) === undefined ? (text(item) ?? "…") : show(item)))
                .join(", ") + (value.length > 40 ? " …" : "")
        );
    }
    return text(value) ?? (value === undefined ? "–" : isObject(value) ? "{…}" : String(value));
}
