"""KeptScreening: what is compared, what files share, two texts side by side, the reports."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk import actions, comparing, jobs, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import Batch, DeskFile, KeptScreening, ReadStatus, ScreeningStatus
from duizhao.web.desk.refusal import whole_number
from duizhao.web.desk.table import chosen
from duizhao.web.desk.words import screening_scope


@require_POST
@guarded(TABLE, "screen")
def screen(request: HttpRequest, batch: str) -> HttpResponse:
    """Ask with what the chosen files are compared, then compare them: a few at once, many by the worker."""
    found = get_object_or_404(queries.batches(request.user, "screen"), key=batch)
    files = list(chosen(request, found).filter(status=ReadStatus.READ))
    others = queries.batches(request.user, "screen").exclude(pk=found.pk)
    if "begin" in request.POST:
        other = others.filter(pk=request.POST.get("other", "")).first()
        older = list(other.files.filter(status=ReadStatus.READ)) if other else []
        if len(files) + len(older) >= comparing.FEWEST and files:
            made = _begin(found, other, files, older)
            return redirect("desk:screening", screening=made.pk)
    shown = {"batch": found, "files": files, "others": others, "fewest": comparing.FEWEST}
    status = 422 if "begin" in request.POST else 200
    return render(request, "desk/screen.html", shown, status=status)


def _begin(
    batch: Batch, other: Batch | None, files: list[DeskFile], older: list[DeskFile]
) -> KeptScreening:
    scope = screening_scope(batch.name, len(files), other.name if other else "", len(older))
    is_long = len(files) + len(older) > comparing.AT_ONCE
    made = actions.begin_screening(
        batch=batch,
        other=other,
        files=[*files, *older],
        scope=scope,
        also=jobs.enqueue_screening if is_long else lambda _: None,
    )
    if not is_long:
        comparing.compare(made)
    return made


@require_safe
@guarded(TABLE, "screening")
def screening(request: HttpRequest, screening: str) -> HttpResponse:
    """The pairs by what they share, the groups, the teams; while it is not done, how far it is."""
    found = get_object_or_404(queries.screenings(request.user, "screening"), key=screening)
    droppable = queries.screenings(request.user, "drop_screening").filter(pk=found.pk)
    shown = {"screening": found, "batch": found.batch, "may_drop": droppable.exists()}
    if found.status == ScreeningStatus.DONE:
        shown |= _parts(found, comparing.INDEX, comparing.MATRIX, comparing.FOOT)
    template = "desk/_screening.html" if request.htmx else "desk/screening.html"
    return render(request, template, shown)


@require_safe
@guarded(TABLE, "pair")
def pair(request: HttpRequest, screening: str) -> HttpResponse:
    """Two texts side by side; without a number the first pair."""
    found = get_object_or_404(queries.screenings(request.user, "pair"), key=screening)
    number = whole_number(request.GET.get("number", "1"))
    count = comparing.kept_pairs(found) if found.status == ScreeningStatus.DONE else 0
    if not 1 <= number <= count:
        return redirect("desk:screening", screening=found.pk)
    text = f"{comparing.PAIR}{number}"
    parts = _parts(found, comparing.BAR, comparing.FOOT, text)
    shown = {"screening": found, "batch": found.batch, "number": number, "count": count}
    return render(request, "desk/pair.html", {**shown, **parts, "pair": parts[text]})


@require_safe
@guarded(TABLE, "screening_file")
def screening_file(request: HttpRequest, screening: str) -> HttpResponse:
    """The report as a file: a page that needs no site, or a workbook."""
    found = get_object_or_404(queries.screenings(request.user, "screening_file"), key=screening)
    form = request.GET.get("form", "xlsx")
    if found.status != ScreeningStatus.DONE or form not in comparing.REPORTS:
        return redirect("desk:screening", screening=found.pk)
    return attachment(comparing.kept_report(found, form), comparing.REPORTS[form])


@require_POST
@guarded(TABLE, "drop_screening")
def drop_screening(request: HttpRequest, screening: str) -> HttpResponse:
    """Remove a result; the files stay."""
    found = get_object_or_404(queries.screenings(request.user, "drop_screening"), key=screening)
    actions.drop_screening(screening=found, by=request.user)
    return redirect("desk:batch", batch=found.batch.key)


def _parts(screening: KeptScreening, *names: str) -> dict[str, str]:
    # Escaped where they are made.
    return {name: mark_safe(part) for name, part in comparing.kept(screening, *names).items()}
