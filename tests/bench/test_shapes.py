"""The shapes that were tuned on are read as they are labelled."""

from __future__ import annotations

from bench.shapes.measure import tally


def test_tuned_shapes_are_read_as_labelled() -> None:
    found = tally("tuned")
    assert found.f1 >= 0.98
    assert found.titles == found.shapes
    assert found.kinds >= 0.98 * found.kinds_labelled
    assert found.counts >= 0.9 * found.counts_labelled
