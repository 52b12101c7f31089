// SPDX-License-Identifier: Apache-2.0
import { el, notice, replace } from "./dom.js";

/**
 * Tabs as the ARIA practices describe them; a tab is drawn when it is first opened.
 *
 * @param tabs [{id, label, draw(panel), disabled?: why}]
 */
export function tabs(all) {
    const drawn = new Set();
    const panel = (tab) =>
        el("div", {
            role: "tabpanel",
            id: `panel-${tab.id}`,
            "aria-labelledby": `tab-${tab.id}`,
            tabindex: "0",
            hidden: true,
        });
    const panels = all.map(panel);
    const buttons = all.map((tab, index) =>
        el(
            "button",
            {
                type: "button",
                role: "tab",
                id: `tab-${tab.id}`,
                "aria-controls": `panel-${tab.id}`,
                class: tab.without && "without",
                onclick: () => open(index),
                onkeydown: (event) => onKey(event, index),
            },
            tab.label,
        ),
    );

    function open(index, focus) {
        buttons.forEach((button, other) => {
            button.setAttribute("aria-selected", String(other === index));
            button.tabIndex = other === index ? 0 : -1;
            panels[other].hidden = other !== index;
        });
        if (focus) {
            buttons[index].focus();
        }
        buttons[index].scrollIntoView({ block: "nearest", inline: "nearest" });
        if (!drawn.has(index)) {
            drawn.add(index);
            draw(all[index], panels[index]);
        }
    }

    function onKey(event, index) {
        const last = all.length - 1;
        const next = {
            ArrowRight: index === last ? 0 : index + 1,
            ArrowLeft: index === 0 ? last : index - 1,
            Home: 0,
            End: last,
        }[event.key];
        if (next !== undefined) {
            event.preventDefault();
            open(next, true);
        }
    }

    const container = el(
        "div",
        { class: "tabs" },
        el("div", { role: "tablist", "aria-label": "Parts of the run" }, buttons),
        panels,
    );
    container.openTab = (id) =>
        open(
            Math.max(
                0,
                all.findIndex((tab) => tab.id === id),
            ),
        );
    return container;
}

/** A part that cannot be drawn must not take the others with it. */
function draw(tab, panel) {
    const refuse = (error) => {
        replace(
            panel,
            notice(
                "error",
                `This part cannot be drawn: ${error.message}. The tab Document shows what the document says.`,
            ),
        );
    };
    try {
        const pending = tab.draw(panel);
        if (pending instanceof Promise) {
            pending.catch(refuse);
        }
    } catch (error) {
        refuse(error);
    }
}
