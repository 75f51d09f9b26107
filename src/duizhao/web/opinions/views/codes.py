"""Codes: printed as slips that are drawn from a pile, handed out as links by name, made void. Shown once."""

from __future__ import annotations

from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from duizhao.web.access import guarded
from duizhao.web.meetings.page import dossier_page
from duizhao.web.opinions import actions, queries
from duizhao.web.opinions.access import TABLE
from duizhao.web.opinions.forms import CodesForm, LinksForm
from duizhao.web.opinions.models import OpinionRound
from duizhao.web.opinions.no_trace import PLACE
from duizhao.web.opinions.views.rounds import shown_round
from duizhao.web.refused_act import RefusedAct
from duizhao.web.status_codes import CONFLICT, UNPROCESSABLE


@require_POST
@guarded(TABLE, "print_codes")
def print_codes(request: HttpRequest, round: str) -> HttpResponse:
    """New codes as slips to be cut and drawn: this page is the only one that ever has them."""
    found = get_object_or_404(queries.rounds(request.user, "print_codes"), key=round)
    form = CodesForm(request.POST, scopes=_scopes(found), is_desk=settings.IS_DESK)
    if not form.is_valid():
        return shown_round(request, found, codes_form=form, status=UNPROCESSABLE)
    address = form.cleaned_data.get("address", "").rstrip("/")
    try:
        drawn = actions.draw_codes(
            asked=found, by=request.user, counts=form.counts, address=address
        )
    except RefusedAct as fault:
        return shown_round(request, found, why=str(fault), status=CONFLICT)
    slips = [
        {"code": code, "scope": scope, "square": _square(address, code)}
        for scope, codes in zip(_scopes(found), drawn, strict=True)
        for code in codes
    ]
    shown = {"round": found, "slips": slips, "address": address, "place": PLACE}
    return dossier_page(request, found.dossier, "opinions/slips.html", shown)


@require_POST
@guarded(TABLE, "give_links")
def give_links(request: HttpRequest, round: str) -> HttpResponse:
    """A link for each name. Who gets which is kept nowhere; whoever hands them out knows it."""
    found = get_object_or_404(queries.rounds(request.user, "give_links"), key=round)
    form = LinksForm(request.POST, scopes=_scopes(found))
    if not form.is_valid():
        return shown_round(request, found, links_form=form, status=UNPROCESSABLE)
    names, scope = form.cleaned_data["names"], form.cleaned_data["scope"]
    address = form.cleaned_data["address"].rstrip("/")
    counts = [len(names) if at == scope else 0 for at in range(len(found.scopes))]
    try:
        drawn = actions.draw_codes(asked=found, by=request.user, counts=counts, address=address)
    except RefusedAct as fault:
        return shown_round(request, found, why=str(fault), status=CONFLICT)
    links = [f"{address}{PLACE}#{code}" for code in drawn[scope]]
    shown: dict[str, Any] = {"round": found, "links": list(zip(names, links, strict=True))}
    return dossier_page(request, found.dossier, "opinions/links.html", shown)


@require_POST
@guarded(TABLE, "void_codes")
def void(request: HttpRequest, round: str) -> HttpResponse:
    found = get_object_or_404(queries.rounds(request.user, "void_codes"), key=round)
    try:
        actions.void_codes(asked=found, by=request.user)
    except RefusedAct as fault:
        return shown_round(request, found, why=str(fault), status=CONFLICT)
    return redirect("opinions:round", round=found.key)


def _scopes(asked: OpinionRound) -> list[str]:
    return [each["name"] for each in asked.scopes]


def _square(address: str, code: str) -> str:
    """The QR code of a slip: the code stands behind #, which no browser sends to a server."""
    if not address:
        return ""
    made = segno.make_qr(f"{address}{PLACE}#{code}", error="m")
    # Of letters that we have made and an address that the form has looked at, drawn as a path.
    return mark_safe(made.svg_inline(omitsize=True, svgclass=None, lineclass=None))
