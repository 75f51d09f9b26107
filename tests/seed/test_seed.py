"""The one real statement at hand: everything that a careful reader sees in it, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import duizhao.rules
from duizhao.lint import CheckedSource, Linter, Reading, collect
from duizhao.profiles import shipped
from duizhao.read import read
from duizhao.statement import Cause, FactKind, Measure, Problem

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SEED = next(iter(sorted(SEEDS.glob("000_*.txt"))), None)
pytestmark = pytest.mark.skipif(SEED is None, reason=f"没有样例：{SEEDS}")


@pytest.fixture(scope="module")
def checked() -> CheckedSource:
    assert SEED is not None
    return Linter(collect(duizhao.rules), shipped().all()).check(read(SEED))


@pytest.fixture(scope="module")
def reading(checked: CheckedSource) -> Reading:
    (only,) = checked.readings
    return only


def marked(checked: CheckedSource, code: str) -> list[str]:
    text = checked.source.text
    return [finding.span.of(text) for finding in checked.findings if finding.code == code]


def aspect_of(reading: Reading, name: str) -> list[Problem]:
    return [p for p in reading.statement.problems if p.aspect and p.aspect.name == name]


def test_parts_of_the_document(reading: Reading) -> None:
    document = reading.document
    assert len(document.title) == 1
    assert len(document.preamble) == 1
    assert Counter(heading.level for heading in document.headings) == {1: 3, 2: 8}
    assert [len(section.sections) for section in document.sections] == [6, 2, 0]
    assert [h.run_in for h in document.headings if h.level == 2] == [False] * 6 + [True] * 2
    assert [reading.of(residue.span) for residue in document.residues] == [
        "##paidbegin##",
        "##paidend##",
    ]
    assert len(document.items) == 15
    assert document.signature is None
    assert document.date is None


def test_what_the_statement_says(reading: Reading) -> None:
    statement = reading.statement
    assert statement.recognised
    assert reading.profile.id == "2023"
    assert len(statement.problems) == 12
    assert sum(problem.example is not None for problem in statement.problems) == 6
    facts = {fact.kind for problem in statement.problems for fact in problem.facts}
    assert facts <= {FactKind.WORK}
    assert len(statement.causes) == 2
    assert [(measure.owner, measure.deadline) for measure in statement.measures] == [
        (None, None)
    ] * 3


@pytest.mark.parametrize("name", ["能力本领", "廉洁自律"])
@pytest.mark.parametrize("kind", [Cause, Measure])
def test_two_aspects_have_no_answer_of_their_own(
    reading: Reading, name: str, kind: type[Cause] | type[Measure]
) -> None:
    problems = aspect_of(reading, name)
    assert len(problems) == 2
    links = reading.statement.links
    assert not [
        link for link in links if link.problem in problems and isinstance(link.answer, kind)
    ]


def test_numbering_has_no_fault(checked: CheckedSource) -> None:
    assert [found.code for found in checked.findings if found.code.startswith("DZ2")] == []


def test_every_blank_is_found_once_and_exactly(checked: CheckedSource) -> None:
    expected = [found.span() for found in re.finditer("[xX×]{2,}", checked.source.text)]
    assert len(expected) == 24
    assert [found.span for found in checked.findings if found.code == "DZ301"] == expected
