"""What was asked, how much came back, and what was said of the team in its original words."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao import api
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.facts.made import number, numbered, words

OPINIONS = "opinions:opinions"


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    rounds = [each for each in dossier.rounds.all() if not each.choices]
    received = list(dossier.opinions.all())
    team = [each for each in received if not each.is_personal]
    counts = {
        "意见条数": len(received),
        "班子意见条数": len(team),
        "个人意见条数": len(received) - len(team),
        "意见答复条数": sum(each.is_answered for each in received),
    }
    if rounds:
        counts["发出征求意见"] = sum(each.printed for each in rounds)
        counts["收回征求意见"] = sum(each.answered for each in rounds)
    if not rounds and not received:
        return {}
    found = {name: number(dossier, count, "征求意见", OPINIONS) for name, count in counts.items()}
    told = numbered(" ".join(each.words.split()) for each in team)
    return {**found, "班子意见原话": words(dossier, told, "征求意见：对班子的，原话", OPINIONS)}
