"""习近总书记 → 习近平总书记"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording import grave, slips
from duizhao.rules.wording.grave.miswriting import RestsByPiece, miswritings
from duizhao.rules.wording.slips.slip import slips_in
from duizhao.text import Span, value

CODE = "DZ625"
OTHER_SLIPS = "DZ601"
LONGEST_SLIP = 16
"""In characters: how far a slip that DZ601 reports may reach beyond a phrase."""


@value
class MiswrittenPhraseOptions:
    """`phrases`: the unit's own phrases of five characters or more in which no character may be wrong."""

    phrases: tuple[str, ...] = ()


def _pieces(options: MiswrittenPhraseOptions) -> Iterable[str]:
    return (*grave.pieces(), *_own(options))


@rule(
    CODE,
    on=Document,
    anchors=_pieces,
    severity=Severity.ERROR,
    source="中央文件和公开报道的通行写法",
    strength=Strength.EVIDENT,
    options=MiswrittenPhraseOptions(),
    beyond_statements=True,
    corrects=True,
    criteria=("G3",),
)
def miswritten_phrase(
    document: Document, reading: Reading, options: MiswrittenPhraseOptions
) -> Iterator[Hit]:
    """重要提法、名称写错"""
    for each in miswritings(reading.text, reading.marks.get(CODE), _rests_of(options)):
        if not _is_reported_already(reading, each.span):
            written, right = _quoted(reading.of(each.span)), _quoted(each.right)
            if each.is_certain:
                yield Hit(each.span, f"{written}{each.kind.value}，应为{right}。", each.edits)
            else:
                yield Hit(
                    each.span,
                    f"{written}像是{each.kind.value}",
                    severity=Severity.WARNING,
                    asks=f"是不是{right}？",
                )


def _quoted(phrase: str) -> str:
    return phrase if phrase[0] == "“" else f"“{phrase}”"


def _is_reported_already(reading: Reading, span: Span) -> bool:
    near = Span(max(0, span.start - LONGEST_SLIP), span.end + LONGEST_SLIP)
    pairs = reading.marks.within(OTHER_SLIPS, near)
    return any(slip.span.overlaps(span) for slip in slips_in(reading.text, pairs, slips.forms))


@cache
def _rests_of(options: MiswrittenPhraseOptions) -> RestsByPiece:
    own = _own(options)
    return RestsByPiece(lambda piece: (*grave.phrases(piece), *own.get(piece, ())))


@cache
def _own(options: MiswrittenPhraseOptions) -> Mapping[str, tuple[grave.GravePhrase, ...]]:
    return grave.own_phrases(options.phrases) if options.phrases else {}
