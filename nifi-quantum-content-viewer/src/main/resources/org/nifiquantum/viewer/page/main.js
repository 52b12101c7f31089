// SPDX-License-Identifier: Apache-2.0
import { drawAnswer } from "./answer.js";
import { drawCircuit } from "./circuit.js";
import { drawComparison } from "./comparison.js";
import { drawDocument, drawText } from "./document.js";
import { add, el, notice, replace } from "./dom.js";
import { readJson } from "./json.js";
import { drawOptimization } from "./optimization.js";
import { drawOverview, header } from "./overview.js";
import { drawResult } from "./result.js";
import { isRun, problemType, versionRemark } from "./run.js";
import { loadShown } from "./source.js";
import { tabs } from "./tabs.js";
import { followTheme } from "./theme.js";
import { at, isObject, list, text } from "./values.js";

document.addEventListener("DOMContentLoaded", async () => {
    followTheme();
    const main = document.getElementById("viewer");
    try {
        show(main, await loadShown());
    } catch (error) {
        replace(
            main,
            el("h1", {}, "There is nothing to show"),
            notice("error", error.message),
            download(error.download),
        );
    }
    main.setAttribute("aria-busy", "false");
    // Read by whoever measures how long people wait.
    performance.mark("drawn");
});

function show(main, shown) {
    const content = shown.content;
    if (content.trim() === "") {
        replace(main, el("h1", {}, "There is nothing to show"), notice("info", "The content is empty."));
    } else if (/^\ufeff?\s*[[{"]/.test(content)) {
        showJson(main, shown);
    } else {
        showCircuit(main, shown);
    }
}

function showCircuit(main, shown) {
    document.title = shown.name || "Circuit";
    const bar = tabs([
        { id: "circuit", label: "Circuit", draw: (panel) => drawCircuit(panel, undefined, shown) },
        { id: "document", label: "Source", draw: (panel) => drawText(panel, shown.content) },
    ]);
    replace(main, el("header", {}, el("h1", {}, shown.name || "OpenQASM circuit")), bar);
    bar.openTab("circuit");
}

function showJson(main, shown) {
    const read = readJson(shown.content);
    const warnings = damageOf(read, shown);
    const runs = list(read.value).filter(isRun);
    if (runs.length > 0) {
        showRuns(main, runs, read, shown, warnings);
    } else if (isRun(read.value)) {
        replace(main, warnings);
        showRun(main, read.value, shown);
    } else {
        replace(main, warnings);
        showOther(main, read.value, shown);
    }
}

function damageOf(read, shown) {
    const warnings = read.remarks.map((remark) => notice("warning", remark));
    if (read.damage) {
        const { line, column, message } = read.damage;
        warnings.unshift(
            notice(
                "warning",
                `This document is damaged at line ${line}, column ${column}: ${message}. What stands before that is shown.`,
                " ",
                download(shown.download),
            ),
        );
    }
    return warnings;
}

function download(address) {
    return address && el("a", { href: address, download: true, class: "download" }, "Download the content");
}

/** What "quantum run --format json" prints: several runs, of which one is shown. */
function showRuns(main, runs, read, shown, warnings) {
    const below = el("div");
    const names = runs.map((run, index) => [String(index), text(at(run, "problem", "name")) || `run ${index + 1}`]);
    const select = el(
        "select",
        { id: "which", onchange: () => draw(Number(select.value)) },
        names.map(([value, name]) => el("option", { value }, name)),
    );
    const draw = (index) => {
        replace(below);
        // Circuits are drawn from the file as a whole, which only knows those of a single run.
        showRun(below, runs[index], { ...shown, circuits: async () => ({}) });
    };
    replace(main, warnings, el("label", { class: "which", for: "which" }, `${runs.length} runs: `, select), below);
    draw(0);
}

function showRun(main, run, shown) {
    document.title = text(at(run, "problem", "name")) || `Hybrid run ${text(at(run, "id")) || ""}`;
    const version = versionRemark(run);
    const has = (name) => isObject(at(run, name));
    const bar = tabs([
        { id: "overview", label: "Overview", draw: (panel) => drawOverview(panel, run) },
        {
            id: "answer",
            label: "Problem and answer",
            without: !has("problem"),
            draw: (panel) => drawAnswer(panel, run),
        },
        { id: "circuit", label: "Circuit", without: !has("program"), draw: (panel) => drawCircuit(panel, run, shown) },
        { id: "result", label: "Result", without: !has("result"), draw: (panel) => drawResult(panel, run) },
        {
            id: "optimization",
            label: "Optimisation",
            without: !has("optimization"),
            draw: (panel) => drawOptimization(panel, run),
        },
        {
            id: "comparison",
            label: "Comparison",
            without: !has("comparison"),
            draw: (panel) => drawComparison(panel, run),
        },
        { id: "document", label: "Document", draw: (panel) => drawDocument(panel, run, shown) },
    ]);
    add(main, [version && notice("warning", version), header(run), bar]);
    bar.openTab("overview");
}

/** JSON that is no run: a problem on its way in, or somebody else's document. */
function showOther(main, value, shown) {
    const problem = { problem: value };
    const known = isObject(value) && problemType(problem) !== undefined && !shown.name?.endsWith(".schema.json");
    const all = [{ id: "document", label: "Document", draw: (panel) => drawDocument(panel, value, shown) }];
    if (known) {
        all.unshift({ id: "answer", label: "Problem", draw: (panel) => drawAnswer(panel, problem) });
    }
    const bar = tabs(all);
    const title = (known && text(at(value, "name"))) || shown.name || "JSON document";
    document.title = title;
    add(main, [el("header", {}, el("h1", {}, title)), bar]);
    bar.openTab(all[0].id);
}
