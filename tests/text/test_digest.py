"""The digest stands for the words and punctuation of a text, and for nothing else."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from duizhao.text.digest import digest


def test_it_is_the_beginning_of_a_well_known_hash() -> None:
    # So that anybody can check it with the tools of the system.
    assert digest("对照　检查\n材料 ") == hashlib.sha256("对照检查材料".encode()).hexdigest()[:16]


@given(st.lists(st.text()))
def test_blanks_do_not_count(pieces: list[str]) -> None:
    assert digest("".join(pieces)) == digest(" \n\u3000\t".join(pieces))


@given(st.text(), st.text(min_size=1))
def test_everything_else_does(text: str, more: str) -> None:
    assert (digest(text) == digest(text + more)) == more.isspace()


def test_half_a_pair_is_a_character() -> None:
    assert digest("\ud800") != digest("")
