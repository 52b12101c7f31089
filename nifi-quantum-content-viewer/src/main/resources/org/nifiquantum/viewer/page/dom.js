// SPDX-License-Identifier: Apache-2.0
// Elements. Text only ever becomes a text node or an attribute: nothing in a document can become markup.

/** An element. Attributes that begin with "on" are listeners; those that are undefined, null or false are left out. */
export function el(tag, attributes, ...children) {
    return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes, ...children) {
    return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
        if (value === undefined || value === null || value === false) {
            continue;
        }
        if (name.startsWith("on")) {
            element.addEventListener(name.slice(2), value);
        } else {
            element.setAttribute(name, value === true ? "" : String(value));
        }
    }
    add(element, children);
    return element;
}

/** Appends elements, texts and lists of them; what is undefined, null or false is left out. */
export function add(element, children) {
    for (const child of children) {
        if (Array.isArray(child)) {
            add(element, child);
        } else if (child !== undefined && child !== null && child !== false) {
            element.append(child instanceof Node ? child : String(child));
        }
    }
}

/** Puts something in place of all that an element holds. */
export function replace(element, ...children) {
    element.replaceChildren();
    add(element, children);
}

/** A table. Columns: {head, cell(row), number?}; rows after the first `most` appear on request, as many again. */
export function table(caption, columns, rows, most = 50) {
    const body = el("tbody");
    const head = el(
        "tr",
        {},
        columns.map((column) => el("th", { scope: "col", class: column.number && "number" }, column.head)),
    );
    const more = el("button", { type: "button", class: "more" });
    let shown = 0;
    const show = () => {
        for (const row of rows.slice(shown, shown + most)) {
            body.append(
                el(
                    "tr",
                    {},
                    columns.map((column) => el("td", { class: column.number && "number" }, column.cell(row))),
                ),
            );
        }
        shown = Math.min(rows.length, shown + most);
        more.hidden = shown === rows.length;
        more.textContent = `Show more (${(rows.length - shown).toLocaleString("en")} left)`;
    };
    more.addEventListener("click", show);
    show();
    return el(
        "div",
        { class: "table" },
        el("table", {}, el("caption", {}, caption), el("thead", {}, head), body),
        more,
    );
}

/** Facts as name and value; those whose value is undefined are left out. */
export function facts(pairs) {
    const known = pairs.filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false);
    return el(
        "dl",
        { class: "facts" },
        known.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
    );
}

/** A part of a tab under a heading. */
export function section(heading, ...children) {
    return el("section", { class: "card" }, el("h2", {}, heading), children);
}

/** Something the reader has to know before the rest. Kind: "info", "warning" or "error". */
export function notice(kind, ...children) {
    return el("p", { class: `notice ${kind}`, role: kind === "error" ? "alert" : "note" }, children);
}

/** Buttons of which one is pressed. Choices: [value, label]. */
export function choice(label, choices, chosen, choose) {
    const buttons = choices.map(([value, text]) =>
        el("button", { type: "button", "aria-pressed": String(value === chosen), onclick: () => press(value) }, text),
    );
    const press = (value) => {
        buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(choices[index][0] === value)));
        choose(value);
    };
    return el("div", { class: "choice", role: "group", "aria-label": label }, el("span", {}, label), buttons);
}
