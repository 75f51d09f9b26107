"""The rows of a batch: how far they are read, several changed at once, some removed and put back."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.desk import actions, jobs, putting_in, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import Batch, ReviewState
from duizhao.web.desk.table import chosen, progress, table


@require_safe
@guarded(TABLE, "progress")
def reading_progress(request: HttpRequest, batch: str) -> HttpResponse:
    """How far the files are read, with the rows that have changed since the page asked last.

    Once none waits any more, the page asks for its table: a row that was kept while the page asked stands in no answer.
    """
    found = get_object_or_404(queries.batches(request.user, "progress"), key=batch)
    asked_at = timezone.now()
    files = list(found.files.all())
    shown = progress(files, asked_at)
    if shown["waiting"]:
        jobs.settle(is_start=False)
    since = parse_datetime(request.GET.get("after", "").replace(" ", "+"))
    changed = [each for each in files if since and each.changed_at and each.changed_at > since]
    answer = render(
        request, "desk/_progress.html", {"batch": found, **shown, "files": changed, "oob": True}
    )
    is_over = request.GET.get("waiting") and not shown["waiting"]
    if is_over or request.GET.get("count") != str(shown["total"]):
        answer["HX-Trigger"] = "duizhao:rows"
    return answer


@require_POST
@guarded(TABLE, "read_again")
def read_again(request: HttpRequest, file: str) -> HttpResponse:
    """Read a file once more that could not be read, or was stopped; answered with its row."""
    found = get_object_or_404(queries.files(request.user, "read_again"), key=file)
    putting_in.read_again(found.batch.files.filter(pk=found.pk))
    found.refresh_from_db()
    answer = render(request, "desk/_rows.html", {"files": [found], "stamp": found.checked_with})
    answer["HX-Trigger-After-Swap"] = "duizhao:row"
    return answer


@require_POST
@guarded(TABLE, "read_chosen")
def read_chosen(request: HttpRequest, batch: str) -> HttpResponse:
    """Read those of the chosen once more that are not read."""
    found = get_object_or_404(queries.batches(request.user, "read_chosen"), key=batch)
    putting_in.read_again(chosen(request, found))
    answer = _table(request, found)
    answer["HX-Trigger-After-Swap"] = "duizhao:row"
    return answer


@require_POST
@guarded(TABLE, "stop")
def stop(request: HttpRequest, batch: str) -> HttpResponse:
    """Read no more of the files that wait."""
    found = get_object_or_404(queries.batches(request.user, "stop"), key=batch)
    actions.stop_reading(batch=found)
    return redirect("desk:batch", batch=found.key)


@require_POST
@guarded(TABLE, "mark_chosen")
def mark_chosen(request: HttpRequest, batch: str) -> HttpResponse:
    """Note of several files how far somebody has gone through them."""
    found = get_object_or_404(queries.batches(request.user, "mark_chosen"), key=batch)
    state = request.POST.get("state", "")
    if state not in ReviewState.values:
        return HttpResponse("没有这个状态", status=422)
    state = ReviewState(state)
    count = actions.mark_many(
        batch=found, files=chosen(request, found), state=state, by=request.user
    )
    return _with_note(_table(request, found), f"{count} 份标为“{state.label}”")


@require_POST
@guarded(TABLE, "remove_chosen")
def remove_chosen(request: HttpRequest, batch: str) -> HttpResponse:
    """Take the chosen files out of the batch; they can be put back."""
    found = get_object_or_404(queries.batches(request.user, "remove_chosen"), key=batch)
    if not request.POST.getlist("chosen"):
        return _with_note(_table(request, found), "请先在左边选中要移除的")
    keys = actions.remove_chosen(batch=found, files=chosen(request, found), by=request.user)
    undo = {"address": reverse("desk:put_back", args=[found.key]), "keys": ",".join(keys)}
    return _with_note(_table(request, found), f"移除了 {len(keys)} 份", undo=undo)


@require_POST
@guarded(TABLE, "put_back")
def put_back(request: HttpRequest, batch: str) -> HttpResponse:
    """Put removed files back into their batch."""
    found = get_object_or_404(queries.batches(request.user, "put_back"), key=batch)
    keys = request.POST.get("keys", "").split(",")
    count = actions.put_back(batch=found, keys=keys, by=request.user)
    return _with_note(_table(request, found), f"放回了 {count} 份")


def _table(request: HttpRequest, batch: Batch) -> HttpResponse:
    """The table anew; without a script the page, where it was."""
    shown = table(request, batch)
    if request.htmx:
        return render(request, "desk/_table.html", shown)
    return redirect(f"{reverse('desk:batch', args=[batch.key])}{shown['here']}")


def _with_note(answer: HttpResponse, words: str, **more: Any) -> HttpResponse:
    answer["HX-Trigger"] = json.dumps({"duizhao:say": {"words": words, **more}})
    return answer
