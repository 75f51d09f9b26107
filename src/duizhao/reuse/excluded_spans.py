"""What is left out of account before texts are compared: quotations, and wording of a list."""

from __future__ import annotations

import re

from duizhao.reuse.model import ExcludedSpan
from duizhao.reuse.official import OfficialWording
from duizhao.text.span import Span

QUOTED = re.compile(r"《[^《》\n]{2,200}》|“[^“”\n]{2,500}”")


def excluded_spans(text: str, wording: OfficialWording) -> tuple[ExcludedSpan, ...]:
    """The stretches of `text` that do not count whoever else has them."""
    found = [
        ExcludedSpan(Span(*each.span()), "引文", "书名号或引号") for each in QUOTED.finditer(text)
    ]
    found += [ExcludedSpan(span, "固定提法", source) for span, source in wording.places(text)]
    return tuple(sorted(found, key=lambda each: each.span))
