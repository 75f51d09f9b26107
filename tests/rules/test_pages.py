"""Every rule does what its page says, and every page says what it must."""

from __future__ import annotations

import dataclasses
import re
from itertools import chain
from pathlib import Path

import pytest
from page_cases import Case, cases

import duizhao.rules
from duizhao import api
from duizhao.api.screening import Screener
from duizhao.lint import Compare, Family, Linter, Rule, collect, fix
from duizhao.profiles import shipped
from duizhao.read import read_bytes
from duizhao.text import Aside, AsideKind, Source

RULES = collect(duizhao.rules)
WITHOUT_QUESTION = {
    "the usual form or order is named, and nothing else can be meant": (
        "DZ205", "DZ209", "DZ604", "DZ616", "DZ617", "DZ632", "DZ633", "DZ634",
    ),
    "it never belonged to the text, or was lost: only to be removed or looked up": (
        "DZ302", "DZ303", "DZ304", "DZ305", "DZ306", "DZ307", "DZ308", "DZ309", "DZ312", "DZ316",
        "DZ317", "DZ318", "DZ321", "DZ606",
    ),
}  # fmt: skip
"""Rules whose findings need not ask. So do certain fixes, and the layout, for which a standard states the figure."""
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{number}-{case.kind}")
    for rule in RULES
    for number, case in enumerate(cases(rule.page), 1)
]


def linter(rule: Rule, case: Case) -> Linter:
    if case.options:
        rule = dataclasses.replace(rule, options=dataclasses.replace(rule.options, **_tuples(case)))
    known = shipped()
    return Linter([rule], known.all(), known.named(case.profile) if case.profile else None)


def _tuples(case: Case) -> dict[str, object]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in case.options.items()}


def source(case: Case) -> Source:
    if case.docx is not None:
        made = read_bytes(case.docx, "例.docx")
        assert made.text == case.text
        return made
    if case.aside is None:
        return Source(case.text)
    kind, author = case.aside
    words = author if kind in ("header", "footer") else "内容"
    aside = Aside(AsideKind(kind), words, case.spans[0] if case.spans else (0, 0), author)
    return Source(case.text, format="docx", asides=(aside,))


@pytest.fixture
def compare(case: Case, tmp_path: Path) -> Compare | None:
    """What screens against the texts that the page files."""
    if not case.filed:
        return None
    pytest.importorskip("numpy", reason="the extra `screen` is not installed")
    index = api.ScreenIndex(tmp_path)
    for each in case.filed:
        index.add(each.text, each.name, api.DocumentLabel(**each.label))
    index.close()
    return Screener(api.Screening(), tmp_path)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_rule_finds_what_its_page_marks(rule: Rule, case: Case, compare: Compare | None) -> None:
    found = linter(rule, case).check(source(case), compare=compare).findings
    shown = [case.text[slice(*finding.span)] for finding in found]
    assert sorted(finding.span for finding in found) == list(case.spans), shown


@pytest.mark.parametrize(("rule", "case"), [p for p in CASES if p.values[1].kind == "bad"])
def test_finding_asks_unless_there_is_nothing_to_ask(
    rule: Rule, case: Case, compare: Compare | None
) -> None:
    for finding in linter(rule, case).check(source(case), compare=compare).findings:
        quoted = re.compile("“[^”]*”")
        assert "？" not in quoted.sub("", finding.message + finding.advice)
        if finding.asks:
            assert finding.asks.endswith("？")
            assert finding.asks in finding.full_message
            assert finding.asks not in finding.statement
        else:
            listed = rule.code in chain.from_iterable(WITHOUT_QUESTION.values())
            assert listed or finding.edits or rule.family == Family.LAYOUT.folder


@pytest.mark.parametrize("code", sorted(chain.from_iterable(WITHOUT_QUESTION.values())))
def test_rule_listed_without_a_question_has_none(code: str) -> None:
    own = [p.values for p in CASES if p.values[0].code == code and p.values[1].kind == "bad"]
    found = [f for rule, case in own for f in linter(rule, case).check(source(case)).findings]
    assert any(not finding.asks for finding in found)


@pytest.mark.parametrize(("rule", "case"), [p for p in CASES if p.values[1].fixed is not None])
def test_fix_gives_what_its_page_states(rule: Rule, case: Case) -> None:
    assert fix(linter(rule, case), source(case)).source.text == case.fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_has_title_examples_reason_and_source(rule: Rule) -> None:
    assert rule.page.startswith(f"# {rule.code} {rule.title}\n")
    kinds = {case.kind for case in cases(rule.page)}
    assert kinds >= {"bad", "good"}
    why, _, basis = rule.page.partition("## 为什么")[2].partition("## 依据")
    assert why.strip()
    assert rule.source in basis
    assert rule.strength.label in basis
    assert f"`{rule.name}`" in rule.page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_code_belongs_to_its_family(rule: Rule) -> None:
    family = Family.from_code(rule.code)
    assert family
    assert family.folder == rule.family
