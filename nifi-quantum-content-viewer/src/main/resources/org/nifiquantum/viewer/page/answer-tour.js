// SPDX-License-Identifier: Apache-2.0
// A round trip. Only distances are given, so the map is drawn from them: the plane in which they are least distorted.
import { chart, d3, figure, hover, legend } from "./chart.js";
import { notice, section, table } from "./dom.js";
import { at, list, numbers, plural, show, text } from "./values.js";

const MOST_CITIES = 200;
const ROUNDS = 200;

export function drawTour(run) {
    const cities = list(at(run, "problem", "cities")).map(text);
    const distances = list(at(run, "problem", "distances")).map(numbers);
    if (
        cities.length < 2 ||
        distances.length !== cities.length ||
        distances.some((row) => row.length !== cities.length)
    ) {
        return undefined;
    }
    const tour = list(at(run, "solution", "answer", "tour")).map((name) => cities.indexOf(text(name)));
    const known = tour.length === cities.length && !tour.includes(-1);
    if (cities.length > MOST_CITIES) {
        return [
            section(
                "Tour",
                notice("info", `${plural(cities.length, "city", "cities")} are too many for a picture.`),
                known && legs(cities, distances, tour),
            ),
        ];
    }
    const words = known
        ? `The tour: ${tour.map((city) => cities[city]).join(", ")}, and back.`
        : `${plural(cities.length, "city", "cities")}; there is no tour yet.`;
    const places = positions(distances);
    const draw = (svg, width, height) =>
        drawMap(svg, width, height, { cities, distances, places, tour: known ? tour : [] });
    return [
        section(
            "The tour",
            figure(
                "Placed so that the distances fit as well as they can in a plane.",
                chart(words, (width) => Math.max(300, Math.min(520, width * 0.5)), draw),
            ),
            known &&
                legend([
                    ["line best", "the tour"],
                    ["goal start", "first city"],
                ]),
        ),
        known && section("Legs", legs(cities, distances, tour)),
    ].filter(Boolean);
}

function legs(cities, distances, tour) {
    let sum = 0;
    const rows = tour.map((city, index) => {
        const next = tour[(index + 1) % tour.length];
        sum += distances[city][next];
        return { from: cities[city], to: cities[next], length: distances[city][next], sum };
    });
    return table(
        "From city to city",
        [
            { head: "From", cell: (leg) => leg.from },
            { head: "To", cell: (leg) => leg.to },
            { head: "Length", number: true, cell: (leg) => show(leg.length, 6) },
            { head: "So far", number: true, cell: (leg) => show(leg.sum, 6) },
        ],
        rows,
    );
}

function drawMap(svg, width, height, { cities, distances, places, tour }) {
    const margin = { side: 60, top: 28, bottom: 18 };
    const x = d3.scaleLinear(
        d3.extent(places, (place) => place[0]),
        [margin.side, width - margin.side],
    );
    const y = d3.scaleLinear(
        d3.extent(places, (place) => place[1]),
        [height - margin.bottom, margin.top],
    );
    const pairs = tour.map((city, index) => [city, tour[(index + 1) % tour.length]]);
    const leg = svg
        .append("g")
        .selectAll("line")
        .data(pairs)
        .join("line")
        .attr("class", "leg")
        .attr("x1", ([from]) => x(places[from][0]))
        .attr("y1", ([from]) => y(places[from][1]))
        .attr("x2", ([, to]) => x(places[to][0]))
        .attr("y2", ([, to]) => y(places[to][1]));
    hover(leg, ([from, to]) => `${cities[from]} → ${cities[to]}\n${show(distances[from][to], 6)}`);
    const node = svg
        .append("g")
        .selectAll("g")
        .data(cities)
        .join("g")
        .attr("transform", (_, city) => `translate(${x(places[city][0])},${y(places[city][1])})`);
    node.append("circle").attr("class", "node value-zero").attr("r", 6);
    node.append("text")
        .attr("class", "node-name")
        .attr("y", -11)
        .text((name, city) => (tour.length > 0 ? `${tour.indexOf(city) + 1} ${name}` : name));
    if (tour.length > 0) {
        node.filter((_, city) => city === tour[0])
            .append("circle")
            .attr("class", "goal start")
            .attr("r", 10);
    }
}

/**
 * Classical multidimensional scaling (Torgerson 1952): the two leading eigenvectors of the doubly centred squared
 * distances.
 */
function positions(distances) {
    const size = distances.length;
    const squares = distances.map((row, i) => row.map((value, j) => ((value + distances[j][i]) / 2) ** 2));
    const means = squares.map((row) => d3.mean(row));
    const mean = d3.mean(means);
    const centred = squares.map((row, i) => row.map((value, j) => -(value - means[i] - means[j] + mean) / 2));
    const first = leading(centred, size, 1);
    const rest = centred.map((row, i) =>
        row.map((value, j) => value - first.value * first.vector[i] * first.vector[j]),
    );
    const second = leading(rest, size, 2);
    return d3
        .range(size)
        .map((i) => [
            first.vector[i] * Math.sqrt(Math.abs(first.value)),
            second.vector[i] * Math.sqrt(Math.abs(second.value)),
        ]);
}

/** The largest eigenvalue by power iteration, from a start that is the same each time. */
function leading(matrix, size, phase) {
    const bound = Math.max(...matrix.map((row) => d3.sum(row, Math.abs))) || 1;
    let vector = d3.range(size).map((i) => Math.sin(phase + i * 1.7));
    for (let round = 0; round < ROUNDS; round++) {
        // The shift makes the algebraically largest one the largest in size: distances on roads give negative ones,
        // too.
        const next = matrix.map((row, i) => d3.sum(row, (value, j) => value * vector[j]) + bound * vector[i]);
        const length = Math.hypot(...next) || 1;
        vector = next.map((value) => value / length);
    }
    return { vector, value: d3.sum(vector, (value, i) => value * d3.sum(matrix[i], (entry, j) => entry * vector[j])) };
}
