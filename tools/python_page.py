"""The page docs/python.md: what programs may call, from the signatures and docstrings of the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from doctest import DocTestParser
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from markdown import NOTE, table

import duizhao
from duizhao.api import names

ORDER = ("check", "fix", "review", "typeset", "ledger", "screen", "compare")
"""As one works: a text is checked and mended before it is set, and a meeting ends with its ledger."""
SUBJECTS = (
    "documents",
    "checks",
    "settings",
    "unit_settings",
    "reports",
    "outputs",
    "reviews",
    "typesetting",
    "versions",
    "opinions",
    "ledgers",
    "screening",
    "papers",
    "tables",
    "pages",
)

INTRODUCTION = """\
# From Python

    import duizhao
    from pathlib import Path

    checked = duizhao.check(Path("材料.docx"))
    for finding in checked.findings:
        line, column = checked.source.position(finding.span.start)
        print(f"{line}:{column} {finding.code} {finding.full_message}")

"""
MORE = """\
## duizhao.api

What the command line and the editor are built on: folders on all cores, configurations, reports, indexes. Results are
values; only functions and methods called `write…` write to disk. A `Checker` may be used by many threads at a time; an
open `ScreenIndex` by one. All names below are imported from `duizhao.api` itself.

"""


def python_page() -> str:
    """Each public function with its signature, docstring and example; then the names of the api."""
    _, _, about = (duizhao.__doc__ or "").partition("\n\n")
    assert set(ORDER) == set(duizhao.__all__)
    functions = "\n".join(map(_function, ORDER))
    subjects = "\n".join(_subjects())
    return f"{NOTE}{INTRODUCTION}{about.strip()}\n\n{functions}\n{MORE}{subjects}"


def _function(name: str) -> str:
    function = getattr(duizhao, name)
    text = inspect.getdoc(function) or ""
    prose, _, _ = text.partition(">>>")
    return (
        f"## duizhao.{name}\n\n```python\n{name}{_signature(function)}\n```\n\n"
        f"{prose.strip()}\n\n```python\n{''.join(_example(text))}```\n"
    )


def _signature(function: object) -> str:
    """The signature as it is written, a parameter a line where it is long."""
    assert callable(function)
    signature = inspect.signature(function)
    shown = re.sub(r"'([^']*)'(?=[,)= ]|$)", r"\1", str(signature))
    if len(shown) < 80:
        return shown
    parts = [re.sub(r"'([^']*)'", r"\1", str(each), count=1) for each in _parts(signature)]
    answer = str(signature.return_annotation).strip("'")
    return "(\n" + "".join(f"    {part},\n" for part in parts) + f") -> {answer}"


def _parts(signature: inspect.Signature) -> Iterator[str]:
    is_keyword = False
    for each in signature.parameters.values():
        if each.kind is each.KEYWORD_ONLY and not is_keyword:
            is_keyword = True
            yield "*"
        yield str(each)


def _example(text: str) -> Iterator[str]:
    """The lines of an example as a program has them, what they give as a comment."""
    for example in DocTestParser().get_examples(text):
        yield example.source
        for line in example.want.splitlines():
            yield f"# {line}\n"


def _subjects() -> Iterator[str]:
    """A table for each subject of the api, in the order of `SUBJECTS`."""
    modules = {module.name for module in iter_modules(names.__path__)} - {"late"}
    assert set(SUBJECTS) == modules
    for name in SUBJECTS:
        subject = import_module(f"{names.__name__}.{name}")
        head = f"### {name.capitalize().replace('_', ' ')}\n\n{inspect.getdoc(subject)}"
        yield f"{head}\n\n{table(('name', 'what it is'), list(_names(subject)))}"


def _names(subject: ModuleType) -> Iterator[tuple[str, str]]:
    for name, value in sorted(vars(subject).items()):
        is_shown = not name.startswith("_")
        if is_shown and (isinstance(value, type) or inspect.isfunction(value)):
            first = (inspect.getdoc(value) or "").partition("\n\n")[0].replace("\n", " ")
            yield f"`{name}`", first
