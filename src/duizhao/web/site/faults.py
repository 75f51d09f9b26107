"""The pages of refusals: what happened, and what to do."""

from __future__ import annotations

import json
import sys

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from duizhao.version import __version__
from duizhao.web.unsent_form import UnsentForm
from duizhao.web.world_fault import WorldFault

FRONT = "/"
"""The address of the statements: administrators, and who has no role yet, begin elsewhere."""


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: asked under another name, or in a way that no browser has. The page asks for nothing of the request."""
    return HttpResponse(render_to_string("site/not_understood.html"), status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing for this person; the two look the same. From the front all get further."""
    if request.path == FRONT and getattr(request, "user", None):
        return redirect("site:start")
    return render(
        request,
        "site/fault.html",
        {"title": "没有这一页", "what": "可能已经清空，或者地址不全。"},
        status=404,
    )


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program; 503 and 507: one of the disk or the database, with what was typed."""
    if fault := WorldFault.from_exception(sys.exception()):
        return (
            _for_script(request, fault)
            if request.headers.get("HX-Request")
            else _page(request, fault)
        )
    what = "程序出了错，已经放进来的文件都还在。请回到首页再试；还不行，请关掉再开。"
    return _without_queries("site/failed.html", {"title": "程序出错", "what": what}, 500)


def _for_script(request: HttpRequest, fault: WorldFault) -> HttpResponse:
    """For a script: what is typed stays where it is."""
    answer = HttpResponse(
        f"{fault.words}。", status=fault.status, content_type="text/plain; charset=utf-8"
    )
    answer["HX-Reswap"] = "none"
    answer["HX-Trigger"] = json.dumps(
        {"duizhao:say": {"words": f"{_title(request)}：{fault.words}"}}
    )
    return answer


def _page(request: HttpRequest, fault: WorldFault) -> HttpResponse:
    shown = {
        "title": _title(request),
        "fault": fault,
        "address": request.get_full_path(),
        "unsent": UnsentForm.from_request(request),
        "is_sent": request.method == "POST",
        "has_files": bool(request.FILES),
        "csrf_token": get_token(request),
    }
    return _without_queries("site/world_fault.html", shown, fault.status)


def _title(request: HttpRequest) -> str:
    return "没有存下来" if request.method == "POST" else "这一页打不开"


def _without_queries(template: str, shown: dict[str, object], status: int) -> HttpResponse:
    """A page that asks nothing of the database, which may be what has failed."""
    return HttpResponse(
        render_to_string(template, {"version": __version__, **shown}), status=status
    )


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that was not made by this page, or by a page from before a restart."""
    unsent = UnsentForm.from_request(request) if _is_own_form(request) else None
    if unsent and unsent.fields:
        # After a login in another tab the token of this page no longer counts.
        shown = {"unsent": unsent, "why": "这一页是上次登录时打开的。"}
        return render(request, "site/unsent.html", shown, status=403)
    what = "这一页打开得太久了，请刷新后再做一次。"
    return render(request, "site/fault.html", {"title": "没有做成", "what": what}, status=403)


def _is_own_form(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site has sent the form: what others send is never shown again."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
