"""Locust plays people on a site that runs; what their answers took, by the pace at which they go on."""

from __future__ import annotations

import csv
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import report
from bench.load.served import ServedSite

PEOPLE, COME_SECONDS, WARM_SECONDS, STAGE_SECONDS = 55, 60, 30, 30
FASTER = (2, 4, 8, 16)
"""How many times as fast as people everybody goes on, one after the other, to find what the site can bear."""
MILLISECONDS = 200
FEWEST_ANSWERS = 20
"""Of a page, for its p95 to say anything."""


@dataclass(frozen=True)
class PlayedStage:
    """A stretch of time in which everybody went on at one pace: from when until when, in seconds from the start."""

    pace: int
    begins: float
    ends: float


@dataclass(frozen=True)
class Answer:
    """When an answer came, to what, after how long, and whether it was a fault."""

    at: float
    name: str
    milliseconds: float
    is_fault: bool

    @property
    def is_page(self) -> bool:
        """Whether it was a page or a form of somebody who is in."""
        return ": " in self.name


def stages(seconds: int) -> list[PlayedStage]:
    """First as people do, when all are there and have looked round; then faster and faster."""
    begins = COME_SECONDS + WARM_SECONDS
    found = [PlayedStage(1, begins, begins + seconds)]
    for pace in FASTER:
        found.append(PlayedStage(pace, found[-1].ends, found[-1].ends + STAGE_SECONDS))
    return found


def play(site: ServedSite, units: int, seconds: int, folder: Path) -> list[report.Row]:
    """The figures of 55 people who come in a minute, look round, and go on."""
    known, record = stages(seconds), folder / "answers.csv"
    computed: dict[int, float] = {}
    watch = threading.Thread(target=_watch, args=(site, known, computed), daemon=True)
    watch.start()
    locustfile = str(Path(__file__).with_name("locustfile.py"))
    command = ["locust", "-f", locustfile, "--headless", "--only-summary", "--host", site.base]
    people = ["--users", str(PEOPLE), "--spawn-rate", str(PEOPLE / COME_SECONDS)]
    subprocess.run(
        [sys.executable, "-m", *command, *people, "--run-time", f"{int(known[-1].ends)}s"],
        check=False,
        stdout=subprocess.DEVNULL,
        env={
            **os.environ,
            "UNITS": str(units),
            "PACES": json.dumps([[each.begins, each.pace] for each in known]),
            "RECORD": str(record),
        },
    )
    watch.join(STAGE_SECONDS)
    with record.open(encoding="utf-8", newline="") as file:
        answers = [
            Answer(float(at), name, float(took), fault == "True")
            for at, name, took, fault in csv.reader(file)
        ]
    return rows(known, answers, computed)


def _watch(site: ServedSite, known: Sequence[PlayedStage], computed: dict[int, float]) -> None:
    """Note what the site has computed when each stage ends, and when the first begins."""
    begun = time.monotonic()
    for number, at in enumerate([known[0].begins, *(each.ends for each in known)]):
        # Locust ends with the last stage: it is looked at a moment before.
        time.sleep(max(0, begun + at - 0.5 - time.monotonic()))
        computed[number] = site.computed()


def rows(
    known: Sequence[PlayedStage], answers: Sequence[Answer], computed: dict[int, float]
) -> list[report.Row]:
    usual = _within(known[0], answers)
    took: dict[str, list[float]] = {}
    for each in usual:
        took.setdefault(each.name, []).append(each.milliseconds)
    often = [name for name, found in took.items() if len(found) >= FEWEST_ANSWERS] or list(took)
    slowest = max(often, key=lambda name: p95(took[name]))
    all_took = [each.milliseconds for each in usual]
    logged_in = [each.milliseconds for each in answers if each.name == "log in"]
    return [
        report.Row("answers", _rate(known[0], usual), "/s"),
        report.Row("processor time of an answer", _computed(known, usual, computed, 0), "ms"),
        report.Row("faults", sum(each.is_fault for each in answers), "", 0),
        report.Row("median of all", statistics.median(all_took), "ms"),
        report.Row("p95 of all", p95(all_took), "ms", MILLISECONDS),
        report.Row(f"slowest p95: {slowest}", p95(took[slowest]), "ms", MILLISECONDS),
        *(report.Row(f"{name}, p95", p95(found), "ms") for name, found in sorted(took.items())),
        report.Row("log in, p95", p95(logged_in), "ms"),
        *_faster(known, answers, computed),
    ]


def _faster(
    known: Sequence[PlayedStage], answers: Sequence[Answer], computed: dict[int, float]
) -> list[report.Row]:
    """How it goes on when everybody goes on faster, and the highest rate whose p95 is within the goal."""
    found, borne = [], 0.0
    for number, stage in enumerate(known):
        there = _within(stage, answers)
        rate, late = _rate(stage, there), p95([each.milliseconds for each in there])
        if late <= MILLISECONDS:
            borne = max(borne, rate)
        if number:
            name = f"{stage.pace} times as fast: {rate:.3g} answers /s"
            cost = _computed(known, there, computed, number)
            found.append(report.Row(f"{name} of {cost:.0f} ms, p95", late, "ms"))
    return [report.Row(f"most answers with p95 ≤ {MILLISECONDS} ms", borne, "/s"), *found]


def _within(stage: PlayedStage, answers: Sequence[Answer]) -> list[Answer]:
    return [each for each in answers if each.is_page and stage.begins <= each.at < stage.ends]


def _rate(stage: PlayedStage, answers: Sequence[Answer]) -> float:
    return len(answers) / (stage.ends - stage.begins)


def _computed(
    known: Sequence[PlayedStage],
    answers: Sequence[Answer],
    computed: dict[int, float],
    number: int,
) -> float:
    """Milliseconds of the processor for each answer of a stage."""
    spent = computed.get(number + 1, 0.0) - computed.get(number, 0.0)
    return 1000 * spent / max(1, len(answers))


def p95(found: Sequence[float]) -> float:
    """The time within which 95 of 100 came."""
    if not found:
        return 0.0
    return sorted(found)[min(len(found) - 1, int(len(found) * 0.95))]
