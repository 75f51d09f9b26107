"""What became of a statement that was returned: of the reasons, and of all that was found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import checking, reading
from duizhao.web.desk.models import Version
from duizhao.web.desk.queries import keys_aside
from duizhao.web.desk.words import version_name
from duizhao.web.meetings.page import dossier_page
from duizhao.web.submissions import queries
from duizhao.web.submissions.access import TABLE
from duizhao.web.submissions.evidence import with_evidence
from duizhao.web.submissions.models import Submission
from duizhao.web.submissions.shown import acts_on, shown_version


@require_safe
@guarded(TABLE, "reasons")
def reasons(request: HttpRequest, submission: str) -> HttpResponse:
    """The reasons for which a statement was returned, each with what the version that is shown has of it."""
    found = get_object_or_404(queries.submissions(request.user, "reasons"), key=submission)
    may = acts_on(request.user, found)
    version = shown_version(found, is_keeper=may["hand_in"])
    evidence = with_evidence(found.file, version, queries.reasons_of(found), api.compare_versions)
    shown = {"submission": found, "dossier": found.dossier, "may": may, "reasons": evidence}
    return render(request, "submissions/_reasons.html", shown)


@require_safe
@guarded(TABLE, "changes")
def changes(request: HttpRequest, submission: str) -> HttpResponse:
    """What became of the findings of a version that was handed in, in the one that was handed in next."""
    found = get_object_or_404(queries.submissions(request.user, "changes"), key=submission)
    numbers = list(found.hand_ins.values_list("number", flat=True))
    shown: dict[str, Any] = {"submission": found, "count": len(numbers)}
    if len(numbers) > 1:
        versions = {each.number: each for each in found.file.versions.filter(number__in=numbers)}
        try:
            first, second = (versions[number] for number in numbers[-2:])
            shown["compared"] = _compared(found, first, second)
        except api.DuizhaoError as fault:
            shown["why"] = str(fault)
    return dossier_page(request, found.dossier, "submissions/changes.html", shown)


def _compared(submission: Submission, first: Version, second: Version) -> str:
    compared = api.compare_versions(
        _named(submission, first), _named(submission, second), checking.checker()
    )
    compared = api.comparison_without_aside(compared, keys_aside(submission.file), reading.rules())
    # Escaped where it is made, as in the report.
    return mark_safe(api.compared_html(compared, reading.rules()))


def _named(submission: Submission, version: Version) -> api.Source:
    """The text of a version, under a name that distinguishes it from the others."""
    return replace(reading.source_of(submission.file, version), name=version_name(version))
