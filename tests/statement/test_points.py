"""The points of our labelled statements are found with both their ends."""

from __future__ import annotations

import pytest
from bench.points.measure import LabelledText, found, samples


@pytest.mark.parametrize(("held_out", "share"), [(False, 0.98), (True, 0.92)])
def test_points_are_found_with_both_ends(held_out: bool, share: float) -> None:
    chosen = [sample for sample in samples() if sample.held_out is held_out]
    made = {(sample.name, *each) for sample in chosen for each in found(sample)}
    labelled = {(sample.name, *each) for sample in chosen for each in sample.points}
    assert len(made & labelled) >= share * max(len(made), len(labelled))


def test_a_label_is_read_without_its_marks() -> None:
    sample = next(each for each in samples() if each.name.startswith("01"))
    assert isinstance(sample, LabelledText)
    assert "⟦" not in sample.text
    assert {sample.text[span.start] for kind, span in sample.points if kind == "C"} == {"一", "二"}
