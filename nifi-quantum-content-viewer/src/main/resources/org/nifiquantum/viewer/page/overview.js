// SPDX-License-Identifier: Apache-2.0
import { hover, d3 } from "./chart.js";
import { el, facts, section } from "./dom.js";
import { goalOf, problemTitle } from "./problem-words.js";
import {
    errorScale,
    history,
    objectiveName,
    objectiveOf,
    roadName,
    stateOf,
    stopReason,
    valueName,
} from "./run.js";
import {
    at,
    isObject,
    list,
    members,
    number,
    plural,
    shorten,
    show,
    showMillis,
    showMoney,
    showPercent,
    showTime,
    showWithError,
    text,
} from "./values.js";

const PHASES = [
    ["encodeMillis", "encode"],
    ["submitMillis", "submit"],
    ["queueMillis", "queue"],
    ["executionMillis", "execution"],
    ["collectMillis", "collect"],
    ["optimizeMillis", "optimise"],
    ["decodeMillis", "decode"],
];

/** What stands above all tabs: the problem, the answer, the state. */
export function header(run) {
    const state = stateOf(run);
    const source = text(at(run, "solution", "source"));
    return el(
        "header",
        {},
        el(
            "div",
            { class: "title" },
            el("h1", {}, problemTitle(run)),
            el(
                "p",
                { class: "chips" },
                el("span", { class: `chip ${state.kind}` }, state.text),
                source &&
                    el(
                        "span",
                        { class: `chip ${source === "quantum" ? "quantum" : "classical"}` },
                        source === "quantum" ? "quantum road" : `road: ${roadName(source)}`,
                    ),
                at(run, "solution", "provenOptimal") === true && el("span", { class: "chip good" }, "proven optimal"),
            ),
        ),
        headline(run),
    );
}

function headline(run) {
    const objective = number(at(run, "solution", "objective"));
    const best = history(run).best;
    if (objective === undefined && best === undefined) {
        return undefined;
    }
    return el(
        "p",
        { class: "headline" },
        el("span", { class: "big" }, show(objective ?? best, 6)),
        el(
            "span",
            {},
            objective === undefined ? `best so far: ${valueName(run)}` : `${objectiveName(run)} of the answer`,
        ),
    );
}

export function drawOverview(panel, run) {
    panel.append(
        el(
            "div",
            { class: "columns" },
            section("What was asked", asked(run)),
            section("Where it ran", ran(run)),
            section("The answer", answer(run)),
        ),
        section("Which road the answer took", road(run)),
        section("Where the time went", timeLine(run)),
        section("Identity", identity(run)),
    );
}

function asked(run) {
    const encoding = at(run, "encoding");
    return facts([
        ["Problem", problemTitle(run)],
        [
            "Goal",
            isObject(at(run, "problem")) && goalOf(run),
        ],
        [
            "Encoding",
            encoding &&
                [
                    text(at(encoding, "method")),
                    number(at(encoding, "layers")) && plural(number(at(encoding, "layers")), "layer"),
                ]
                    .filter(Boolean)
                    .join(", "),
        ],
        ["First angles", text(at(encoding, "angles"))],
        ["Circuit", circuitSize(run)],
        ["Shots", shots(run)],
        ["Optimiser", text(at(run, "optimization", "optimizer"))],
        ["Deadline", showTime(at(run, "limits", "deadline"))],
    ]);
}

function circuitSize(run) {
    const program = at(run, "program");
    const qubits = number(at(program, "qubits"));
    if (qubits === undefined) {
        return undefined;
    }
    const depth = number(at(program, "depth"));
    return depth === undefined
        ? `${plural(qubits, "qubit")}; its steps depend on outcomes`
        : `${plural(qubits, "qubit")}, depth ${show(depth)}, ${plural(number(at(program, "twoQubitGates")) ?? 0, "two-qubit gate")}`;
}

function shots(run) {
    const count = number(at(run, "request", "shots"));
    return count === undefined ? undefined : count === 0 ? "none: exact" : `${show(count)} per evaluation`;
}

function ran(run) {
    const jobs = number(at(run, "totals", "jobs"));
    return facts([
        ["Backend", text(at(run, "execution", "backend"))],
        ["Provider", text(at(run, "execution", "provider"))],
        [
            "Jobs",
            jobs > 0 && `${show(jobs)}, with ${plural(number(at(run, "totals", "evaluations")) ?? 0, "evaluation")}`,
        ],
        ["Last submitted", showTime(at(run, "execution", "submittedAt"))],
        ["Last job", code(at(run, "execution", "jobId"))],
        [
            "Cost",
            showMoney(at(run, "totals", "cost")) ?? (isObject(at(run, "execution")) ? "none reported" : undefined),
        ],
        ["Estimated", showMoney(at(run, "execution", "estimatedCost"))],
        ["Software", text(at(run, "software", "bundle")) && `nifi-quantum ${text(at(run, "software", "bundle"))}`],
        [
            "Backend",
            isObject(at(run, "execution"))
                ? undefined
                : isObject(at(run, "solution"))
                  ? "none: nothing was sent to one"
                  : "nothing has been sent to one yet",
        ],
    ]);
}

function answer(run) {
    const solution = at(run, "solution");
    if (!isObject(solution)) {
        const best = at(run, "optimization", "best");
        return facts([
            ["State", stateOf(run).text],
            [
                "Best so far",
                isObject(best) ? `${show(objectiveOf(run)(number(at(best, "value"))), 6)} expected` : undefined,
            ],
            ["Last expectation", expectation(run)],
            ["Optimiser", stopReason(run)],
        ]);
    }
    return facts([
        [objectiveName(run)[0].toUpperCase() + objectiveName(run).slice(1), show(at(solution, "objective"), 8)],
        ["Feasible", at(solution, "feasible") === false ? "no: it breaks a constraint" : "yes"],
        [
            "Bound",
            number(at(solution, "bound")) === undefined
                ? undefined
                : `${show(at(solution, "bound"), 8)}: nothing is better`,
        ],
        ["By", roadName(text(at(solution, "source")))],
        [
            "Proven optimal",
            at(solution, "provenOptimal") === true ? "yes" : at(solution, "provenOptimal") === false ? "no" : undefined,
        ],
        [
            "Best expectation",
            isObject(at(run, "optimization", "best"))
                ? show(objectiveOf(run)(number(at(run, "optimization", "best", "value"))), 6)
                : undefined,
        ],
        ["Last expectation", expectation(run)],
    ]);
}

function expectation(run) {
    const evaluation = list(at(run, "result", "evaluations"))[0];
    const value = number(at(evaluation, "expectation"));
    const error = number(at(evaluation, "standardError"));
    return value === undefined
        ? undefined
        : showWithError(objectiveOf(run)(value), error === undefined ? undefined : error * errorScale(run));
}

/** The steps of a run, those it took in colour. */
function road(run) {
    const source = text(at(run, "solution", "source"));
    const evaluations = list(at(run, "optimization", "evaluations")).length;
    const classical = source !== undefined && source !== "quantum";
    const quantumTried = isObject(at(run, "result")) || evaluations > 0;
    const steps = [
        ["Encode", isObject(at(run, "program")) || isObject(at(run, "encoding")), "problem to circuit"],
        ["Submit", quantumTried || isObject(at(run, "execution")), "hand over"],
        [
            "Run",
            quantumTried,
            number(at(run, "totals", "jobs")) === undefined
                ? "on the backend"
                : plural(number(at(run, "totals", "jobs")), "job"),
        ],
        ["Optimise", evaluations > 0, plural(evaluations, "evaluation")],
        ["Decode", source === "quantum", "sample to answer"],
    ];
    return [
        el(
            "ol",
            { class: "road" },
            steps.map(([name, taken, words]) =>
                el(
                    "li",
                    { class: taken ? "taken" : "" },
                    el("b", {}, name),
                    el("small", {}, taken ? words : "not taken"),
                ),
            ),
            classical &&
                el("li", { class: "taken classical" }, el("b", {}, "Fallback"), el("small", {}, roadName(source))),
        ),
        text(at(run, "solution", "reason")) &&
            el("p", { class: "reason" }, el("b", {}, "Why: "), text(at(run, "solution", "reason"))),
        stopReason(run) && el("p", { class: "reason" }, stopReason(run)),
    ];
}

/** One bar whose parts are the steps; what no step accounts for is orchestration. */
function timeLine(run) {
    const totals = at(run, "totals");
    const source = text(at(run, "solution", "source"));
    const named = (name) => (name === "decode" && source !== undefined && source !== "quantum" ? "fallback" : name);
    const parts = PHASES.map(([member, name]) => ({
        name: named(name),
        millis: number(at(totals, member)) ?? 0,
    })).filter((part) => part.millis > 0);
    const known = d3.sum(parts, (part) => part.millis);
    const wall = number(at(totals, "wallMillis"));
    if (known === 0 && wall === undefined) {
        return el("p", { class: "quiet" }, "No times have been recorded yet.");
    }
    const rest = (wall ?? known) - known;
    if (rest > 0) {
        parts.push({ name: "orchestration", millis: rest });
    }
    const all = d3.sum(parts, (part) => part.millis);
    const bar = el(
        "div",
        {
            class: "timeline",
            role: "img",
            "aria-label": parts.map((part) => `${part.name} ${showMillis(part.millis)}`).join(", "),
        },
        parts.map((part) => {
            const piece = el("span", { class: `phase ${part.name}` });
            piece.style.flexGrow = part.millis / all;
            hover(
                d3.select(piece).datum(part),
                () => `${part.name}\n${showMillis(part.millis)}, ${showPercent(part.millis / all)}`,
            );
            return piece;
        }),
    );
    return [
        bar,
        el(
            "ul",
            { class: "phases" },
            parts.map((part) =>
                el(
                    "li",
                    {},
                    el("span", { class: `mark phase ${part.name}` }),
                    el("span", {}, part.name),
                    el("b", {}, showMillis(part.millis)),
                    el("small", {}, showPercent(part.millis / all)),
                ),
            ),
        ),
        el(
            "p",
            { class: "quiet" },
            `${showMillis(wall ?? known)} from the arrival of the problem to the last step, from ${showTime(at(totals, "startedAt")) ?? "an unknown time"} on. Orchestration is what no step accounts for: queues and NiFi itself.`,
        ),
    ];
}

function identity(run) {
    return facts([
        ["Run", code(at(run, "id"), 64)],
        ["Circuit SHA-256", code(at(run, "program", "sha256"), 64)],
        ["Sent SHA-256", code(at(run, "execution", "sent", "sha256"), 64)],
        ["Submission key", code(at(run, "execution", "submissionKey"), 64)],
        ["Seed of the run", text(at(run, "request", "runSeed"))],
        ["Seed of the last job", text(at(run, "request", "seed"))],
        ["Encoder", text(at(run, "software", "encoder"))],
        [
            "Calibration",
            isObject(at(run, "execution", "calibration"))
                ? members(at(run, "execution", "calibration"))
                      .map(([name, value]) => `${name}: ${typeof value === "object" ? "…" : String(value)}`)
                      .slice(0, 6)
                      .join(", ")
                : undefined,
        ],
    ]);
}

function code(value, most = 24) {
    return text(value) === undefined ? undefined : el("code", { title: text(value) }, shorten(value, most));
}
