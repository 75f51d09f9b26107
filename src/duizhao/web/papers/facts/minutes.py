"""How much criticism there was at the meeting, and what was decided; the words of criticism stand in no paper."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao import api
from duizhao.process import SpeechKind
from duizhao.web.meetings.models import Dossier
from duizhao.web.minutes.models import EntryWords
from duizhao.web.papers.facts.made import number, numbered, words

MEETING = "minutes:meeting"
CRITICISM, DECISION = SpeechKind.CRITICISM.name.lower(), SpeechKind.DECISION.name.lower()


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    kinds = list(dossier.entries.filter(is_removed=False).values_list("kind", flat=True))
    if not kinds:
        return {}
    kept = EntryWords.objects.filter(entry__dossier=dossier, entry__is_removed=False)
    decided = kept.filter(entry__kind=DECISION).order_by("entry__position")
    lines = numbered(" ".join(text.split()) for text in decided.values_list("text", flat=True))
    count = kinds.count(CRITICISM)
    return {
        "批评意见条数": number(dossier, count, "会议记录：批评意见", MEETING),
        "会议决定": words(dossier, lines, "会议记录：决定", MEETING),
    }
