// SPDX-License-Identifier: Apache-2.0
// Problems between pairs: a cut of a graph, a QUBO, an Ising model. Nodes are coloured by their value.
import { chart, d3, figure, hover, legend } from "./chart.js";
import { section, notice } from "./dom.js";
import { problemType } from "./run.js";
import { at, list, members, number, plural, show, text } from "./values.js";

const MOST_NODES = 300;
const MOST_EDGES = 3_000;
const STEPS = 300;

/** The graph with the answer in it. */
export function drawGraph(run) {
    const graph = read(run);
    if (graph === undefined) {
        return undefined;
    }
    if (graph.nodes.length > MOST_NODES || graph.edges.length > MOST_EDGES) {
        return [
            section(
                "Graph",
                notice(
                    "info",
                    `${plural(graph.nodes.length, "node")} and ${plural(graph.edges.length, "edge")} are too many for a picture that says anything; the tables below have them all.${balance(graph)}`,
                ),
            ),
        ];
    }
    const cut = graph.isCut && graph.solved;
    const crossing = graph.edges.filter((edge) => edge.crosses);
    const words = cut
        ? `The cut: ${crossing.length} of ${graph.edges.length} edges cross it, of weight ${show(
              d3.sum(crossing, (edge) => edge.weight),
              6,
          )} out of ${show(
              d3.sum(graph.edges, (edge) => edge.weight),
              6,
          )}.`
        : `${plural(graph.nodes.length, "node")} and ${plural(graph.edges.length, "edge")}.`;
    const sides = balance(graph);
    const marks = marksOf(graph);
    if (cut) {
        marks.push(["edge cut", "edge that is cut"], ["edge kept", "edge inside a side"]);
    } else if (graph.coloured && graph.solved) {
        marks.push(["edge negative", "both ends have one colour"]);
    } else if (graph.edges.some((edge) => edge.weight < 0)) {
        marks.push(["edge positive", "positive"], ["edge negative", "negative"]);
    }
    return [
        section(
            graph.isCut
                ? "The graph and its cut"
                : list(at(run, "problem", "edges")).length > 0
                  ? "The graph"
                  : "Variables and couplings",
            figure(
                [words, sides, " Thicker lines weigh more."],
                chart(
                    words,
                    (width) => Math.max(280, Math.min(560, width * 0.56)),
                    (svg, width, height) => draw(svg, width, height, graph, cut),
                ),
            ),
            legend(marks),
        ),
    ];
}

function marksOf(graph) {
    if (!graph.solved) {
        return [["node none", "not decided yet"]];
    }
    if (graph.coloured) {
        return [...new Set(graph.nodes.map((node) => node.value))]
            .filter((value) => value > 0)
            .sort(d3.ascending)
            .map((value) => [`node hue${(value - 1) % 8}`, `colour ${value}`]);
    }
    const [zero, one] = graph.isCut ? ["one side", "other side"] : graph.chosen ? ["not chosen", "chosen"] : ["0", "1"];
    return [
        [graph.chosen ? "node none" : "node value-zero", zero],
        ["node value-one", one],
    ];
}

/** How many nodes have which value, in words. */
function balance(graph) {
    if (!graph.solved) {
        return "";
    }
    const ones = graph.nodes.filter((node) => node.value === 1).length;
    const zeros = graph.nodes.length - ones;
    if (graph.coloured || graph.chosen) {
        return graph.chosen ? ` ${plural(ones, "node")} chosen.` : "";
    }
    return graph.isCut
        ? ` ${plural(zeros, "node")} on one side, ${show(ones)} on the other.`
        : ` ${plural(zeros, "variable")} at 0, ${show(ones)} at 1.`;
}

/** {nodes: [{name, value}], edges: [{source, target, weight, crosses}], isCut, solved}. */
function read(run) {
    const problem = at(run, "problem");
    const pairs = [...list(at(problem, "edges")), ...list(at(problem, "quadratic")), ...list(at(problem, "couplings"))];
    const edges = pairs
        .map((pair) => ({
            source: text(at(pair, "source") ?? at(pair, "first")),
            target: text(at(pair, "target") ?? at(pair, "second")),
            weight: number(at(pair, "weight") ?? at(pair, "value")) ?? 1,
        }))
        .filter((edge) => edge.source !== undefined && edge.target !== undefined);
    const names = new Set(
        [...list(at(problem, "nodes")), ...list(at(problem, "variables")), ...list(at(problem, "spins"))]
            .map(text)
            .filter(Boolean),
    );
    edges.forEach((edge) => names.add(edge.source).add(edge.target));
    if (edges.length === 0 || names.size === 0) {
        return undefined;
    }
    const values = valuesOf(run, names);
    const nodes = [...names].map((name) => ({ name, value: values.get(name) }));
    const byName = new Map(nodes.map((node) => [node.name, node]));
    for (const edge of edges) {
        edge.source = byName.get(edge.source);
        edge.target = byName.get(edge.target);
        edge.crosses =
            edge.source.value !== undefined &&
            edge.target.value !== undefined &&
            edge.source.value !== edge.target.value;
    }
    const solved = nodes.some((node) => node.value !== undefined);
    return {
        nodes,
        edges,
        isCut: problemType(run) === "maxcut",
        solved,
        coloured: problemType(run) === "graph-colouring",
        chosen: chosenIn(run) !== undefined,
    };
}

/** The nodes that an answer of chosen nodes names: a cover, an independent set, a clique. */
function chosenIn(run) {
    return ["cover", "independentSet", "clique"].map((name) => at(run, "solution", "answer", name)).find(Array.isArray);
}

/** The value of each node by name: its side, whether it is chosen, its colour. */
function valuesOf(run, names) {
    const chosen = chosenIn(run);
    if (chosen) {
        const within = new Set(chosen.map(text));
        return new Map([...names].map((name) => [name, within.has(name) ? 1 : 0]));
    }
    const values = at(run, "solution", "answer", "colours") ?? at(run, "solution", "assignment");
    return new Map(members(values).map(([name, value]) => [name, number(value)]));
}

function draw(svg, width, height, graph, cut) {
    place(graph, width, height, cut);
    const heaviest = d3.max(graph.edges, (edge) => Math.abs(edge.weight)) || 1;
    const line = svg
        .append("g")
        .selectAll("line")
        .data(graph.edges)
        .join("line")
        .attr("class", (edge) => `edge ${edgeClass(edge, cut, graph.coloured && graph.solved)}`)
        .attr("stroke-width", (edge) => 1 + (4 * Math.abs(edge.weight)) / heaviest)
        .attr("x1", (edge) => edge.source.x)
        .attr("y1", (edge) => edge.source.y)
        .attr("x2", (edge) => edge.target.x)
        .attr("y2", (edge) => edge.target.y);
    hover(
        line,
        (edge) =>
            `${edge.source.name} – ${edge.target.name}\nweight ${show(edge.weight, 6)}${cut ? (edge.crosses ? "\nis cut" : "\nis not cut") : ""}`,
    );
    const many = graph.nodes.length > 60;
    const node = svg
        .append("g")
        .selectAll("g")
        .data(graph.nodes)
        .join("g")
        .attr("transform", (datum) => `translate(${datum.x},${datum.y})`);
    node.append("path")
        .attr("class", (datum) => `node ${nodeClass(datum, graph)}`)
        .attr("d", (datum) =>
            d3.symbol(datum.value === 1 && !graph.coloured ? d3.symbolSquare : d3.symbolCircle, many ? 70 : 190)(),
        );
    if (!many) {
        node.append("text")
            .attr("class", "node-name")
            .attr("y", -13)
            .text((datum) => (datum.name.length > 18 ? `${datum.name.slice(0, 17)}…` : datum.name));
    }
    hover(node, (datum) => `${datum.name}${datum.value === undefined ? "" : `\n${datum.value}`}`);
}

function nodeClass(node, graph) {
    if (graph.coloured) {
        return node.value > 0 ? `hue${(node.value - 1) % 8}` : "none";
    }
    return [graph.chosen ? "none" : "value-zero", "value-one"][node.value] ?? "none";
}

function edgeClass(edge, cut, coloured) {
    if (coloured) {
        return edge.crosses ? "positive" : "negative";
    }
    return cut ? (edge.crosses ? "cut" : "kept") : edge.weight < 0 ? "negative" : "positive";
}

/**
 * Sides are pulled apart, so that the cut is seen as one. The layout is worked out at once and is the same each time.
 */
function place(graph, width, height, cut) {
    const margin = 46;
    graph.nodes.forEach((node, index) => {
        const turn = (2 * Math.PI * index) / graph.nodes.length;
        node.x = width / 2 + Math.cos(turn) * width * 0.3;
        node.y = height / 2 + Math.sin(turn) * height * 0.3;
    });
    const distance = Math.sqrt((width * height) / graph.nodes.length) * 0.75;
    const simulation = d3
        .forceSimulation(graph.nodes)
        .stop()
        .force(
            "link",
            d3
                .forceLink(graph.edges)
                .distance(distance)
                .strength(cut ? 0.08 : 0.3),
        )
        .force("charge", d3.forceManyBody().strength(-distance * 2.2))
        .force("collide", d3.forceCollide(Math.min(34, distance * 0.42)))
        .force(
            "x",
            d3
                .forceX((node) => (cut ? width * (node.value === 1 ? 0.75 : 0.25) : width / 2))
                .strength(cut ? 0.35 : 0.06),
        )
        .force("y", d3.forceY(height / 2).strength(0.05));
    simulation.tick(Math.min(STEPS, Math.ceil(60_000 / graph.nodes.length)));
    spread(graph.nodes, "x", Math.min(70, width * 0.12), width - Math.min(70, width * 0.12));
    spread(graph.nodes, "y", 30, height - 18);
}

/** Stretches the layout to all the room there is. */
function spread(nodes, axis, from, to) {
    const scale = d3.scaleLinear(
        d3.extent(nodes, (node) => node[axis]),
        [from, to],
    );
    for (const node of nodes) {
        node[axis] = nodes.length === 1 ? (from + to) / 2 : scale(node[axis]);
    }
}
