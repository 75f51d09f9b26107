"""Compares the face and size of a part with those of its role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, FormattedSpan, Hit
from duizhao.rules.layout._faces import face_name, is_face
from duizhao.rules.layout._figures import DEFAULT_POINTS, size_name
from duizhao.rules.layout._strays import Stray, stray_hits

if TYPE_CHECKING:
    from duizhao.office.typography import RunFormat

SIZE_TOLERANCE = 0.1
"""In points: Word stores sizes in half points."""

DEFAULT_TYPES = frozenset(
    f"{face}{size_name(DEFAULT_POINTS)}"
    for face in ("宋体", "等线", "等线（中文正文）", "宋体（中文正文）", "未指定字体")
)
"""The type of a new document, as messages name it."""


def type_strays(parts: Sequence[FormattedSpan], formatted: FormattedDocument) -> Iterator[Hit]:
    """One hit for each role with parts in another face or size."""
    ordered = sorted(parts, key=lambda each: each.role.value)
    for role, group in groupby(ordered, key=lambda each: each.role):
        members = sorted(group, key=lambda each: each.span)
        look = members[0].look
        strays = [
            Stray(each.span, type_name(each.format))
            for each in members
            if each.format and not is_type(each.format, each, formatted)
        ]
        basis = formatted.layout.bases[f"roles.{role.value}.face"]
        wanted = f"{look.face}{size_name(look.size)}"
        by_program = all(each.found in DEFAULT_TYPES for each in strays)
        yield from stray_hits(
            strays, role.label, len(members), wanted, basis, by_program=by_program
        )


def is_type(actual: RunFormat, part: FormattedSpan, formatted: FormattedDocument) -> bool:
    """True if a format has the face and size of a part's role."""
    look = part.look
    return abs(actual.points - look.size) <= SIZE_TOLERANCE and is_face(
        actual.face, look.face, formatted
    )


def type_name(actual: RunFormat) -> str:
    """Face and size in words: 宋体五号."""
    return f"{face_name(actual)}{size_name(actual.points)}"
