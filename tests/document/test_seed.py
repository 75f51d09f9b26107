"""The real statement at hand is taken apart as a careful reader would do it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from duizhao.document import Document, NumberStyle, ResidueKind, parse, split
from duizhao.text import Source, Span

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SEED = next(iter(sorted(SEEDS.glob("000_*.txt"))), None)
pytestmark = pytest.mark.skipif(SEED is None, reason=f"没有样例：{SEEDS}")


@pytest.fixture(scope="module")
def document() -> Document:
    assert SEED is not None
    source = Source(SEED.read_text(encoding="utf-8"))
    assert split(source) == (Span(0, len(source.text)),)
    return parse(source)


def test_one_title_and_one_preamble_and_no_signature(document: Document) -> None:
    assert len(document.title) == len(document.preamble) == 1
    assert document.signature is document.date is document.dateline is None
    assert not document.roles
    assert not document.attachments


def test_headings_and_items_are_all_seen(document: Document) -> None:
    assert Counter(heading.level for heading in document.headings) == {1: 3, 2: 8}
    assert [len(section.sections) for section in document.sections] == [6, 2, 0]
    assert all(each.heading.run_in for each in document.sections[1].sections)
    assert not any(each.heading.run_in for each in document.sections[0].sections)
    assert len(document.items) == 15


def test_heading_behind_a_paste_mark_is_seen(document: Document) -> None:
    assert [residue.kind for residue in document.residues] == [ResidueKind.MARK] * 2
    second = document.sections[0].sections[1].heading
    assert second.span.start == document.residues[0].span.end


def test_every_sequence_counts_up_from_one(document: Document) -> None:
    for run in document.sequences:
        assert [marker.number for marker in run.markers] == list(range(1, len(run.markers) + 1))
    assert Counter(run.style for run in document.sequences) == {
        NumberStyle.CHAPTER: 1,
        NumberStyle.SECTION: 2,
        NumberStyle.IS: 7,
    }
