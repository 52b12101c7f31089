// SPDX-License-Identifier: Apache-2.0
// The whole document as a tree that unfolds on demand, with what the schema says about each field.
import { el, replace } from "./dom.js";
import { isObject, plural, show } from "./values.js";

const MOST_CHILDREN = 100;
const MOST_HITS = 200;
const LONG_TEXT = 240;

export async function drawDocument(panel, value, shown) {
    const said = el("output", { class: "said" }, "Choose a field to read what the schema says about it.");
    const tree = el("ul", { class: "tree" });
    const view = { said, schema: undefined, tree };
    tree.append(node(view, undefined, value, "", true));
    const hits = el("ul", { class: "hits" });
    const search = el("input", {
        type: "search",
        placeholder: "Search names and values",
        "aria-label": "Search the document",
        oninput: () => find(view, hits, value, search.value.trim()),
    });
    panel.append(
        el(
            "div",
            { class: "tools" },
            search,
            el("button", { type: "button", onclick: (event) => copy(event.target, shown.content) }, "Copy all"),
            el("button", { type: "button", onclick: () => unfold(tree) }, "Unfold"),
            el("button", { type: "button", onclick: () => fold(tree) }, "Fold"),
            shown.download && el("a", { href: shown.download, download: true, class: "download" }, "Download"),
        ),
        hits,
        said,
        tree,
    );
    try {
        view.schema = await shown.schema();
    } catch {
        said.textContent = "The schema could not be read; the document is below.";
    }
}

/** A text that is no JSON, line by line. */
export function drawText(panel, content) {
    panel.append(
        el(
            "div",
            { class: "tools" },
            el("button", { type: "button", onclick: (event) => copy(event.target, content) }, "Copy all"),
        ),
        el("pre", { class: "source", tabindex: "0" }, content),
    );
}

function node(view, name, value, pointer, open) {
    const label = name === undefined ? undefined : el("span", { class: "name" }, name);
    const choose = () => tell(view, pointer, value);
    if (value === null || typeof value !== "object") {
        return el(
            "li",
            { "data-pointer": pointer },
            el("button", { type: "button", class: "leaf", onclick: choose }, label, leaf(value)),
        );
    }
    const children = isObject(value) ? Object.entries(value) : value.map((item, index) => [String(index), item]);
    const below = el("ul", {});
    const details = el(
        "details",
        { open: open && children.length > 0 },
        el(
            "summary",
            { onclick: choose },
            label,
            el(
                "span",
                { class: "size" },
                isObject(value)
                    ? `{ ${plural(children.length, "member")} }`
                    : `[ ${plural(children.length, "element")} ]`,
            ),
            preview(value),
        ),
        below,
    );
    let filled = 0;
    const more = el("button", { type: "button", class: "more", onclick: () => fill() });
    const fill = () => {
        for (const [key, child] of children.slice(filled, filled + MOST_CHILDREN)) {
            below.append(
                node(view, key, child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, false),
            );
        }
        filled = Math.min(children.length, filled + MOST_CHILDREN);
        more.remove();
        if (filled < children.length) {
            more.textContent = `Show more (${show(children.length - filled)} left)`;
            below.append(el("li", {}, more));
        }
    };
    details.fill = (upTo) => {
        while (filled < Math.min(children.length, upTo)) {
            fill();
        }
    };
    details.addEventListener("toggle", () => details.open && details.fill(1));
    if (open) {
        fill();
    }
    return el("li", { "data-pointer": pointer }, details);
}

function leaf(value) {
    if (typeof value === "string") {
        return el(
            "span",
            { class: "string" },
            value.length > LONG_TEXT
                ? `"${value.slice(0, LONG_TEXT)}…" (${plural(value.length, "character")})`
                : JSON.stringify(value),
        );
    }
    return el("span", { class: typeof value === "boolean" || value === null ? "word" : "figure" }, String(value));
}

/** The first few values of a short array, so that it need not be unfolded. */
function preview(value) {
    const plain =
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= 8 &&
        value.every((item) => typeof item === "number" || (typeof item === "string" && item.length < 16));
    return plain && el("span", { class: "preview" }, value.join(", "));
}

function tell(view, pointer, value) {
    const description = view.schema && describe(view.schema, pointer);
    replace(
        view.said,
        el("code", {}, pointer || "(the document)"),
        el("span", {}, description || "The schema says nothing about this field."),
        typeof value === "string" && value.length > LONG_TEXT && el("pre", {}, value.slice(0, 200_000)),
    );
}

/** The description of what a JSON pointer leads to, and what kind of value belongs there. */
export function describe(schema, pointer) {
    const steps = pointer
        .split("/")
        .slice(1)
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    let here = [resolve(schema, schema)];
    for (const step of steps) {
        here = here.flatMap((place) => below(schema, place, step)).map((place) => resolve(schema, place));
    }
    const words = here.map((place) => place.description).filter(Boolean);
    const kinds = here.map(kind).filter(Boolean);
    return [...new Set([...words, ...kinds])].join(" · ");
}

function below(schema, place, step) {
    const found = [];
    if (place.properties && Object.hasOwn(place.properties, step)) {
        found.push(place.properties[step]);
    } else if (isObject(place.additionalProperties)) {
        found.push(place.additionalProperties);
    }
    if (place.items && /^\d+$/.test(step)) {
        found.push(place.items);
    }
    for (const part of [...(place.allOf || []), ...(place.anyOf || []), ...(place.oneOf || [])]) {
        found.push(...below(schema, resolve(schema, part.then || part), step));
    }
    return found;
}

/** What a reference stands for; what is said beside the reference goes before what is said there. */
function resolve(schema, place) {
    if (!isObject(place) || typeof place.$ref !== "string") {
        return place || {};
    }
    const target = place.$ref
        .split("/")
        .slice(1)
        .reduce((here, step) => here?.[step], schema);
    return { ...target, ...place };
}

function kind(place) {
    if (place.enum) {
        return `one of ${place.enum.join(", ")}`;
    }
    if (place.const !== undefined) {
        return `always ${place.const}`;
    }
    return (
        place.type &&
        `${[place.type].flat().join(" or ")}${place.minimum === undefined ? "" : `, at least ${place.minimum}`}`
    );
}

function find(view, hits, root, words) {
    hits.replaceChildren();
    if (words.length < 2) {
        return;
    }
    const found = [];
    search(root, "", words.toLowerCase(), found);
    replace(
        hits,
        el(
            "li",
            { class: "quiet" },
            found.length === 0
                ? "Nothing found."
                : found.length > MOST_HITS
                  ? `More than ${MOST_HITS} places; the first ones:`
                  : plural(found.length, "place"),
        ),
        found
            .slice(0, MOST_HITS)
            .map((pointer) =>
                el(
                    "li",
                    {},
                    el("button", { type: "button", class: "leaf", onclick: () => reveal(view, pointer) }, pointer),
                ),
            ),
    );
}

function search(value, pointer, words, found) {
    if (found.length > MOST_HITS) {
        return;
    }
    if (value === null || typeof value !== "object") {
        if (String(value).toLowerCase().includes(words)) {
            found.push(pointer);
        }
        return;
    }
    for (const [key, child] of Object.entries(value)) {
        const below = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        if (isObject(value) && key.toLowerCase().includes(words)) {
            found.push(below);
        }
        search(child, below, words, found);
    }
}

/** Unfolds the way to a place and goes there. */
function reveal(view, pointer) {
    let place = view.tree.firstElementChild;
    let path = "";
    for (const step of pointer.split("/").slice(1)) {
        const details = place.querySelector(":scope > details");
        details.open = true;
        path += `/${step}`;
        details.fill(/^\d+$/.test(step) ? Number(step) + 1 : Infinity);
        place = [...details.querySelectorAll(":scope > ul > li")].find((item) => item.dataset.pointer === path);
    }
    const target = place.querySelector("button, summary");
    target.focus();
    target.scrollIntoView({ block: "center" });
    target.classList.add("found");
    if (target.classList.contains("leaf")) {
        target.click();
    }
}

function unfold(tree) {
    let left = 300;
    for (const details of tree.getElementsByTagName("details")) {
        if (left-- <= 0) {
            break;
        }
        details.fill(1);
        details.open = true;
    }
}

function fold(tree) {
    for (const details of tree.querySelectorAll("details details")) {
        details.open = false;
    }
}

async function copy(button, content) {
    const before = button.textContent;
    try {
        await navigator.clipboard.writeText(content);
        button.textContent = "Copied";
    } catch {
        button.textContent = copyOldWay(content) ? "Copied" : "The browser does not allow it";
    }
    window.setTimeout(() => (button.textContent = before), 2000);
}

/** Inside a frame, or without TLS, there is no clipboard object. */
function copyOldWay(content) {
    const area = el("textarea", { class: "offscreen", readonly: true });
    area.value = content;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
}
