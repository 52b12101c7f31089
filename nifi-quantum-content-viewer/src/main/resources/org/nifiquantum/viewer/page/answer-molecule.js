// SPDX-License-Identifier: Apache-2.0
// The energy that was found beside the exact one, with the band that chemists ask for.
import { chart, d3, figure, hover, padded } from "./chart.js";
import { facts, section } from "./dom.js";
import { history, problemType } from "./run.js";
import { at, number, show } from "./values.js";

/** 1 kcal/mol, in hartree. */
const CHEMICAL_ACCURACY = 1.6e-3;

export function drawMolecule(run) {
    const answer = at(run, "solution", "answer");
    const exact = number(at(answer, "exactEnergy"));
    const energy = number(at(run, "solution", "objective")) ?? history(run).best;
    if (problemType(run) !== "molecule" || energy === undefined) {
        return undefined;
    }
    const error = exact === undefined ? undefined : energy - exact;
    const first = history(run).evaluations[0]?.value;
    const levels = [
        ["first evaluation", first, "none"],
        ["this run", energy, "value-zero"],
        ["exact", exact, "whole"],
    ].filter(([, value]) => value !== undefined);
    const draw = (svg, width, height) => {
        const y = d3.scaleLinear(
            padded(
                d3.extent([
                    ...levels.map(([, value]) => value),
                    ...(exact === undefined ? [] : [exact + CHEMICAL_ACCURACY, exact - CHEMICAL_ACCURACY]),
                ]),
                0.12,
            ),
            [height - 16, 16],
        );
        if (exact !== undefined) {
            svg.append("rect")
                .attr("class", "band")
                .attr("x", 60)
                .attr("width", width - 80)
                .attr("y", y(exact + CHEMICAL_ACCURACY))
                .attr("height", Math.max(1, y(exact - CHEMICAL_ACCURACY) - y(exact + CHEMICAL_ACCURACY)));
        }
        const step = (width - 80) / levels.length;
        const level = svg
            .append("g")
            .selectAll("g")
            .data(levels)
            .join("g")
            .attr("transform", ([, value], index) => `translate(${60 + step * index},${y(value)})`);
        level
            .append("line")
            .attr("class", ([, , kind]) => `level ${kind}`)
            .attr("x1", 12)
            .attr("x2", step - 12);
        level
            .append("text")
            .attr("class", "node-name")
            .attr("x", step / 2)
            .attr("y", -8)
            .text(([name, value]) => `${name} ${show(value, 8)}`);
        hover(level, ([name, value]) => `${name}\n${show(value, 10)} Ha`);
    };
    const words = levels.map(([name, value]) => `${name} ${show(value, 9)} Ha`).join(", ");
    return [
        section(
            "Energy",
            figure(
                exact === undefined
                    ? "Hartree. No exact energy is known."
                    : "Hartree. The band is chemical accuracy, 1.6 mHa, around the exact energy.",
                chart(words, 260, draw),
            ),
            facts([
                ["Energy", `${show(energy, 10)} Ha`],
                ["Exact", exact === undefined ? "not known: the operator is too large" : `${show(exact, 10)} Ha`],
                [
                    "Error",
                    error === undefined
                        ? undefined
                        : `${show(error * 1000, 4)} mHa: ${Math.abs(error) <= CHEMICAL_ACCURACY ? "within" : "outside"} chemical accuracy`,
                ],
                ["Electrons", show(at(answer, "electrons"))],
                [
                    "Nuclear repulsion",
                    number(at(run, "problem", "nuclearRepulsion")) === undefined
                        ? undefined
                        : `${show(at(run, "problem", "nuclearRepulsion"), 8)} Ha`,
                ],
            ]),
        ),
    ];
}
