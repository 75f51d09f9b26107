"""The slip detector: rarely wrong, the same each time, and made from its sources."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from bench.slips.measure import Detector, Result, measure

from duizhao.rules.wording import slips

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def result() -> Result:
    return measure(Detector())


def test_the_data_has_enough_sentences(result: Result) -> None:
    assert result.planted >= 300
    assert result.characters >= 9_000


def test_precision_stays_above_98_in_100(result: Result) -> None:
    assert result.precision >= 0.98, result.false


def test_recall_does_not_sink(result: Result) -> None:
    assert result.found_covered / result.covered >= 0.68, result.missed


@pytest.mark.parametrize("text", ["一失万无", "万无一失、一失万无", "要知道一失万无的道理"])
def test_one_slip_loses_all_is_right(text: str) -> None:
    assert Detector().slips(text) == []


def test_no_term_of_the_lexicon_is_a_wrong_form() -> None:
    assert slips.lexicon().isdisjoint(slips.load())


def test_every_wrong_form_differs_in_one_character() -> None:
    for wrong, right in slips.load().items():
        assert len(wrong) == len(right)
        assert sum(a != b for a, b in zip(wrong, right, strict=True)) == 1, wrong


def test_every_wrong_form_is_found_by_its_pair() -> None:
    detector = Detector()
    # Between line breaks no neighbour makes it right. One in a hundred will do: each takes a scan.
    for wrong in list(slips.load())[::100]:
        assert [slip.wrong for slip in detector.slips(f"\n{wrong}\n")] == [wrong]


def test_a_pair_that_begins_none_and_one_beyond_all_have_no_forms() -> None:
    assert all(slips.forms(pair) for pair in slips.pairs())
    assert slips.forms("一一") == slips.forms("\uffff\uffff") == ()


def test_half_a_wrong_form_is_none() -> None:
    form = next(form for form in slips.forms("不拘") if form.right == "一丝不苟")
    assert form.start == 2
    assert Detector().slips("不拘") == []
    assert Detector().slips("一丝不") == []


def test_of_wrong_forms_that_overlap_the_first_counts() -> None:
    text = "一丝不拘以贯知"
    assert not slips.load().get("拘以贯知")
    assert [slip.wrong for slip in Detector().slips(text)] == ["一丝不拘"]


def test_loading_twice_gives_the_same_in_the_same_order() -> None:
    first = list(slips.load().items())
    slips.forms.cache_clear()
    assert list(slips.load().items()) == first


def test_a_user_term_gives_its_slips() -> None:
    assert slips.expand(["河畅水清岸绿景美"])["河畅水清岸缘景美"] == "河畅水清岸绿景美"


def test_a_short_user_term_gives_none() -> None:
    assert not slips.expand(["河长制"])


def test_the_files_are_made_from_their_sources() -> None:
    if missing := [name for name in ("jieba", "pypinyin", "pycorrector") if not find_spec(name)]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    script = [sys.executable, ROOT / "tools/build_slips.py", "--check"]
    run = subprocess.run(script, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
