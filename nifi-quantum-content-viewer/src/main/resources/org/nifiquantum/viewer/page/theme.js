// SPDX-License-Identifier: Apache-2.0
// Light or dark: as NiFi's own page around this one has been set to, else as the system is.

/** Follows the theme. What is drawn uses custom properties only, so nothing is drawn anew. */
export function followTheme() {
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
        const chosen = choiceInNiFi();
        const dark = chosen === "DARK_THEME" || (chosen !== "LIGHT_THEME" && system.matches);
        document.documentElement.dataset.theme = dark ? "dark" : "light";
    };
    system.addEventListener("change", apply);
    window.addEventListener("storage", apply);
    apply();
}

/** NiFi keeps its user's choice in the storage of its origin, which is ours too. */
function choiceInNiFi() {
    try {
        return JSON.parse(window.localStorage.getItem("theme"))?.item;
    } catch {
        return undefined;
    }
}
