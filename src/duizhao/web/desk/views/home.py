"""The first page: put files in, or go on with a batch."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.desk import actions, putting_in, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.words import accepted, batch_name
from duizhao.web.start_notes import START_NOTES

PASTED = "粘贴的文字.txt"
EXAMPLE = "例子：个人对照检查材料.txt"


@require_safe
@guarded(TABLE, "home")
def home(request: HttpRequest) -> HttpResponse:
    shown = {
        "batches": queries.batches(request.user, "home"),
        "accept": accepted(),
        "notes": START_NOTES,
    }
    return render(request, "desk/home.html", shown)


@require_POST
@guarded(TABLE, "begin")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a batch: by a script, which then puts files in, or with pasted text."""
    name = request.POST.get("name", "").strip() or batch_name(timezone.localtime())
    batch = actions.begin_batch(owner=request.user, name=name)
    if text := request.POST.get("text", "").strip():
        data = text.encode("utf-8", "replace")
        putting_in.take(batch=batch, name=PASTED, data=data)
    return redirect("desk:batch", batch=batch.key)


@require_POST
@guarded(TABLE, "example")
def example(request: HttpRequest) -> HttpResponse:
    """A batch with the bundled example."""
    batch = actions.begin_batch(owner=request.user, name="例子")
    putting_in.take(batch=batch, name=EXAMPLE, data=_example())
    return redirect("desk:batch", batch=batch.key)


def _example() -> bytes:
    """The bundled example: in the package where it was built, else where it stands in a checkout."""
    site = Path(__file__).parents[2]
    places = (site / "examples" / "faulty.txt", site.parents[2] / "examples" / "faulty.txt")
    return next(place for place in places if place.exists()).read_bytes()
