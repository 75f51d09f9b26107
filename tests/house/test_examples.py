"""The examples that everybody sees first: text and Word file say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.read import read

EXAMPLES = Path(__file__).parents[2] / "examples"
LINTER = Linter(collect(duizhao.rules), shipped().all())
ONLY_WORD = {"DZ319", "DZ320", "DZ322"}


def codes(name: str) -> list[str]:
    return [finding.code for finding in LINTER.check(read(EXAMPLES / name)).findings]


@pytest.mark.parametrize("name", ["good.txt", "good.docx"])
def test_good_example_has_no_finding(name: str) -> None:
    assert codes(name) == []


def test_word_file_has_the_faults_of_the_text_and_those_only_word_can_have() -> None:
    word = codes("faulty.docx")
    layout = [code for code in word if code.startswith("DZ7")]
    assert layout
    assert {code for code in word if code in ONLY_WORD} == ONLY_WORD
    assert [code for code in word if code not in (*ONLY_WORD, *layout)] == codes("faulty.txt")


def test_faulty_example_has_a_fault_of_every_family() -> None:
    assert {code[:3] for code in codes("faulty.txt")} == {f"DZ{family}" for family in range(1, 7)}
