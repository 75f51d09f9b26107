"""Spark's own account of a run: what each stage sent round, read from its event log."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shuffle:
    """What a stage wrote for the next one to fetch, and what of its work did not fit into memory."""

    bytes: int
    records: int
    spilled: int


def keep(folder: Path) -> None:
    """Let a Spark that is started from here on write its event log into `folder`."""
    defaults = folder / "spark-defaults.conf"
    defaults.write_text(
        f"spark.eventLog.enabled true\nspark.eventLog.compress false\nspark.eventLog.dir {folder.as_uri()}\n",
        encoding="utf-8",
    )
    os.environ["SPARK_CONF_DIR"] = str(folder)


def shuffles(folder: Path) -> list[Shuffle]:
    """The stages that wrote a shuffle, in their order."""
    stages: dict[int, Shuffle] = {}
    for event in _events(folder):
        if event["Event"] == "SparkListenerTaskEnd" and "Task Metrics" in event:
            metrics = event["Task Metrics"]
            written = metrics["Shuffle Write Metrics"]
            before = stages.get(event["Stage ID"], Shuffle(0, 0, 0))
            stages[event["Stage ID"]] = Shuffle(
                before.bytes + written["Shuffle Bytes Written"],
                before.records + written["Shuffle Records Written"],
                before.spilled + metrics["Disk Bytes Spilled"],
            )
    return [stage for _, stage in sorted(stages.items()) if stage.bytes]


def _events(folder: Path) -> Iterator[dict]:
    for log in sorted(folder.glob("eventlog*/events_*")):
        with log.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
