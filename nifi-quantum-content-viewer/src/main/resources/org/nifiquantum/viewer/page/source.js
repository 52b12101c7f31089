// SPDX-License-Identifier: Apache-2.0
// Where the shown document comes from: out of this very file, or from NiFi.

/** {name, content, download?, circuits(): Promise, schema(): Promise}; throws an Error with a message for people. */
export async function loadShown() {
    const inside = document.getElementById("shown");
    return inside ? fromFile(JSON.parse(inside.textContent)) : fromNiFi();
}

function fromFile(shown) {
    return {
        name: shown.name,
        content: shown.content,
        circuits: async () => shown.circuits,
        schema: async () => shown.schema,
    };
}

async function fromNiFi() {
    const question = window.location.search;
    const download = downloadAddress(question);
    let answer;
    try {
        answer = await ask(`api/content${question}`);
    } catch (error) {
        error.download = download;
        throw error;
    }
    return {
        content: await answer.text(),
        download,
        circuits: async () => (await ask(`api/circuit${question}`)).json(),
        schema: async () => (await ask("run-1.schema.json")).json(),
    };
}

/** Relative addresses only: behind a proxy nobody here knows the others. */
async function ask(address) {
    let answer;
    try {
        answer = await fetch(address, { credentials: "same-origin" });
    } catch {
        throw new Error(
            "NiFi does not answer. It may have been stopped, or the network is down. Reload this page to try again.",
        );
    }
    if (!answer.ok) {
        throw new Error(await reason(answer));
    }
    return answer;
}

async function reason(answer) {
    try {
        const told = (await answer.json()).error;
        if (typeof told === "string") {
            return told;
        }
    } catch {
        // Not from our servlets: NiFi's own security or a proxy has answered.
    }
    if (answer.status === 401 || answer.status === 403) {
        return "You may not see this content, or your session has ended. Log in to NiFi again, or ask who administers it for the policy “view the data”.";
    }
    return `NiFi answered with status ${answer.status}.`;
}

/** NiFi's own address of the content, if it is one: only such an address becomes a link. */
function downloadAddress(question) {
    try {
        const address = new URL(new URLSearchParams(question).get("ref"), window.location.href);
        const ours = address.origin === window.location.origin && /\/nifi-api\/.*\/content/.test(address.pathname);
        return ours ? address.href : undefined;
    } catch {
        return undefined;
    }
}
