"""The layout of a file in reports: one sentence about all that is wrong, and the command that mends it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from duizhao.lint.order import FindingGroup
from duizhao.lint.rule import Rule


def layout_titles(group: FindingGroup, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """What is wrong with the layout, each fault once, the heaviest first."""
    return tuple(dict.fromkeys(rules[finding.code].title for finding in group.findings))


def layout_message(group: FindingGroup, rules: Mapping[str, Rule], name: str) -> str:
    """The sentence of a group of layout findings in the file `name`."""
    titles = layout_titles(group, rules)
    return f"版式有 {len(group.findings)} 处与规定不同：{'；'.join(titles)}。{layout_cure(name)}"


def layout_cure(name: str) -> str:
    """What to do about the layout of the file `name`."""
    file = PurePath(name).name
    quoted = f'"{file}"' if " " in file else file
    return f"不用手改，一次排好：duizhao typeset {quoted}"
