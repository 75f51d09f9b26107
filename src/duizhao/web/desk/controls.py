"""The forms on the cards of a statement's page: a finding is put aside or taken back, a fix is made."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import get_template

from duizhao import api
from duizhao.web.desk import queries, reading
from duizhao.web.desk.models import NOT_A_STATEMENT, DeskFile
from duizhao.web.desk.words import GIVEN_REASON, USUAL_REASONS

BETWEEN = "-"
"""Between the code of a finding and its digest, as a form sends them."""


def card_controls(
    request: HttpRequest,
    file: DeskFile,
    source: api.Source,
    apart: tuple[api.Finding, ...],
    number: int,
) -> api.CardControls:
    """What each card of a file's list offers; `apart` are the findings put aside, `number` is that of the version."""
    below, below_aside = get_template("desk/_card.html"), get_template("desk/_card_aside.html")
    why = queries.reasons_aside(file)
    shared = {
        "file": file,
        "usual": USUAL_REASONS,
        "given": GIVEN_REASON,
        "fixable": not api.why_not_editable(source.format),
        "number": number,
    }

    def of_card(card: api.FindingCard) -> str:
        key = key_of(card.group.first, source)
        places = sum(bool(finding.edits) for finding in card.group.findings)
        own = {"key": BETWEEN.join(key), "at": card.number, "places": places}
        own["is_of_kind"] = card.group.first.code == NOT_A_STATEMENT
        return below.render({**shared, **own}, request)

    def of_aside(group: api.FindingGroup) -> str:
        key = key_of(group.first, source)
        return below_aside.render(
            {**shared, "key": BETWEEN.join(key), "reason": why.get(key, "")}, request
        )

    return api.CardControls(of_card, apart, of_aside)


def key_of(finding: api.Finding, source: api.Source) -> api.FindingKey:
    """The key of a finding of a source."""
    return api.finding_key(finding, source, reading.rules())


def group_with(
    written: str, findings: tuple[api.Finding, ...], source: api.Source
) -> api.FindingGroup | None:
    """The group of these findings that has one with a key, as a form sent it; None where the text has changed."""
    for group in api.groups(findings):
        if any(BETWEEN.join(key_of(finding, source)) == written for finding in group.findings):
            return group
    return None
