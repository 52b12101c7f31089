// SPDX-License-Identifier: Apache-2.0
// Names and formulas as one writes them on paper: gamma_0 is γ₀, 0.5 * pi is π/2.

const GREEK = {
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    epsilon: "ε",
    theta: "θ",
    kappa: "κ",
    lambda: "λ",
    lam: "λ",
    mu: "μ",
    nu: "ν",
    xi: "ξ",
    pi: "π",
    rho: "ρ",
    sigma: "σ",
    tau: "τ",
    phi: "φ",
    chi: "χ",
    psi: "ψ",
    omega: "ω",
};
const BELOW = "₀₁₂₃₄₅₆₇₈₉";

/** A parameter's name: Greek letters as such, a number at its end below the line. */
export function prettyName(name) {
    const [, stem, index] = /^(.*?)(?:_?\[?(\d+)\]?)?$/s.exec(name);
    const letter = GREEK[stem.replace(/_$/, "").toLowerCase()] ?? stem;
    return index === undefined ? letter : letter + [...index].map((digit) => BELOW[digit]).join("");
}

/** An expression of angles, with few digits. */
export function prettyExpression(expression) {
    const shorter = expression
        .replace(/\b\d+\.\d{3,}(?:[eE][-+]?\d+)?\b/g, (digits) => angle(Number(digits)))
        .replace(/\b(\d+)\.0\b/g, "$1")
        .replace(/[A-Za-z_]\w*/g, prettyName)
        .replace(/\s*\*\s*/g, "·")
        .replace(/\s*([+/])\s*/g, "$1")
        .replace(/\s+-\s+/g, "−")
        .replaceAll("-", "−");
    return /^−\([^()+−]*\)$/.test(shorter) ? `−${shorter.slice(2, -1)}` : shorter;
}

/** A value in radians: simple fractions of π as such. */
export function angle(value) {
    if (typeof value !== "number" || !Number.isFinite(value)) {
        return "?";
    }
    if (value === 0) {
        return "0";
    }
    for (const below of [1, 2, 3, 4, 6, 8, 16]) {
        const above = (value / Math.PI) * below;
        if (Math.abs(above - Math.round(above)) < 1e-9 && Math.abs(above) <= 16) {
            const whole = Math.abs(Math.round(above));
            return `${above < 0 ? "−" : ""}${whole === 1 ? "" : whole}π${below === 1 ? "" : `/${below}`}`;
        }
    }
    return String(Number(value.toPrecision(3))).replace("-", "−");
}
