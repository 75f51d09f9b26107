"""duizhao 对照: reads self-examination statements and shows, at the exact character, what to ask.

A document is a `Path` to a file, or the text itself as a `str`. A `checker` is a configuration made ready,
`duizhao.api.Checker(config)`, and is worth keeping; without one all rules run as shipped. Results are values; nothing
is written to disk, and nothing leaves the machine. Offsets are characters of the text as it was read. Faults of the
caller or the world are `duizhao.api.DuizhaoError`.
"""

from __future__ import annotations

import sys
from types import ModuleType

from duizhao.version import __version__ as __version__

# `typing` takes as long to import as Python to start; type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from duizhao.api import (
        CheckedSource,
        Checker,
        Failure,
        FileExtract,
        Ledger,
        ReviewedCopy,
        ScreenResult,
        Source,
        TextFix,
        TypesetText,
        VersionComparison,
    )

__all__ = ["check", "compare", "fix", "ledger", "review", "screen", "typeset"]


def check(document: str | Path, checker: Checker | None = None) -> CheckedSource:
    """The findings in a document, in text order: where each is, what it shows, what it asks, on what it rests.

    Raises UnreadableDocument, and MissingTool for an old format without LibreOffice. For folders, see
    `duizhao.api.check_paths`.

    >>> checked = duizhao.check(Path("examples/faulty.txt"))
    >>> finding = checked.findings[0]
    >>> finding.code, finding.span.of(checked.source.text)
    ('DZ304', '更多范文请关注公众号：文秘小站')
    >>> checked.source.position(finding.span.start)
    Position(line=1, column=1)
    """
    from duizhao import api

    return api.check_source(_source(document), checker)


def fix(document: str | Path, checker: Checker | None = None) -> TextFix:
    """A plain text with its certain fixes made: shown as places or as a diff, and written only by its `write`.

    Raises UnreadableDocument, and Unwritable for a document that is no .txt or .md.

    >>> fixed = duizhao.fix("个人对照检查材料\\n一、存在的问题\\n于部职工的意见听得少。\\n")
    >>> [(place.line, place.before, place.after) for place in fixed.changes]
    [(3, '于部职工的意见', '干部职工的意见')]
    """
    from duizhao import api

    return api.fix_source(_source(document), checker)


def review(
    document: str | Path, checker: Checker | None = None, *, fix: bool = False
) -> ReviewedCopy:
    """A copy as a Word file with the same text, each finding a comment at its characters.

    With `fix`, certain fixes are tracked changes. `data` holds the bytes of the .docx. Raises UnreadableDocument,
    MissingTool.

    >>> copy = duizhao.review(Path("examples/faulty.docx"), fix=True)
    >>> copy.before == copy.after
    True
    >>> _ = Path("faulty（审阅稿）.docx").write_bytes(copy.data)
    """
    from duizhao import api

    if isinstance(document, str):
        return api.review_source(api.Source(document), checker, fix=fix)
    return api.review_file(document, checker, fix=fix)


def typeset(
    document: str | Path,
    checker: Checker | None = None,
    *,
    form: str = "docx",
    layout: Path | None = None,
    normalize: bool = False,
) -> TypesetText:
    """A document in the form of GB/T 9704, word for word, as a `docx` or `pdf`: `data` holds its bytes.

    Tables and pictures of a Word file stay; `notes` name what does not, `remark` counts blanks and pasted marks.
    `layout` is a unit's own layout (docs/layout.md). `normalize` also puts punctuation and dates into the standard's
    form; `changes` lists what that changed. Raises UnreadableDocument, Unwritable for characters that Word cannot hold,
    BadConfiguration for the layout, MissingTool for `pdf` without its extra or without a Chinese font.

    >>> made = duizhao.typeset(Path("examples/good.txt"))
    >>> made.before == made.after
    True
    >>> _ = Path("good.docx").write_bytes(made.data)
    """
    from duizhao import api

    setter = api.Typesetter(form, layout, normalize=normalize)
    if isinstance(document, str):
        return setter.typeset(api.Source(document), checker)
    return setter.typeset_file(document, checker)


def ledger(documents: Iterable[str | Path], checker: Checker | None = None) -> Ledger:
    """The promises of several documents as one ledger: a row for each problem, in the words of its document.

    A `Path` may be a folder. A file that cannot be read is named in `unread`. `duizhao.api.render_ledger` makes the
    workbook, `duizhao.api.update_ledger` brings a filled-in one up to date. Raises UnreadableDocument for a path that
    is not there.

    >>> made = duizhao.ledger([Path("examples/good.txt")])
    >>> len(made.rows) > 0
    True
    >>> _ = Path("整改台账.xlsx").write_bytes(api.render_ledger(made))
    """
    from duizhao import api

    extracts: list[FileExtract | Failure] = []
    for document in documents:
        if isinstance(document, str):
            extracts.append(api.extract_rows(api.Source(document), checker))
        else:
            extracts += api.for_each([document], api.extract_rows, checker)
    return api.assemble_ledger(extracts)


def screen(document: str | Path, index: Path, checker: Checker | None = None) -> ScreenResult:
    """What a document shares with those in an index: with whom, which passages, how many characters. Never a verdict.

    `index` is the folder that `duizhao screen add` or `duizhao.api.ScreenIndex` fills. What `[screen]` of the checker's
    configuration names as the unit's own wording does not count. Raises UnreadableDocument, DuizhaoError for an index
    that cannot be read, MissingTool without the extra `screen`.

    >>> with api.ScreenIndex(Path("查重")) as index:
    ...     _ = index.add(Path("examples/faulty.txt").read_text(encoding="utf-8"), "李四.txt")
    >>> found = duizhao.screen(Path("examples/faulty.docx"), Path("查重"))
    >>> [(match.entry.name, len(match.passages)) for match in found.matches]
    [('李四.txt', 1)]
    """
    from duizhao import api

    return api.screen_source(_source(document), index, checker)


def compare(
    first: str | Path, second: str | Path, checker: Checker | None = None
) -> VersionComparison:
    """The second version of a document against the first: findings that are `mended`, those `left`, and `new` ones.

    A finding is left if the first version has one of the same rule about the same words. Raises UnreadableDocument,
    MissingTool.

    >>> first = "个人对照检查材料\\n一、存在的问题\\n推进xx工作不力。\\n"
    >>> versions = duizhao.compare(first, first.replace("xx", "河长制"))
    >>> [finding.code for finding in versions.mended]
    ['DZ301']
    """
    from duizhao import api

    return api.compare_versions(_source(first), _source(second), checker)


def _source(document: str | Path) -> Source:
    from duizhao import api

    return api.Source(document) if isinstance(document, str) else api.read(document)


class _PublicPackage(ModuleType):
    """Keeps the functions `ledger`, `review` and `typeset`: packages of these names do not take their place.

    Importing `duizhao.review` binds that name here, as Python does for every package inside another. What is in these
    packages is imported by `from duizhao.review import …`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _PublicPackage
