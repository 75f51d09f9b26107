"""Values are equal and hashed by their fields, and mypy refuses to set one."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pytest

from duizhao.document import Heading, Marker, NumberStyle
from duizhao.text import Span, value

SET = """\
from duizhao.text import Span, value

@value
class Pair:
    span: Span
    name: str = ""

pair = Pair(Span(0, 1))
"""


@value
class Pair:
    span: Span
    name: str = ""


@value
class Other:
    span: Span
    name: str = ""


def test_values_with_the_same_fields_are_equal_and_have_one_hash() -> None:
    assert Pair(Span(0, 1), "a") == Pair(Span(0, 1), "a")
    assert len({Pair(Span(0, 1), "a"), Pair(Span(0, 1), "a"), Pair(Span(0, 2), "a")}) == 2
    assert Pair(Span(0, 1)) != Other(Span(0, 1))


def test_a_value_shows_its_fields_and_can_be_made_anew_with_one_replaced() -> None:
    assert repr(Pair(Span(0, 1), "a")) == "Pair(span=Span(start=0, end=1), name='a')"
    assert replace(Pair(Span(0, 1), "a"), name="b") == Pair(Span(0, 1), "b")


def test_a_value_takes_no_field_that_it_does_not_name() -> None:
    with pytest.raises(AttributeError):
        Pair(Span(0, 1)).other = 1  # type: ignore[attr-defined]


def test_nodes_are_values() -> None:
    marker = Marker(Span(0, 2), NumberStyle.CHAPTER, 1)
    heading = Heading(Span(0, 4), marker, Span(2, 4), 1)
    assert {heading: 1}[replace(heading)] == 1


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ('pair.name = "b"', 'Property "name" defined in "Pair" is read-only'),
        ("Pair()", 'Missing positional argument "span"'),
        ('Pair(Span(0, 1), nam="b")', 'Unexpected keyword argument "nam"'),
        ("hash(pair)", ""),
    ],
)
def test_mypy_holds_values_frozen(line: str, refused: str, tmp_path: Path) -> None:
    mypy = pytest.importorskip("mypy.api", reason="mypy comes with the extra `quality`")
    (tmp_path / "setting.py").write_text(SET + line + "\n", encoding="utf-8")
    printed, _, status = mypy.run(["--strict", "--no-error-summary", str(tmp_path / "setting.py")])
    assert (refused in printed, status) == (True, int(bool(refused))), printed


def test_a_value_may_have_a_computed_property() -> None:
    @value
    class Named:
        name: str

        @cached_property
        def length(self) -> int:
            return len(self.name)

    assert Named("甲乙").length == 2
    assert Named("甲乙") == Named("甲乙")
