"""The end of the page: the rules with findings, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from duizhao.lint import Rule, family_label
from duizhao.page import escaped

WHY = re.compile(r"^## 为什么\s*\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
FOLD = re.compile(r".\s*\n\s*(?=(.))")
STRONG = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`([^`]+)`")


def rule_list(rules: Iterable[Rule]) -> str:
    """A section with an entry for each rule; empty without rules."""
    entries = "".join(map(_entry, rules))
    return f'<section id="rules"><h2>规则说明</h2>{entries}</section>' if entries else ""


def _entry(rule: Rule) -> str:
    basis = rule.basis()
    source = f'<p class="source">依据：{escaped(basis)}</p>' if basis else ""
    return (
        f'<section id="{rule.code}" class="rule"><h3>{rule.code} {escaped(rule.title)}'
        f"<small>{family_label(rule.family)} · {rule.severity.label}</small></h3>{_why(rule)}"
        f"{source}</section>"
    )


def _why(rule: Rule) -> str:
    """The reason on a rule's page as HTML; its Markdown uses two kinds of marks."""
    found = WHY.search(rule.page)
    blocks = re.split(r"\n\s*\n", found[1].strip()) if found else []
    return "".join(f"<p>{_inline(FOLD.sub(_join, block))}</p>" for block in blocks)


def _join(fold: re.Match[str]) -> str:
    """The replacement for a line break: nothing between Chinese characters, a space between words."""
    before = fold[0][0]
    return f"{before} " if before.isascii() and fold[1].isascii() else before


def _inline(text: str) -> str:
    return CODE.sub(r"<code>\1</code>", STRONG.sub(r"<strong>\1</strong>", escaped(text)))
