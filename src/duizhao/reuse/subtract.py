"""What is left out of account before texts are compared: quotations, and wording of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from duizhao.reuse.model import Subtracted
from duizhao.text.span import Span

QUOTED = re.compile(r"《[^《》\n]{2,200}》|“[^“”\n]{2,500}”")


def subtracted(text: str, wording: Mapping[str, str]) -> tuple[Subtracted, ...]:
    """The stretches of `text` that do not count. `wording` maps a phrase to where it comes from."""
    found = [
        Subtracted(Span(*each.span()), "引文", "书名号或引号") for each in QUOTED.finditer(text)
    ]
    for phrase, source in wording.items():
        places = re.finditer(re.escape(phrase), text) if phrase else ()
        found += [Subtracted(Span(*each.span()), "固定提法", source) for each in places]
    return tuple(sorted(found, key=lambda each: each.span))


def masked(text: str, left_out: Iterable[Subtracted]) -> str:
    """`text` with blanks where it does not count, so that all offsets stay."""
    characters = list(text)
    for each in left_out:
        characters[each.span.start : each.span.end] = " " * (each.span.end - each.span.start)
    return "".join(characters)


def counted(span: Span, masked_text: str) -> int:
    """The characters of a span that count: neither blank nor left out."""
    return sum(not each.isspace() for each in span.of(masked_text))
