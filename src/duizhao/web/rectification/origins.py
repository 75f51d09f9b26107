"""From where a row comes, as its page shows it to one person: each with its words and where they stand.

What was said of one person in confidence is not repeated here: the page leads to where reading it is noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from duizhao.ledger.row import RowOrigin
from duizhao.web.desk import queries as desk
from duizhao.web.desk.models import FileText, LedgerRow
from duizhao.web.meetings.models import Dossier
from duizhao.web.minutes.access import TABLE as MINUTES
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.opinions.queries import dossiers, read_opinions
from duizhao.web.rectification.models import RowSource
from duizhao.web.talks.queries import talks

CONTEXT_CHARACTERS = 400
"""Of the paragraphs around a sentence."""


@dataclass(frozen=True, slots=True)
class StatedSentence:
    """The sentence of a statement with what stands before and after it; `address` leads to its place in the file."""

    sentence: str
    before: str = ""
    after: str = ""
    name: str = ""
    place: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class NamedSource:
    """Something that named the problem: what it is, its words as far as this person may read them, where it stands."""

    label: str
    words: str = ""
    place: str = ""
    address: str = ""
    source: RowSource | None = None


def sentence_of(person: Any, row: LedgerRow) -> StatedSentence | None:
    """The sentence from which a row was taken; around it only for those who may read the statement."""
    sentence = row.cells.get("sentence", "").strip()
    if not row.written or not sentence:
        return None
    place = row.cells.get("place", "")
    file = row.file
    if file is None or file.removed_at:
        return StatedSentence(sentence, place=place)
    if not desk.files(person, "file").filter(pk=file.pk).exists():
        return StatedSentence(sentence, name=file.name, place=place)
    address = reverse("desk:file", kwargs={"file": file.pk})
    address += f"#d1-{row.cells.get('paragraph', '')}"
    text = FileText.objects.filter(file=file).values_list("text", flat=True).first() or ""
    before, after = _around(text, sentence, row.cells.get("span", ""))
    return StatedSentence(sentence, before, after, file.name, place, address)


def sources_of(
    person: Any, row: LedgerRow, opinions: Sequence[ReceivedOpinion]
) -> list[NamedSource]:
    """All else that named the problem of a row; `opinions` are those of `opinions_of`."""
    kept = list(row.sources.select_related("earlier__batch"))
    named = {each.opinion_id for each in kept}
    found = [*_of_talks(person, row), *_of_minutes(person, row)]
    found += [_of_opinion(each) for each in opinions if each.pk not in named]
    may_read = {each.pk: each for each in opinions}
    return [*found, *(_of_source(each, may_read) for each in kept)]


def opinions_of(person: Any, row: LedgerRow) -> list[ReceivedOpinion]:
    """The opinions that this row answers, as far as `person` may read them."""
    dossier = getattr(row.batch, "dossier", None)
    if dossier is None or not dossiers(person, "opinions").filter(pk=dossier.pk).exists():
        return []
    answered = Q(row_sources__row=row)
    claim = row.written.get("claim", "")
    if row.file_id and claim:
        answered |= Q(file=row.file_id, problem=claim)
    return list(read_opinions(person, dossier).filter(answered).distinct())


def _around(text: str, sentence: str, span: str) -> tuple[str, str]:
    """The paragraphs before and after a sentence; nothing where the text has it no more."""
    start = text.find(sentence)
    told = span.partition("–")[0]
    if told.isdecimal() and text.startswith(sentence, int(told)):
        start = int(told)
    if start < 0:
        return "", ""
    end = start + len(sentence)
    before = text[:start].rstrip("\n").rpartition("\n")[2]
    here_after, _, rest = text[end:].partition("\n")
    after = here_after or rest.lstrip("\n").partition("\n")[0]
    return before[-CONTEXT_CHARACTERS:], after[:CONTEXT_CHARACTERS]


def _of_talks(person: Any, row: LedgerRow) -> Iterator[NamedSource]:
    for each in row.talk_agreements.select_related("talk"):
        seen = talks(person, "talk").filter(pk=each.talk_id).exists()
        address = reverse("talks:talk", kwargs={"talk": each.talk_id}) if seen else ""
        yield NamedSource(RowOrigin.TALK.value, "", f"{each.talk}的谈心谈话中约定的", address)


def _of_minutes(person: Any, row: LedgerRow) -> Iterator[NamedSource]:
    for each in row.minutes_entries.filter(is_removed=False):
        meeting = Dossier.objects.filter(pk=each.dossier_id)
        is_seen = MINUTES.limit("meeting", person, meeting).exists()
        address = reverse("minutes:meeting", kwargs={"dossier": each.dossier_id}) if is_seen else ""
        place = f"会议记录：{each.speaker_name}对{each.about_name}的批评意见"
        yield NamedSource(RowOrigin.CRITICISM.value, "", place, address)


def _of_opinion(opinion: ReceivedOpinion, source: RowSource | None = None) -> NamedSource:
    where = "，".join(filter(None, (opinion.get_origin_display(), opinion.scope)))
    if opinion.is_personal:
        # Whoever reads what is said of one person is noted, on its own page.
        address = reverse("opinions:opinion", kwargs={"opinion": opinion.pk})
        return NamedSource(RowOrigin.OPINION.value, "", f"{where}，对个人的意见", address, source)
    return NamedSource(RowOrigin.OPINION.value, opinion.words, where, source=source)


def _of_source(source: RowSource, may_read: Mapping[str, ReceivedOpinion]) -> NamedSource:
    label = source.get_origin_display()
    if source.opinion_id:
        opinion = may_read.get(source.opinion_id)
        if opinion is None:
            return NamedSource(label, place="征求到的意见，在这里看不到原话", source=source)
        return _of_opinion(opinion, source)
    if source.earlier:
        cells = source.earlier.cells
        place = f"上年台账 {source.earlier.id_in_ledger}：{cells.get('status', '')}"
        address = reverse("rectification:row", kwargs={"tracked": source.earlier_id})
        return NamedSource(label, cells.get("problem", ""), place, address, source)
    return NamedSource(label, source.sentence, source.place, source=source)
