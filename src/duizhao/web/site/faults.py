"""The pages of refusals: what happened, and what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: asked under another name, or in a way that no browser has. The page asks for nothing of the request."""
    return HttpResponse(render_to_string("site/not_understood.html"), status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing for this person; the two look the same."""
    return render(
        request,
        "site/fault.html",
        {"title": "没有这一页", "what": "可能已经清空，或者地址不全。"},
        status=404,
    )


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program."""
    what = "程序出了错，已经放进来的文件都还在。请回到首页再试；还不行，请关掉再开。"
    return render(request, "site/fault.html", {"title": "程序出错", "what": what}, status=500)


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that was not made by this page, or by a page from before a restart."""
    what = "这一页打开得太久了，请刷新后再做一次。"
    return render(request, "site/fault.html", {"title": "没有做成", "what": what}, status=403)
