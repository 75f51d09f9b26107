"""All meetings, and a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts.models import Unit
from duizhao.web.meetings import actions, queries
from duizhao.web.meetings.access import TABLE
from duizhao.web.meetings.forms import NewMeetingForm

UNPROCESSABLE = 422


@require_safe
@guarded(TABLE, "meetings")
def meetings(request: HttpRequest) -> HttpResponse:
    return _page(request, NewMeetingForm())


@require_POST
@guarded(TABLE, "begin")
def begin(request: HttpRequest) -> HttpResponse:
    units = TABLE.limit("begin", request.user, Unit.objects.order_by("pk"))
    unit = get_object_or_404(units, pk=request.POST["unit"]) if "unit" in request.POST else None
    form = NewMeetingForm(request.POST)
    if not form.is_valid():
        return _page(request, form, UNPROCESSABLE)
    dossier = actions.begin_dossier(
        unit=unit or get_object_or_404(units[:1]), by=request.user, **form.cleaned_data
    )
    return redirect("meetings:plan", dossier=dossier.key)


def _page(request: HttpRequest, form: NewMeetingForm, status: int = 200) -> HttpResponse:
    shown = {
        "dossiers": queries.dossiers(request.user, "meetings"),
        "units": TABLE.limit("begin", request.user, Unit.objects.order_by("pk")),
        "form": form,
    }
    return render(request, "meetings/meetings.html", shown, status=status)
