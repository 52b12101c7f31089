// SPDX-License-Identifier: Apache-2.0
// Reads JSON as far as it goes. An auditor wants to see the first half of a damaged document, whole numbers beyond
// 2^53 to the last
// digit, and NaN where a careless program wrote it; the browser's own reader refuses or changes all three.

const DEEPEST = 400;

class Damage extends Error {
    constructor(at, message) {
        super(message);
        this.at = at;
    }
}

/**
 * {value, damage: undefined or {line, column, message}, remarks: [text]}. Objects have no prototype; large whole
 * numbers are BigInt.
 */
export function readJson(text) {
    return new Reader(text).read();
}

class Reader {
    constructor(text) {
        this.text = text;
        this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
        this.remarks = [];
    }

    read() {
        let root;
        let damage;
        try {
            this.value((value) => (root = value), 0);
            this.space();
            if (this.at < this.text.length) {
                throw new Damage(this.at, "something follows the end of the document");
            }
        } catch (error) {
            if (!(error instanceof Damage)) {
                throw error;
            }
            damage = { ...this.place(error.at), message: error.message };
        }
        return { value: root, damage, remarks: this.remarks };
    }

    place(at) {
        const before = this.text.slice(0, at);
        const line = before.split("\n").length;
        return { line, column: at - before.lastIndexOf("\n") };
    }

    remark(at, message) {
        if (this.remarks.length < 5) {
            const { line, column } = this.place(at);
            this.remarks.push(`line ${line}:${column}: ${message}`);
        }
    }

    space() {
        let code;
        while ((code = this.text.charCodeAt(this.at)) === 32 || code === 10 || code === 13 || code === 9) {
            this.at++;
        }
    }

    /** Containers are handed over before they are filled, so that what was read before damage stays. */
    value(set, depth) {
        this.space();
        const start = this.text[this.at];
        if (start === "{" || start === "[") {
            if (depth >= DEEPEST) {
                throw new Damage(this.at, `objects and arrays are nested more than ${DEEPEST} deep`);
            }
            this.at++;
            return start === "{" ? this.object(set, depth + 1) : this.array(set, depth + 1);
        }
        if (start === '"') {
            return this.string(set);
        }
        set(this.word());
    }

    object(set, depth) {
        const object = Object.create(null);
        set(object);
        for (let first = true; !this.ends("}", first); first = false) {
            this.space();
            const at = this.at;
            if (this.text[at] !== '"') {
                throw new Damage(at, this.ended() || "the name of a member in quotes is expected");
            }
            const name = this.string(() => {});
            this.space();
            if (this.text[this.at] !== ":") {
                throw new Damage(this.at, this.ended() || `a colon is expected after "${name}"`);
            }
            this.at++;
            if (name in object) {
                this.remark(at, `"${name.slice(0, 80)}" is there twice; the last one is shown`);
            }
            this.value((value) => (object[name] = value), depth);
        }
    }

    array(set, depth) {
        const array = [];
        set(array);
        for (let first = true; !this.ends("]", first); first = false) {
            const index = array.length;
            this.value((value) => (array[index] = value), depth);
        }
    }

    ends(bracket, first) {
        this.space();
        const next = this.text[this.at];
        if (next === bracket) {
            this.at++;
            return true;
        }
        if (!first) {
            if (next !== ",") {
                throw new Damage(this.at, this.ended() || `a comma or ${bracket} is expected`);
            }
            this.at++;
        }
        return false;
    }

    ended() {
        return this.at >= this.text.length ? "the document ends early" : "";
    }

    string(set) {
        const start = ++this.at;
        let result = "";
        let from = start;
        for (;;) {
            const code = this.text.charCodeAt(this.at);
            if (code === 34) {
                result += this.text.slice(from, this.at++);
                set(result);
                return result;
            }
            if (Number.isNaN(code)) {
                set(result + this.text.slice(from, this.at));
                throw new Damage(this.at, "the document ends early, inside a text");
            }
            if (code === 92) {
                result += this.text.slice(from, this.at) + this.escape();
                from = this.at;
            } else {
                this.at++;
            }
        }
    }

    escape() {
        const letter = this.text[this.at + 1];
        if (letter === "u") {
            const digits = this.text.slice(this.at + 2, this.at + 6);
            if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
                throw new Damage(
                    this.at,
                    this.at + 6 > this.text.length ? "the document ends early" : "\\u needs four hexadecimal digits",
                );
            }
            this.at += 6;
            return String.fromCharCode(parseInt(digits, 16));
        }
        const plain = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }[letter];
        if (plain === undefined) {
            throw new Damage(this.at, letter === undefined ? "the document ends early" : `\\${letter} is no escape`);
        }
        this.at += 2;
        return plain;
    }

    word() {
        const pattern = /[-+.\w]+/y;
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text);
        if (!found) {
            throw new Damage(
                this.at,
                this.ended() || `${JSON.stringify(this.text[this.at])} is not the beginning of a value`,
            );
        }
        const at = this.at;
        const word = found[0];
        this.at += word.length;
        if (word === "true" || word === "false" || word === "null") {
            return { true: true, false: false, null: null }[word];
        }
        if (/^-?\d+$/.test(word)) {
            const number = Number(word);
            return Number.isSafeInteger(number) ? number : BigInt(word.slice(0, 400));
        }
        if (/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(word)) {
            return Number(word);
        }
        const odd = { NaN: NaN, Infinity: Infinity, "-Infinity": -Infinity }[word];
        if (odd !== undefined) {
            this.remark(at, `${word} is no JSON; nothing can be drawn of it`);
            return odd;
        }
        throw new Damage(at, `${word.slice(0, 40)} is no value`);
    }
}
