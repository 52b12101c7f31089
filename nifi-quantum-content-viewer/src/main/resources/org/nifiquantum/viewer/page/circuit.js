// SPDX-License-Identifier: Apache-2.0
import { legend } from "./chart.js";
import { findRepeats } from "./circuit-fold.js";
import { layOut } from "./circuit-layout.js";
import { diagram } from "./circuit-diagram.js";
import { choice, el, facts, notice, replace, section, table } from "./dom.js";
import { drawText } from "./document.js";
import { angle, prettyExpression, prettyName } from "./names.js";
import { at, isObject, list, members, number, plural, show, text } from "./values.js";

/** Wires beyond this many are no drawing any more. */
const MOST_QUBITS = 1_000;

/** Draws the circuit of a run, or of a source where there is no run. */
export async function drawCircuit(panel, run, shown) {
    replace(panel, el("p", { class: "waiting" }, "Reading the circuit …"));
    let circuits;
    try {
        circuits = await shown.circuits();
    } catch (error) {
        replace(panel, notice("error", error.message), source(at(run, "program", "source") ?? shown.content));
        return;
    }
    replace(panel);
    const program = circuits.program;
    if (!isObject(program)) {
        panel.append(withoutCircuit(run));
        return;
    }
    const place = el("div");
    const draw = (which) => replace(place, picture(run, which === "sent" ? circuits.sent : program, which === "sent"));
    if (isObject(circuits.sent)) {
        panel.append(
            notice(
                "info",
                "Another program was sent than the one of the run: the backend's own gates or couplings needed it.",
            ),
            choice(
                "Circuit",
                [
                    ["program", "of the run"],
                    ["sent", "as it was sent"],
                ],
                "program",
                draw,
            ),
        );
    }
    panel.append(place);
    draw("program");
}

function withoutCircuit(run) {
    const given = text(at(run, "program", "source"));
    return given === undefined
        ? notice(
              "info",
              "There is no circuit: the problem has not been encoded, or it went the classical road from the start.",
          )
        : el(
              "div",
              {},
              notice("warning", "The circuit of this run is not drawn here; open it alone, or look at its source."),
              source(given),
          );
}

function source(given) {
    const box = el("details", { class: "card" }, el("summary", {}, "OpenQASM source"));
    drawText(box, given);
    return box;
}

function picture(run, circuit, sent) {
    if (circuit.error !== undefined) {
        return [
            notice("warning", `The circuit is not drawn. ${circuit.error}.`.replace(/\.\.$/, ".")),
            source(circuit.source),
        ];
    }
    const variables = sent ? [] : list(at(run, "encoding", "variables"));
    return [
        section(
            "Drawing",
            circuit.qubits > MOST_QUBITS
                ? notice("info", `${plural(circuit.qubits, "qubit")} are too many to draw; the source is below.`)
                : drawing(circuit, variables),
        ),
        el("div", { class: "columns" }, section("Size", size(run, circuit)), parameters(circuit)),
        steps(circuit),
        source(circuit.source),
    ];
}

function size(run, circuit) {
    return facts([
        ["Qubits", show(circuit.qubits)],
        [
            "Classical bits",
            circuit.bits.map((register) => `${register.name}[${register.size}]`).join(", ") ||
                "none: qubit i is read as bit i",
        ],
        ["Depth", show(circuit.depth)],
        ["Operations", show(circuit.total)],
        ["Two-qubit gates", show(circuit.twoQubitGates)],
        [
            "Gates",
            members(circuit.gates)
                .sort((a, b) => b[1] - a[1])
                .map(([gate, count]) => `${count} × ${gate}`)
                .join(", "),
        ],
        ["SHA-256", text(at(run, "program", "sha256"))],
    ]);
}

function parameters(circuit) {
    const values = at(circuit, "values", "of");
    if (circuit.parameters.length === 0) {
        return undefined;
    }
    return section(
        "Parameters",
        table(
            values ? `Values of ${circuit.values.origin}, in radians` : "Open parameters",
            [
                { head: "Name", cell: (name) => [prettyName(name), " ", el("code", {}, name)] },
                ...(values ? [{ head: "Value", number: true, cell: (name) => show(values[name], 6) }] : []),
            ],
            circuit.parameters,
            12,
        ),
    );
}

function drawing(circuit, variables) {
    const operations = circuit.operations;
    const repeats = findRepeats(operations);
    const state = { folded: repeats.length > 0, values: false };
    const place = el("div");
    const said = el(
        "output",
        { class: "said", "aria-live": "polite" },
        "Point at a gate for details, or use the arrow keys in the drawing.",
    );
    const draw = () => {
        const layout = layOut(circuit, repeats, state);
        replace(
            place,
            diagram(
                circuit,
                variables,
                layout,
                (operation) => describe(circuit, operation),
                said,
                () => {
                    state.folded = !state.folded;
                    draw();
                },
            ),
        );
    };
    draw();
    const saved = repeats.reduce((sum, repeat) => sum + repeat.length * (repeat.times - 1), 0);
    return [
        el(
            "div",
            { class: "tools" },
            circuit.parameters.length > 0 &&
                circuit.values &&
                choice(
                    "Angles",
                    [
                        [false, "symbols"],
                        [true, "values"],
                    ],
                    state.values,
                    (values) => {
                        state.values = values;
                        draw();
                    },
                ),
            repeats.length > 0 &&
                choice(
                    "Repeated layers",
                    [
                        [true, "folded"],
                        [false, `unfolded (${show(saved)} more)`],
                    ],
                    state.folded,
                    (folded) => {
                        state.folded = folded;
                        draw();
                    },
                ),
        ),
        circuit.total > operations.length &&
            notice("info", `The first ${show(operations.length)} of ${show(circuit.total)} operations are drawn.`),
        place,
        said,
        legend([
            ["gate-mark one", "gate"],
            ["gate-mark turn", "gate with angles"],
            ["gate-mark two", "gate on two or more qubits"],
            ["gate-mark measure", "measurement"],
        ]),
    ];
}

/** All there is to say about an operation. */
function describe(circuit, operation) {
    const words = [];
    const angles = list(operation.p).map(prettyExpression);
    const wires =
        operation.q.length > 8 ? `${operation.q.length} qubits` : operation.q.map((qubit) => `q${qubit}`).join(", ");
    if (operation.g === "measure") {
        return `measure ${wires} into bit ${operation.b}`;
    }
    words.push(`${operation.g}${angles.length > 0 ? `(${angles.join(", ")})` : ""} on ${wires}`);
    if (operation.c > 0) {
        words.push(
            `controlled by ${operation.q
                .slice(0, operation.c)
                .map((qubit) => `q${qubit}`)
                .join(", ")}`,
        );
    }
    const values = list(operation.v).map(number);
    if (
        values.length > 0 &&
        !values.includes(undefined) &&
        list(operation.p).some((expression) => /[A-Za-z]/.test(expression))
    ) {
        words.push(
            `= ${values.map((value) => `${show(value, 6)}${/π/.test(angle(value)) ? ` (${angle(value)})` : ""}`).join(", ")} with the values of ${circuit.values.origin}`,
        );
    }
    const definition = at(circuit, "definitions", operation.g);
    if (definition) {
        words.push(
            `made of: ${definition.body.map(prettyExpression).slice(0, 6).join("; ")}${definition.total > 6 ? "; …" : ""}`,
        );
    }
    return words.join("\n");
}

/** The same as a list, for those who cannot see the drawing. */
function steps(circuit) {
    return el(
        "details",
        { class: "card" },
        el("summary", {}, "All operations as a table"),
        table(
            "Operations in order",
            [
                { head: "#", number: true, cell: ([index]) => show(index + 1) },
                { head: "Gate", cell: ([, operation]) => el("code", {}, operation.g) },
                { head: "Angles", cell: ([, operation]) => list(operation.p).map(prettyExpression).join(", ") },
                {
                    head: "Values",
                    number: true,
                    cell: ([, operation]) =>
                        list(operation.v)
                            .map((value) => show(value, 5))
                            .join(", "),
                },
                {
                    head: "Qubits",
                    cell: ([, operation]) =>
                        operation.q.length > 12 ? plural(operation.q.length, "qubit") : operation.q.join(", "),
                },
            ],
            circuit.operations.map((operation, index) => [index, operation]),
            100,
        ),
    );
}
