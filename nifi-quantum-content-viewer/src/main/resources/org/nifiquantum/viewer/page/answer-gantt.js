// SPDX-License-Identifier: Apache-2.0
// A schedule: what each machine does when. Colours and names tell the jobs.
import { chart, d3, figure, hover } from "./chart.js";
import { section } from "./dom.js";
import { at, list, members, number, plural, show, text } from "./values.js";

const ROW = 40;

export function drawGantt(run) {
    const steps = members(at(run, "solution", "answer", "schedule"))
        .flatMap(([job, parts]) =>
            list(parts).map((part, index) => ({
                job,
                index,
                machine: text(at(part, "machine")) ?? "?",
                start: number(at(part, "start")),
                end: number(at(part, "end")),
            })),
        )
        .filter((step) => step.start !== undefined && step.end !== undefined);
    if (steps.length === 0) {
        return undefined;
    }
    const jobs = [...new Set(steps.map((step) => step.job))];
    const machines = [
        ...new Set([...list(at(run, "problem", "machines")).map(text), ...steps.map((step) => step.machine)]),
    ].filter(Boolean);
    const end = d3.max(steps, (step) => step.end);
    const horizon = number(at(run, "problem", "horizon"));
    const words = `${plural(jobs.length, "job")} on ${plural(machines.length, "machine")}, done at ${show(end)}${horizon === undefined ? "" : `; the horizon is ${show(horizon)}`}.`;
    const draw = (svg, width, height) => {
        const left = Math.min(140, 22 + 7 * d3.max(machines, (machine) => machine.length));
        const x = d3.scaleLinear([0, Math.max(end, horizon ?? 0)], [left, width - 16]);
        const y = (machine) => machines.indexOf(machine) * ROW + 6;
        svg.append("g")
            .attr("class", "axis grid")
            .attr("transform", `translate(0,${height - 26})`)
            .call(
                d3
                    .axisBottom(x)
                    .ticks(width / 90)
                    .tickSize(-(height - 30)),
            );
        svg.append("g")
            .selectAll("text")
            .data(machines)
            .join("text")
            .attr("class", "label")
            .attr("x", left - 8)
            .attr("y", (machine) => y(machine) + 20)
            .attr("text-anchor", "end")
            .text((machine) => machine);
        const bar = svg
            .append("g")
            .selectAll("g")
            .data(steps)
            .join("g")
            .attr("transform", (step) => `translate(${x(step.start)},${y(step.machine)})`);
        bar.append("rect")
            .attr("class", (step) => `task hue${jobs.indexOf(step.job) % 8}`)
            .attr("width", (step) => Math.max(1, x(step.end) - x(step.start) - 1))
            .attr("height", ROW - 10)
            .attr("rx", 3);
        bar.filter((step) => x(step.end) - x(step.start) > step.job.length * 7.5 + 4)
            .append("text")
            .attr("class", "task-name")
            .attr("x", (step) => (x(step.end) - x(step.start)) / 2)
            .attr("y", 20)
            .text((step) => step.job);
        hover(
            bar,
            (step) =>
                `job ${step.job}, step ${step.index + 1}\nmachine ${step.machine}\n${show(step.start)} to ${show(step.end)}`,
        );
        if (horizon !== undefined) {
            svg.append("line")
                .attr("class", "limit")
                .attr("x1", x(horizon))
                .attr("x2", x(horizon))
                .attr("y1", 0)
                .attr("y2", height - 26);
        }
    };
    return [section("The schedule", figure(words, chart(words, machines.length * ROW + 34, draw)))];
}
