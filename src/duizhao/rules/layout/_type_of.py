"""The face and size of a part, held against what its role asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, FormattedSpan, Hit
from duizhao.rules.layout._faces import face_named, is_face
from duizhao.rules.layout._figures import size_named
from duizhao.rules.layout._strays import Stray, gathered

if TYPE_CHECKING:
    from duizhao.office.typography import RunFormat

CLOSE = 0.1
"""Points: sizes are written in halves."""


def type_strays(parts: Sequence[FormattedSpan], formatted: FormattedDocument) -> Iterator[Hit]:
    """One finding for each role whose parts are mostly set in another face or size."""
    ordered = sorted(parts, key=lambda each: each.role.value)
    for role, group in groupby(ordered, key=lambda each: each.role):
        members = sorted(group, key=lambda each: each.span)
        look = members[0].look
        strays = [
            Stray(each.span, type_named(each.format))
            for each in members
            if each.format and not is_type(each.format, each, formatted)
        ]
        basis = formatted.layout.bases[f"roles.{role.value}.face"]
        wanted = f"{look.face}{size_named(look.size)}"
        yield from gathered(strays, role.label, len(members), wanted, basis)


def is_type(made: RunFormat, part: FormattedSpan, formatted: FormattedDocument) -> bool:
    """Whether a format has the face and size of a part's role."""
    look = part.look
    return abs(made.points - look.size) <= CLOSE and is_face(made.face, look.face, formatted)


def type_named(made: RunFormat) -> str:
    """Face and size as people say them: 宋体五号."""
    return f"{face_named(made)}{size_named(made.points)}"
