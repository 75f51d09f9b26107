"""A row: its whole life, who has it, from where it comes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.rectification import actions, queries
from duizhao.web.rectification.access import TABLE
from duizhao.web.rectification.doing import people_form
from duizhao.web.rectification.forms import SourceForm
from duizhao.web.rectification.page import address_of, answered, row_for, row_page
from duizhao.web.status_codes import UNPROCESSABLE


@require_safe
@guarded(TABLE, "row")
def row(request: HttpRequest, tracked: str) -> HttpResponse:
    return row_page(request, row_for(request, "row", tracked))


@require_POST
@guarded(TABLE, "people")
def people(request: HttpRequest, tracked: str) -> HttpResponse:
    """Who has which part, and by when it is done."""
    found = row_for(request, "people", tracked)
    form = people_form(found, request.POST)
    if not form.is_valid():
        return row_page(request, found, UNPROCESSABLE, people=form)
    due = form.cleaned_data["due"]
    return answered(
        request,
        found,
        lambda version: actions.choose_people(
            row=found, version=version, by=request.user, people=form.people(), due=due
        ),
        people=form,
    )


@require_POST
@guarded(TABLE, "add_source")
def add_source(request: HttpRequest, tracked: str) -> HttpResponse:
    """Something else that named the problem."""
    found = row_for(request, "add_source", tracked)
    form = SourceForm(request.POST)
    if not form.is_valid():
        return row_page(request, found, UNPROCESSABLE, add_source=form)
    return answered(
        request,
        found,
        lambda _: actions.add_source(row=found, by=request.user, **form.cleaned_data),
        "#sources",
        add_source=form,
    )


@require_POST
@guarded(TABLE, "drop_source")
def drop_source(request: HttpRequest, source: str) -> HttpResponse:
    found = get_object_or_404(queries.sources(request.user, "drop_source"), key=source)
    actions.drop_source(source=found, by=request.user)
    return redirect(f"{address_of(found.row)}#sources")
