"""What an action refuses, answered wherever a view does not answer it itself."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT
from duizhao.web.unsent_form import UnsentForm


class RefusedPage:
    """A middleware: an act that the state of things forbids is answered with the reason, on a page or as a message."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, RefusedAct):
            return None
        if request.htmx:
            answer = HttpResponse(f"{fault}", status=CONFLICT)
            answer["HX-Reswap"] = "none"
            answer["HX-Trigger"] = json.dumps({"duizhao:say": {"words": f"{fault}"}})
            return answer
        unsent = UnsentForm.from_request(request)
        shown = {"title": "没有做成", "what": f"{fault}。", "unsent": unsent}
        return render(request, "site/fault.html", shown, status=CONFLICT)
