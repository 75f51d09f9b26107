"""The certain fixes in a text file: shown first, then written in the encoding of the file."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.api.checker import Checker, default_checker
from duizhao.api.encoded_text import encoded
from duizhao.api.output_file import WrittenFile, write_original
from duizhao.errors import Unwritable
from duizhao.lint import Finding
from duizhao.read import TEXT_FORMATS
from duizhao.text import Edit, Source, value

CONTEXT_CHARACTERS = 6
"""Shown on each side of a change."""


@value
class FixedPlace:
    """A place that a fix changes: its line in the text before, and the words before and after."""

    line: int
    before: str
    after: str


@value
class TextFix:
    """A text before and after its fixes, the findings that they answer, and the edits between the two.

    Nothing is written yet.
    """

    before: Source
    after: Source
    fixed: tuple[Finding, ...]
    edits: tuple[Edit, ...]

    @property
    def changes(self) -> Iterator[FixedPlace]:
        """Every change, in text order, each with a few characters around it."""
        text = self.before.text
        for edit in self.edits:
            start, end = edit.span
            line = self.before.position(start).line
            inside = self.before.line(line)
            left = text[max(inside.start, start - CONTEXT_CHARACTERS) : start]
            right = text[end : max(end, min(inside.end, end + CONTEXT_CHARACTERS))]
            yield FixedPlace(
                line, f"{left}{edit.span.of(text)}{right}", f"{left}{edit.replacement}{right}"
            )

    def diff(self) -> str:
        """The changes as a unified diff; empty without changes."""
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

    def write(self) -> WrittenFile | None:
        """Put the fixed text into its file, and keep what it was; None where there is nothing to fix.

        Raises Unwritable; the file is then as it was.
        """
        if self.before.path is None:
            raise Unwritable(f"{self.before.name}：不是文件，无法写回；请用 --diff 看修改")
        return write_original(self.before.path, encoded(self.after)) if self.fixed else None


def fix_source(source: Source, checker: Checker | None = None) -> TextFix:
    """Make every certain fix in a plain text. Raises Unwritable for another format."""
    if source.format not in TEXT_FORMATS:
        review = "请用 duizhao review --fix，改动以修订标出"
        if source.format == "pdf":
            raise Unwritable(f"{source.name}：PDF 改不了；原来的 Word 文件{review}")
        raise Unwritable(f"{source.name}：--fix 只改 .txt 和 .md；Word 文件{review}")
    fixed = (checker or default_checker()).fix(source)
    return TextFix(source, fixed.source, fixed.fixed, fixed.edits)
