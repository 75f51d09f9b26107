"""How often Python looks for garbage: hardly ever in a call that ends soon, now and then in one that serves."""

from __future__ import annotations

import gc

COLLECTING = (3_000_000, 50, 50)
"""Thresholds of the garbage collector. The trees of the longest text are some two million values that live until it is
done and hold hardly any cycles: by Python's own thresholds, looking for them takes a third of the time of a review."""
COLLECTING_WHILE_SERVING = (100_000, 50, 50)
"""For a program that goes on for days: requests and events leave cycles."""


def collect_rarely() -> None:
    """Set the collector for a call that reads, writes and ends."""
    gc.set_threshold(*COLLECTING)


def collect_while_serving() -> None:
    """Set the collector for a call that goes on until it is stopped."""
    gc.set_threshold(*COLLECTING_WHILE_SERVING)


def collect_no_more() -> None:
    """Leave all objects to the end of the process, which is near: Python would look through them twice more."""
    gc.freeze()
