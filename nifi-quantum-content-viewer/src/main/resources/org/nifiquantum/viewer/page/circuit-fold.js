// SPDX-License-Identifier: Apache-2.0
// Finds layers that repeat: the same gates on the same qubits, whatever their angles.

const SHORTEST = 3;
/** Comparisons of two operations; more than anybody waits for. */
const MOST_WORK = 30_000_000;

/**
 * The repeats in a list of operations, in order and apart from each other: {start, length, times}. Operations start to
 * start + length - 1
 * come that many times in a row.
 */
export function findRepeats(operations) {
    const numbered = new Map();
    const kinds = operations.map((operation) => {
        const kind = `${operation.g} ${operation.q.join(",")}`;
        if (!numbered.has(kind)) {
            numbered.set(kind, numbered.size);
        }
        return numbered.get(kind);
    });
    const repeats = [];
    const budget = { left: MOST_WORK };
    search(kinds, 0, kinds.length, repeats, budget);
    return repeats.sort((a, b) => a.start - b.start);
}

/** Takes the repeat that hides most, then looks before and after it. */
function search(kinds, from, to, repeats, budget) {
    const best = bestRepeat(kinds, from, to, budget);
    if (best === undefined) {
        return;
    }
    repeats.push(best);
    search(kinds, from, best.start, repeats, budget);
    search(kinds, best.start + best.length * best.times, to, repeats, budget);
}

function bestRepeat(kinds, from, to, budget) {
    let best;
    let hidden = 0;
    for (let length = SHORTEST; length <= (to - from) / 2; length++) {
        budget.left -= to - from - length;
        if (budget.left < 0) {
            break;
        }
        let run = 0;
        for (let at = from; at < to - length; at++) {
            run = kinds[at] === kinds[at + length] ? run + 1 : 0;
            const times = Math.floor(run / length) + 1;
            // A shorter layer that hides as much has been found before a longer one.
            if (times > 1 && (times - 1) * length > hidden) {
                hidden = (times - 1) * length;
                best = { start: at - run + 1, length, times };
            }
        }
    }
    return best;
}
