// SPDX-License-Identifier: Apache-2.0
// What the pages do beyond links and forms. Without this file everything still works.
"use strict";

(() => {
    const slider = document.getElementById("day");
    const form = document.getElementById("view");
    if (!slider || !form) {
        return;
    }
    const field = document.getElementById("asOf");
    const play = document.getElementById("play");
    const first = Date.parse(slider.dataset.first + "T00:00Z");
    const dayMs = 86400000;
    const text = (day) => new Date(first + day * dayMs).toISOString().slice(0, 10);
    const number = (date) => Math.round((Date.parse(date + "T00:00Z") - first) / dayMs);
    let waiting = 0;

    document.querySelectorAll(".enhance").forEach((element) => {
        element.hidden = false;
    });

    // The slider only moves the date field; the form asks the server, at most every 60 ms.
    const show = () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => form.requestSubmit(), 60);
    };
    const move = (day) => {
        const to = Math.max(0, Math.min(Number(slider.max), day));
        slider.value = to;
        field.value = text(to);
        slider.setAttribute("aria-valuetext", field.value);
        show();
    };
    slider.addEventListener("input", () => move(Number(slider.value)));
    slider.addEventListener("change", (event) => event.stopPropagation());
    const months = (date, by) => {
        const at = new Date(Date.parse(date + "T00:00Z"));
        const day = at.getUTCDate();
        at.setUTCDate(1);
        at.setUTCMonth(at.getUTCMonth() + by);
        const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
        at.setUTCDate(Math.min(day, last));
        return at.toISOString().slice(0, 10);
    };
    // Arrows move by a day, with Shift by a month, Page keys by half a year, Home and End to the ends.
    slider.addEventListener("keydown", (event) => {
        const back = event.key === "ArrowLeft" || event.key === "ArrowDown" || event.key === "PageDown";
        const on = event.key === "ArrowRight" || event.key === "ArrowUp" || event.key === "PageUp";
        if (!back && !on) {
            return;
        }
        event.preventDefault();
        const sign = back ? -1 : 1;
        if (event.key.startsWith("Page")) {
            move(number(months(field.value, 6 * sign)));
        } else if (event.shiftKey) {
            move(number(months(field.value, sign)));
        } else {
            move(Number(slider.value) + sign);
        }
    });
    field.addEventListener("change", () => {
        if (field.value) {
            slider.value = number(field.value);
            slider.setAttribute("aria-valuetext", field.value);
        }
    });
    document.getElementById("knownOn").addEventListener("change", () => {
        form.querySelector("input[name=known][value=day]").checked = true;
    });
    document.addEventListener("click", (event) => {
        const link = event.target.closest("#steps a");
        if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            move(number(new URL(link.href).searchParams.get("asOf")));
        }
    });

    // Playing: a month at a time from the view's day, from the start if it is at the end.
    let playing = 0;
    const stop = () => {
        clearInterval(playing);
        playing = 0;
        play.setAttribute("aria-pressed", "false");
        play.textContent = play.dataset.play;
    };
    play.addEventListener("click", () => {
        if (playing) {
            stop();
            return;
        }
        play.setAttribute("aria-pressed", "true");
        play.textContent = play.dataset.stop;
        if (Number(slider.value) >= Number(slider.max)) {
            move(0);
        }
        playing = setInterval(() => {
            const next = number(months(field.value, 1));
            move(next);
            if (next >= Number(slider.max)) {
                stop();
            }
        }, 450);
    });

    // Tables that were unfolded stay so when the view changes.
    let unfolded = new Set();
    const key = (details) => details.querySelector("summary").textContent.split(/[:：]/)[0]
        + (details.closest("figure") ? details.closest("figure").id : "");
    document.addEventListener("htmx:beforeSwap", () => {
        unfolded = new Set([...document.querySelectorAll("#where details[open]")].map(key));
    });
    document.addEventListener("htmx:afterSwap", () => {
        document.querySelectorAll("#where details").forEach((details) => {
            details.open = unfolded.has(key(details));
        });
        document.querySelectorAll(".enhance").forEach((element) => {
            element.hidden = false;
        });
        if (live) {
            draw();
        }
    });

    // Interactive charts, drawn from the same numbers when they are asked for.
    let live = false;
    const colour = (name) => {
        const probe = document.createElement("span");
        probe.style.color = "var(" + name + ")";
        document.body.append(probe);
        const value = getComputedStyle(probe).color;
        probe.remove();
        return value;
    };
    const inks = ["--party-a", "--party-b", "--party-c", "--party-d"];
    const dashes = ["solid", [10, 3], [6, 4], [2, 3]];
    const signs = ["circle", "rect", "triangle", "diamond"];
    const line = (one) => {
        const data = [];
        one.steps.forEach((step) => data.push([step[0], step[1]]));
        return data;
    };
    const option = (chart, paint) => ({
        animation: false,
        textStyle: { color: paint("--text"), fontFamily: "inherit" },
        legend: { top: 0, left: 40, textStyle: { color: paint("--text") } },
        grid: { left: 50, right: 24, top: 40, bottom: 60 },
        tooltip: { trigger: "axis", renderMode: "richText" },
        dataZoom: [{ type: "inside" }, { type: "slider", height: 18, bottom: 6 }],
        xAxis: { type: "time", min: chart.from, max: chart.until },
        yAxis: { type: "value", scale: true, splitLine: { lineStyle: { color: paint("--line") } } },
        series: chart.series.map((one) => ({
            name: one.name,
            type: "line",
            step: "end",
            data: line(one).concat(one.steps.length && one.steps[one.steps.length - 1][1] !== null
                ? [[chart.until, one.steps[one.steps.length - 1][1]]] : []),
            symbol: signs[one.slot],
            symbolSize: 6,
            color: paint(inks[one.slot]),
            lineStyle: { type: dashes[one.slot] },
        })).concat(chart.bounds.map((bound) => ({
            type: "line",
            data: [[bound.from, bound.value], [bound.until, bound.value]],
            symbol: "none",
            color: paint("--text"),
            lineStyle: { type: bound.binds ? "solid" : "dashed", width: 2 },
            tooltip: { show: false },
        }))).concat([{
            type: "line",
            data: [],
            markLine: {
                symbol: "none",
                silent: true,
                lineStyle: { color: paint("--muted"), type: "dotted" },
                label: { formatter: chart.cursor, color: paint("--muted") },
                data: [{ xAxis: chart.cursor }],
            },
        }]),
    });
    const load = () => new Promise((resolve, reject) => {
        if (window.echarts) {
            resolve();
            return;
        }
        const script = document.createElement("script");
        script.src = "/web/echarts.js";
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
    });
    const draw = async () => {
        const button = document.getElementById("interactive");
        if (!button) {
            return;
        }
        await load();
        const answer = await fetch(button.dataset.series);
        const all = await answer.json();
        button.parentElement.hidden = true;
        all.charts.forEach((chart) => {
            const place = document.querySelector("[data-chart=\"" + CSS.escape(chart.id) + "\"]");
            if (place) {
                place.replaceChildren();
                place.classList.add("live");
                const drawn = window.echarts.init(place, null, { renderer: "svg" });
                drawn.setOption(option(chart, colour));
                new ResizeObserver(() => drawn.resize()).observe(place);
            }
        });
        live = true;
    };
    document.addEventListener("click", (event) => {
        if (event.target.id === "interactive") {
            draw();
        }
    });
})();
