// SPDX-License-Identifier: Apache-2.0
// Assets by risk and return, those that were chosen in colour, and what equal shares of them would bring.
import { axes, chart, d3, figure, hover, legend, padded } from "./chart.js";
import { section, table } from "./dom.js";
import { at, list, number, numbers, show, text } from "./values.js";

export function drawPortfolio(run) {
    const problem = at(run, "problem");
    const names = list(at(problem, "assets")).map(text);
    const returns = numbers(at(problem, "returns"));
    const covariance = list(at(problem, "covariance")).map(numbers);
    if (names.length === 0 || returns.length !== names.length || covariance.length !== names.length) {
        return undefined;
    }
    const chosen = new Set(list(at(run, "solution", "answer", "assets")).map(text));
    const assets = names.map((name, index) => ({
        name,
        mean: returns[index],
        risk: Math.sqrt(Math.max(0, covariance[index][index] ?? 0)),
        chosen: chosen.has(name),
        share: chosen.has(name) ? 1 / chosen.size : 0,
    }));
    const variance = number(at(run, "solution", "answer", "equalSharesVariance"));
    const mean = number(at(run, "solution", "answer", "equalSharesReturn"));
    const whole =
        variance === undefined || mean === undefined
            ? []
            : [{ name: "the chosen ones in equal shares", mean, risk: Math.sqrt(Math.max(0, variance)), whole: true }];
    const words = chosen.size > 0 ? `Chosen: ${[...chosen].join(", ")}.` : "Nothing has been chosen yet.";
    const draw = (svg, width, height) => {
        const margin = { left: 62, right: 20, top: 26, bottom: 38 };
        const points = [...assets, ...whole];
        const x = d3.scaleLinear(
            padded(
                d3.extent(points, (point) => point.risk),
                0.1,
            ),
            [margin.left, width - margin.right],
        );
        const y = d3.scaleLinear(
            padded(
                d3.extent(points, (point) => point.mean),
                0.1,
            ),
            [height - margin.bottom, margin.top],
        );
        axes(svg, {
            x,
            y,
            width,
            height,
            margin,
            xLabel: "risk: standard deviation",
            yLabel: "mean return",
            xFormat: (value) => show(value, 3),
        });
        const node = svg
            .append("g")
            .selectAll("g")
            .data(points)
            .join("g")
            .attr("transform", (point) => `translate(${x(point.risk)},${y(point.mean)})`);
        node.append("path")
            .attr("class", (point) => `node ${point.whole ? "whole" : point.chosen ? "value-one" : "none"}`)
            .attr("d", (point) =>
                d3.symbol(
                    point.whole ? d3.symbolStar : point.chosen ? d3.symbolSquare : d3.symbolCircle,
                    point.whole ? 220 : 110,
                )(),
            );
        node.filter((point) => assets.length <= 40 && !point.whole)
            .append("text")
            .attr("class", "node-name")
            .attr("y", -11)
            .text((point) => point.name);
        hover(
            node,
            (point) =>
                `${point.name}\nreturn ${show(point.mean, 4)}\nrisk ${show(point.risk, 4)}${point.chosen ? `\nshare ${show(point.share, 3)}` : ""}`,
        );
    };
    return [
        section(
            "Risk and return",
            figure(words, chart(words, 340, draw)),
            legend([
                ["node value-one", "chosen"],
                ["node none", "not chosen"],
                ...(whole.length > 0 ? [["node whole", "the chosen ones in equal shares"]] : []),
            ]),
        ),
        section(
            "Weights",
            table(
                "All assets",
                [
                    { head: "Asset", cell: (asset) => asset.name },
                    { head: "Share", number: true, cell: (asset) => (asset.share > 0 ? show(asset.share, 3) : "–") },
                    { head: "Mean return", number: true, cell: (asset) => show(asset.mean, 4) },
                    { head: "Risk", number: true, cell: (asset) => show(asset.risk, 4) },
                ],
                [...assets].sort((a, b) => b.share - a.share || b.mean - a.mean),
            ),
        ),
    ];
}
