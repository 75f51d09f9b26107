"""The lines of an office's own ledger in our columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao.ledger.adopted.head_mapping import CONTENT_KEYS, HeadMapping, OwnTable
from duizhao.ledger.adopted.head_words import AS_REMARK, NOT_TAKEN
from duizhao.ledger.column import KIND_SEPARATOR, numbered
from duizhao.ledger.deadline import as_day, deadline_kinds, last_day
from duizhao.ledger.plan import Cells

GROUP = re.compile(r"^\s*[（(]?[一二三四五六七八九十]{1,3}[）)]?\s*[、.．]?\s*")
TOTAL = re.compile(r"^(?:合\s*计|小\s*计|总\s*计|填表人|制表|审核人|备注[：:]|注[：:]|说明[：:])")
GROUP_COLUMNS = 3
REMARK = "remark"


@dataclass(frozen=True, slots=True)
class OwnLines:
    """The rows that an own ledger gives, and the lines of it that give none."""

    rows: tuple[Cells, ...]
    passed_over: tuple[str, ...]
    are_parted: bool
    """Has a problem several lines?"""


def own_lines(table: OwnTable, mapping: HeadMapping) -> OwnLines:
    """The rows of a table. A line that groups the others names their aspect where no column does."""
    rows: list[dict[str, str]] = []
    problems: list[tuple[int, int]] = []
    passed_over: list[str] = []
    group = ""
    for line in range(table.bottom + 1, len(table.cells.lines)):
        texts = [each.strip() for each in table.cells.lines[line]]
        own = [text for text in dict.fromkeys(texts) if text]
        if not own:
            continue
        if named := _group(table, mapping, line):
            group = named
        cells = _cells(table, mapping, line)
        if named or TOTAL.match(own[0]) or not any(cells.get(key) for key in CONTENT_KEYS):
            passed_over.append("　".join(own))
            continue
        if group and "aspect" not in mapping.keys.values():
            cells["aspect"] = group
        rows.append(cells)
        problems.append(_problem_place(table, mapping, line))
    are_parted = len(set(problems)) < len(problems)
    joined = _joined(rows, problems) if mapping.is_joined else rows
    return OwnLines(tuple(map(_with_days, joined)), tuple(passed_over), are_parted)


def _cells(table: OwnTable, mapping: HeadMapping, line: int) -> dict[str, str]:
    """The cells of one line by our columns; several columns for one are put below each other."""
    found: dict[str, list[str]] = {}
    heads = {each.at: each for each in table.heads}
    for at, key in mapping.keys.items():
        text = table.cells.carried(line, at)
        if key in (NOT_TAKEN, "number") or not text:
            continue
        if key == AS_REMARK:
            head = heads[at].words if at in heads else ""
            found.setdefault(REMARK, []).append(f"{head}：{text}" if head else text)
        else:
            found.setdefault(key, []).append(
                mapping.states.get(text, text) if key == "status" else text
            )
    return {key: "\n".join(dict.fromkeys(texts)) for key, texts in found.items()}


def _group(table: OwnTable, mapping: HeadMapping, line: int) -> str:
    """The name of a group of lines, which stands alone and reaches over the columns: 一、政治建设方面."""
    own = [(at, text) for at, text in enumerate(table.cells.lines[line]) if text.strip()]
    if len(own) != 1:
        return ""
    at, text = own[0]
    block = table.cells.block(line, at)
    is_wide = block is not None and block.right - block.left + 1 >= GROUP_COLUMNS
    is_first = mapping.keys.get(at) in ("number", NOT_TAKEN, None)
    return GROUP.sub("", text).strip() if is_wide or is_first else ""


def _problem_place(table: OwnTable, mapping: HeadMapping, line: int) -> tuple[int, int]:
    """Where the problem of a line stands: in its own cell, or in a block that begins above."""
    at = next(
        (at for key in ("problem", "example") for at, each in mapping.keys.items() if each == key),
        None,
    )
    if at is None:
        return line, 0
    block = table.cells.block(line, at)
    return (block.top if block else line), at


def _joined(rows: Sequence[Cells], problems: Sequence[tuple[int, int]]) -> Iterator[dict[str, str]]:
    """One row for each problem: what its lines have alike stands once, the rest is numbered."""
    groups: dict[tuple[int, int], list[Cells]] = {}
    for cells, place in zip(rows, problems, strict=True):
        groups.setdefault(place, []).append(cells)
    for lines in groups.values():
        keys = dict.fromkeys(key for cells in lines for key in cells)
        yield {key: numbered([cells.get(key, "") for cells in lines]) for key in keys}


def _with_days(cells: Cells) -> dict[str, str]:
    """The row with what its words of a deadline say for certain: the last day, and the kinds."""
    words = cells.get("deadline", "")
    found = dict(cells)
    days = [
        day
        for line in words.splitlines()
        if (day := as_day(line.strip()) or last_day(_dashed(line)))
    ]
    if days and not found.get("due"):
        found["due"] = max(days).isoformat()
    if kinds := KIND_SEPARATOR.join(each.value for each in deadline_kinds(words)):
        found.setdefault("term", kinds)
    return found


def _dashed(words: str) -> str:
    """2024.6.30 and 2024/6/30 as the reader of deadlines knows days."""
    return re.sub(r"(?<=\d)[./](?=\d)", "-", words)
