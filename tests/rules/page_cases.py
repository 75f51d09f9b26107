"""Reads the examples out of a rule's page.

An example is a fenced block: `~~~bad` with the expected spans in ⟦ ⟧, `~~~good` that must stay silent,
`~~~fixed` with the exact result of fixing the `~~~bad` before it. Words behind the fence set the case up:

    ~~~bad profile=2023            the profile to read it under (else it is chosen from the text; `generic` if none)
    ~~~bad aside=comment:张三       something kept apart, hung on the marked span (kind:author, or header:words)
    ~~~bad units=["某某市水务局"]    an option of the rule, as a TOML value without spaces
    ~~~filed person=张三 year=2022  no example: a text filed, with this label and name, in the index that the examples
                                   after it are screened against
    ~~~bad docx                    read from a Word file, in which 〔 〕 say how it is set (see set_document.py)
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from typing import Any

from set_document import built, without_directions

from duizhao.text import Span

BLOCK = re.compile(r"^~~~(bad|good|fixed|filed)([^\n]*)\n(.*?)\n?^~~~$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Filed:
    """A text of the index; `label` are the fields of its label."""

    text: str
    name: str
    label: dict[str, str]


@dataclass(frozen=True)
class Case:
    """One example: its text without marks, the spans expected, and how it is to be read."""

    kind: str
    text: str
    spans: tuple[Span, ...]
    profile: str | None = None
    aside: tuple[str, str] | None = None
    options: dict[str, Any] = field(default_factory=dict)
    docx: bytes | None = None
    fixed: str | None = None
    filed: tuple[Filed, ...] = ()


def cases(page: str) -> list[Case]:
    """The examples of a page, each `fixed` folded into the `bad` before it."""
    found: list[Case] = []
    filed: tuple[Filed, ...] = ()
    for kind, words, body in BLOCK.findall(page):
        if kind == "fixed":
            found[-1] = replace(found[-1], fixed=body)
        elif kind == "filed":
            label = dict(word.split("=", 1) for word in words.split())
            filed = (*filed, Filed(body, label.pop("name", "材料.docx"), label))
        else:
            found.append(replace(_case(kind, words.split(), body), filed=filed))
    return found


def _case(kind: str, words: list[str], body: str) -> Case:
    docx = built(body) if "docx" in words else None
    text, spans = unmarked(without_directions(body) if docx else body)
    settings = dict(word.split("=", 1) for word in words if word != "docx")
    profile, aside = settings.pop("profile", None), settings.pop("aside", None)
    options = {key: tomllib.loads(f"v = {value}")["v"] for key, value in settings.items()}
    kind_author = tuple(aside.split(":", 1)) if aside else None
    return Case(kind, text, spans, profile, kind_author, options, docx)  # type: ignore[arg-type]


def unmarked(body: str) -> tuple[str, tuple[Span, ...]]:
    """The text without ⟦ ⟧, and the spans they enclosed; marks may nest."""
    text, opened, spans = "", [], []
    for piece in re.split("([⟦⟧])", body):
        if piece == "⟦":
            opened.append(len(text))
        elif piece == "⟧":
            spans.append(Span(opened.pop(), len(text)))
        else:
            text += piece
    return text, tuple(sorted(spans))
