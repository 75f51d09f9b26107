"""Fixes made in text files: shown first, written in the file's own encoding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from duizhao.api.checker import Checker
from duizhao.errors import Unwritable
from duizhao.lint import Finding
from duizhao.text import Source
from duizhao.text.whole_file import write_whole

TEXT = ("txt", "md")
BESIDE = 6
"""Characters shown on each side of a change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A place that a fix changed: its line in the text before, and the words before and after."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixing:
    """A text before and after its fixes, and the findings that they answer. Nothing is written yet."""

    before: Source
    after: Source
    fixed: tuple[Finding, ...]

    @property
    def changes(self) -> Iterator[Change]:
        """Every change, in text order, each with a few characters around it."""
        old, new = self.before.text, self.after.text
        for _, start, end, after_start, after_end in _changed(old, new):
            line = self.before.position(start)
            inside = self.before.line(line.line)
            left = min(BESIDE, start - inside.start)
            right = max(0, min(BESIDE, inside.end - end))
            yield Change(
                line.line,
                old[start - left : end + right],
                new[after_start - left : after_end + right],
            )

    def diff(self) -> str:
        """The changes as a unified diff; empty where there are none."""
        from difflib import unified_diff

        name = self.before.name
        lines = unified_diff(
            self.before.text.splitlines(keepends=True),
            self.after.text.splitlines(keepends=True),
            f"a/{name}",
            f"b/{name}",
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )

    def write(self) -> None:
        """Put the fixed text into its file. Raises Unwritable; the file is then as it was."""
        if self.before.path is None:
            raise Unwritable(f"{self.before.name}：不是文件，无法写回；请用 --diff 看修改")
        if self.fixed:
            write_whole(self.before.path, encoded(self.after))


def fixing(checker: Checker, source: Source) -> Fixing:
    """Make every certain fix in a plain text. Raises Unwritable for another format."""
    if source.format not in TEXT:
        raise Unwritable(f"{source.name}：--fix 只改 .txt 和 .md；Word 文件请按报告在文中修改")
    fixed = checker.fix(source)
    return Fixing(source, fixed.source, fixed.fixed)


def encoded(source: Source) -> bytes:
    """The text as bytes in the encoding it was read in, with its byte order mark. Raises Unwritable."""
    mark = "\ufeff" if source.bom else ""
    try:
        return (mark + source.text).encode(source.encoding)
    except UnicodeEncodeError as fault:
        letter = source.text[fault.start - len(mark)]
        raise Unwritable(
            f"{source.name}：“{letter}”无法用 {source.encoding} 编码写回；请先另存为 UTF-8"
        ) from fault


def _changed(old: str, new: str) -> Iterator[tuple[str, int, int, int, int]]:
    """The stretches in which two texts differ: lines first, then the characters of the lines that differ."""
    # Imported where something was changed: a plain check does not wait for it.
    from difflib import SequenceMatcher

    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    old_starts, new_starts = _starts(old_lines), _starts(new_lines)
    for tag, i, j, k, m in SequenceMatcher(None, old_lines, new_lines, False).get_opcodes():
        if tag == "equal":
            continue
        at, to = old_starts[i], new_starts[k]
        pieces = SequenceMatcher(None, old[at : old_starts[j]], new[to : new_starts[m]], False)
        for kind, a, b, c, d in pieces.get_opcodes():
            if kind != "equal":
                yield kind, at + a, at + b, to + c, to + d


def _starts(lines: list[str]) -> list[int]:
    return [0, *accumulate(map(len, lines))]
