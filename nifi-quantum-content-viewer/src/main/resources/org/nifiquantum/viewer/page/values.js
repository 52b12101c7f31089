// SPDX-License-Identifier: Apache-2.0
// Looking into documents that may hold anything anywhere, and writing numbers for people.

/** The member that a path of names leads to, or undefined. */
export function at(value, ...path) {
    let here = value;
    for (const name of path) {
        if (here === null || typeof here !== "object" || !Object.hasOwn(here, name)) {
            return undefined;
        }
        here = here[name];
    }
    return here;
}

/** The value if it is a finite number, else undefined. */
export function number(value) {
    const plain = typeof value === "bigint" ? Number(value) : value;
    return typeof plain === "number" && Number.isFinite(plain) ? plain : undefined;
}

/** The value if it is a text that is not empty, else undefined. Names may be numbers. */
export function text(value) {
    if (typeof value === "number" || typeof value === "bigint") {
        return String(value);
    }
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** The value if it is an array, else an empty one. */
export function list(value) {
    return Array.isArray(value) ? value : [];
}

export function isObject(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The members of an object as [name, value]; none if it is no object. */
export function members(value) {
    return isObject(value) ? Object.entries(value) : [];
}

/** The numbers of an array; none if one of them is none. */
export function numbers(value) {
    const found = list(value).map(number);
    return found.includes(undefined) ? [] : found;
}

/** A number with as many digits as one reads: 111.9, 0.0312, 1.2e-7; undefined gives a dash. */
export function show(value, digits = 4) {
    const known = number(value);
    if (known === undefined) {
        return "–";
    }
    if (Number.isInteger(known) && Math.abs(known) < 1e15) {
        return minus(known.toLocaleString("en"));
    }
    const size = Math.abs(known);
    if (size >= 1e15 || size < 1e-4) {
        return minus(known.toExponential(digits - 1));
    }
    const decimals = Math.max(0, Math.min(8, digits - 1 - Math.floor(Math.log10(size))));
    return minus(known.toLocaleString("en", { maximumFractionDigits: size >= 1000 ? 2 : decimals }));
}

function minus(shown) {
    return shown.replace(/^-/, "\u2212");
}

/** A value with what it may be off by. */
export function showWithError(value, error) {
    const known = number(error);
    if (known === undefined) {
        return show(value, 6);
    }
    return known === 0 ? `${show(value, 8)} (exact)` : `${show(value, 6)} ± ${show(known, 2)}`;
}

export function showMillis(value) {
    const millis = number(value);
    if (millis === undefined) {
        return "–";
    }
    if (millis < 1) {
        return millis === 0 ? "0 ms" : `${show(millis * 1000, 3)} µs`;
    }
    if (millis < 1000) {
        return `${show(millis, 3)} ms`;
    }
    if (millis < 120_000) {
        return `${show(millis / 1000, 3)} s`;
    }
    const minutes = Math.round(millis / 60_000);
    return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function showMoney(value) {
    const amount = number(at(value, "amount"));
    return amount === undefined ? undefined : `${show(amount)} ${text(at(value, "currency")) || ""}`.trim();
}

export function showPercent(share) {
    const known = number(share);
    if (known === undefined) {
        return "–";
    }
    const percent = known * 100;
    if (percent === 0 || percent >= 99.95) {
        return `${show(percent, 4)} %`;
    }
    return percent < 0.1 ? `${show(percent, 2)} %` : `${percent.toFixed(1)} %`;
}

export function showTime(value) {
    const time = new Date(text(value) || NaN);
    if (Number.isNaN(time.getTime())) {
        return text(value);
    }
    return (
        time
            .toISOString()
            .replace("T", " ")
            .replace(/\.\d+Z/, "") + " UTC"
    );
}

export function plural(count, one, many = one + "s") {
    return `${show(count)} ${count === 1 ? one : many}`;
}

/** A long text cut in its middle. */
export function shorten(value, most = 40) {
    const whole = text(value) || "";
    return whole.length <= most ? whole : `${whole.slice(0, most - 9)}…${whole.slice(-8)}`;
}
