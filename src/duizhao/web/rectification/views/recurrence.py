"""Records whether two rows describe the same problem."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.actions.recurrence import judge_recurrence
from duizhao.web.rectification.models import KeptRecurrence, RecurrenceVerdict
from duizhao.web.rectification.page import address_of
from duizhao.web.status_codes import UNPROCESSABLE


@require_POST
@guarded(TABLE, "judge_recurrence")
def judge(request: HttpRequest, recurrence: str) -> HttpResponse:
    known = KeptRecurrence.objects.select_related("row__batch__dossier", "earlier")
    kept = get_object_or_404(TABLE.limit("judge_recurrence", request.user, known), key=recurrence)
    verdict = request.POST.get("verdict", "")
    if verdict not in RecurrenceVerdict.values:
        return HttpResponse("没有这个选择", status=UNPROCESSABLE)
    judge_recurrence(kept=kept, by=request.user, verdict=verdict)
    return redirect(f"{address_of(kept.row)}#recurrence")
