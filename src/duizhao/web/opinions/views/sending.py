"""The pages without an account: somebody with a code writes, gets a receipt, and later reads the reply.

They need no token against forged forms: there is no session, and a form does nothing without a code that is not used.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.opinions import actions, queries
from duizhao.web.opinions.code_words import (
    GROUP_CHARACTERS,
    as_letters,
    in_groups,
    is_code,
    new_code,
)
from duizhao.web.opinions.forms import SendingForm
from duizhao.web.opinions.models import OpinionRound, Satisfaction
from duizhao.web.opinions.scopes import FEWEST_ANSWERS
from duizhao.web.opinions.sealing import TooLongToSeal

UNPROCESSABLE, TYPED_CODE_CHARACTERS = 422, 60
NOT_FOUND = "没有找到。征求意见可能还没有结束；也请对照抄下的回执码再输一次"


@login_not_required
@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    return _page(request, "entrance.html")


@csrf_exempt
@login_not_required
@require_POST
def write(request: HttpRequest) -> HttpResponse:
    """The form of the round that a code belongs to."""
    letters = _letters(request, "code")
    try:
        asked = actions.round_of_code(letters)
    except actions.RefusedCode as fault:
        return _page(request, "entrance.html", UNPROCESSABLE, why=fault, typed=_typed(request))
    form = _form(asked)
    return _writing(request, asked, form, letters, new_code())


@csrf_exempt
@login_not_required
@require_POST
def send(request: HttpRequest) -> HttpResponse:
    letters, receipt = _letters(request, "code"), _letters(request, "receipt")
    if not is_code(receipt):
        receipt = as_letters(new_code())
    try:
        asked = actions.round_of_code(letters)
        form = _form(asked, request.POST)
        if not form.is_valid():
            return _writing(request, asked, form, letters, receipt, UNPROCESSABLE)
        try:
            actions.send_opinions(letters=letters, items=_items(form), receipt=receipt)
        except TooLongToSeal:
            form.add_error(None, "写得太长，请精简一些")
            return _writing(request, asked, form, letters, receipt, UNPROCESSABLE)
    except actions.RefusedCode as fault:
        return _page(request, "not_sent.html", UNPROCESSABLE, why=fault, receipt=in_groups(receipt))
    if asked.choices:
        return _page(request, "done.html", is_appraisal=True)
    return _page(request, "sent.html", receipt=in_groups(receipt))


@csrf_exempt
@login_not_required
@require_POST
def kept(request: HttpRequest) -> HttpResponse:
    """Whether the receipt was written down: its last group is typed."""
    receipt, last = _letters(request, "receipt"), _letters(request, "last")
    if not is_code(receipt):
        return _page(request, "entrance.html", UNPROCESSABLE)
    if not constant_time_compare(last[-GROUP_CHARACTERS:], receipt[-GROUP_CHARACTERS:]):
        why = "和回执码的最后四位不一样，请对照抄下的再输一次"
        return _page(request, "sent.html", UNPROCESSABLE, receipt=in_groups(receipt), why=why)
    return _page(request, "done.html")


@csrf_exempt
@login_not_required
def replies(request: HttpRequest) -> HttpResponse:
    """What became of the opinions of a receipt."""
    if request.method != "POST":
        return _page(request, "replies.html")
    letters = _letters(request, "receipt")
    found = queries.of_receipt(letters)
    if not found:
        return _page(request, "replies.html", UNPROCESSABLE, why=NOT_FOUND, typed=_typed(request))
    return _page(request, "replies.html", opinions=found, receipt=in_groups(letters))


@csrf_exempt
@login_not_required
@require_POST
def say_content(request: HttpRequest) -> HttpResponse:
    """Whether a reply contents whoever gave the opinion: if not, it is open again."""
    letters = _letters(request, "receipt")
    own = {each.pk: each for each in queries.of_receipt(letters)}
    opinion, said = own.get(request.POST.get("opinion", "")), request.POST.get("said", "")
    if opinion is None or said not in (Satisfaction.CONTENT, Satisfaction.NOT_CONTENT):
        return _page(request, "replies.html", UNPROCESSABLE, why=NOT_FOUND)
    actions.say_whether_content(opinion=opinion, satisfaction=said)
    found = queries.of_receipt(letters)
    return _page(request, "replies.html", opinions=found, receipt=in_groups(letters), done="记下了")


def _page(request: HttpRequest, template: str, status: int = 200, **shown: Any) -> HttpResponse:
    known = {"fewest": FEWEST_ANSWERS, "is_desk": settings.IS_DESK}
    return render(request, f"opinions/anonymous/{template}", {**known, **shown}, status=status)


def _writing(
    request: HttpRequest,
    asked: OpinionRound,
    form: SendingForm,
    letters: str,
    receipt: str,
    status: int = 200,
) -> HttpResponse:
    shown = {"round": asked, "form": form, "code": letters, "receipt": receipt}
    return _page(request, "write.html", status, **shown)


def _form(asked: OpinionRound, given: Any = None) -> SendingForm:
    people = queries.members_asked_about(asked.dossier) if asked.asks_about_people else []
    return SendingForm(given, questions=asked.questions, people=people, choices=asked.choices)


def _items(form: SendingForm) -> list[actions.SentItem]:
    given = form.cleaned_data
    if form.choices:
        return [
            actions.SentItem(words, topic=str(at), about=choice)
            for at, name in enumerate(form.choices)
            if (words := given[f"q{at}"]) or given[name]
            for choice in (given[name],)
        ]
    of_team = [
        actions.SentItem(given[name], topic=question)
        for name, question in form.questions.items()
        if given[name]
    ]
    of_people = [
        actions.SentItem(given[name], about=each.pk, about_name=each.name)
        for name, each in form.people.items()
        if given[name]
    ]
    return [*of_team, *of_people]


def _typed(request: HttpRequest) -> str:
    return str(request.POST.get("code", request.POST.get("receipt", "")))[:TYPED_CODE_CHARACTERS]


def _letters(request: HttpRequest, name: str) -> str:
    return as_letters(str(request.POST.get(name, ""))[:TYPED_CODE_CHARACTERS])
