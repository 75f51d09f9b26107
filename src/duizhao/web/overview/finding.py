"""What is found by its words: in everything that somebody may see, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from duizhao.web.desk import queries as desk_queries
from duizhao.web.desk.access import TABLE as DESK
from duizhao.web.desk.models import LedgerRow
from duizhao.web.meetings import queries as meetings_queries
from duizhao.web.minutes import queries as minutes_queries
from duizhao.web.opinions import queries as opinions_queries
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.roster import queries as roster_queries
from duizhao.web.talks import queries as talks_queries

SHOWN_OF_KIND, AROUND = 20, 30
"""Hits of one kind on a page; characters on each side of the words."""
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A thing whose words were found: what it is called, the words with what stands around them, its page."""

    title: str
    address: str
    before: str = ""
    found: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SearchHits:
    """The hits of one kind. `has_more` where only the first are shown, `is_confidential` where few may see them."""

    kind: str
    hits: tuple[SearchHit, ...]
    has_more: bool
    is_confidential: bool = False


@dataclass(frozen=True, slots=True)
class SearchedKind:
    """A kind of thing to look through: those that somebody may see, the fields with its words, its page."""

    name: str
    rows: Callable[[Any], QuerySet[Any]]
    fields: tuple[str, ...]
    title: Callable[[Any], str]
    address: Callable[[Any], str]
    is_confidential: bool = False


def find(person: Any, asked: str) -> Iterator[SearchHits]:
    """All that somebody may see with all of the words that were asked for."""
    words = asked.split()[:MOST_WORDS]
    if not words:
        return
    for kind in KINDS:
        rows = _with_words(kind.rows(person), kind.fields, words)[: SHOWN_OF_KIND + 1]
        hits = [_hit(kind, row, words) for row in rows]
        if hits:
            shown = tuple(hits[:SHOWN_OF_KIND])
            yield SearchHits(kind.name, shown, len(hits) > SHOWN_OF_KIND, kind.is_confidential)


def _with_words(rows: QuerySet[Any], fields: Iterable[str], words: Iterable[str]) -> QuerySet[Any]:
    return rows.filter(reduce(and_, (_one_word(fields, word) for word in words)))


def _one_word(fields: Iterable[str], word: str) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__contains": word})
        if field == LEDGER_TEXT:
            # SQLite keeps the characters of a JSON column escaped.
            found |= Q(**{f"{field}__contains": json.dumps(word)[1:-1]})
    return found


def _hit(kind: SearchedKind, row: Any, words: list[str]) -> SearchHit:
    title, address = kind.title(row), kind.address(row)
    for text in _texts(row, kind.fields):
        at = text.find(words[0])
        if at >= 0 and text != title:
            end = at + len(words[0])
            before, after = text[max(0, at - AROUND) : at], text[end : end + AROUND]
            return SearchHit(title, address, _one_line(before), words[0], _one_line(after))
    return SearchHit(title, address)


def _texts(row: Any, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        if field == LEDGER_TEXT:
            yield from (text for text in row.cells.values() if isinstance(text, str))
        else:
            yield str(reduce(lambda thing, name: getattr(thing, name, ""), field.split("__"), row))


def _one_line(text: str) -> str:
    return " ".join(text.split())


LEDGER_TEXT = "in_words"


def _ledger(person: Any) -> QuerySet[Any]:
    known = LedgerRow.objects.filter(is_removed=False).select_related("batch")
    rows = DESK.limit("ledger_row", person, known)
    return rows.annotate(**{LEDGER_TEXT: Cast(F("cells"), TextField())})


def _opinions(person: Any) -> QuerySet[Any]:
    seen = opinions_queries.dossiers(person, "opinions").values("pk")
    own = opinions_queries.opinions(person, "opinion").values("pk")
    words = ReceivedOpinion.objects.filter(Q(about_name="") | Q(pk__in=own), dossier__in=seen)
    return words.select_related("dossier")


KINDS = (
    SearchedKind(
        "会议",
        lambda person: meetings_queries.dossiers(person, "plan"),
        ("name", "theme"),
        lambda row: row.name,
        lambda row: reverse("overview:dossier", kwargs={"dossier": row.key}),
    ),
    SearchedKind(
        "名册",
        lambda person: roster_queries.staff(person, "roster"),
        ("name", "duty", "department__name"),
        lambda row: f"{row.name} {row.duty}",
        lambda row: f"{reverse('roster:roster')}#{row.key}",
    ),
    SearchedKind(
        "材料",
        lambda person: desk_queries.files(person, "file").select_related("file_text"),
        ("name", "file_text__text"),
        lambda row: row.name,
        lambda row: reverse("desk:file", kwargs={"file": row.key}),
    ),
    SearchedKind(
        "整改台账",
        _ledger,
        (LEDGER_TEXT,),
        lambda row: f"{row.batch.name}：{row.cells.get('problem', '')[:AROUND]}",
        lambda row: reverse("rectification:row", kwargs={"tracked": row.key}),
    ),
    SearchedKind(
        "征求的意见",
        _opinions,
        ("words", "topic"),
        lambda row: f"{row.dossier.name}：{row.about_name or '对班子'}",
        lambda row: reverse("opinions:opinions", kwargs={"dossier": row.dossier_id}),
        is_confidential=True,
    ),
    SearchedKind(
        "会议记录",
        lambda person: (
            minutes_queries.entries(person, "words")
            .filter(is_removed=False)
            .select_related("words")
        ),
        ("words__text",),
        lambda row: f"{row.dossier.name}：{row.speaker_name or row.get_kind_display()}",
        lambda row: reverse("minutes:words", kwargs={"entry": row.key}),
        is_confidential=True,
    ),
    SearchedKind(
        "谈话记录",
        lambda person: talks_queries.talks(person, "record").select_related("record"),
        ("record__content", "record__problems", "record__measures", "record__remark"),
        str,
        lambda row: reverse("talks:record", kwargs={"talk": row.key}),
        is_confidential=True,
    ),
)
"""Everything that is looked through, in the order of the page."""
