"""What the security administrator asks of everybody, and who has to wait."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from duizhao.web.access import guarded
from duizhao.web.accounts.access import TABLE
from duizhao.web.accounts.actions import policy as actions
from duizhao.web.accounts.actions import throttling
from duizhao.web.accounts.forms import PolicyForm
from duizhao.web.accounts.models import SecurityPolicy
from duizhao.web.accounts.queries import delegations, same_names, without_factor
from duizhao.web.status_codes import UNPROCESSABLE

MOST_LISTED = 200
"""Of those who have not set up a code yet."""


@require_safe
@guarded(TABLE, "security")
def security(request: HttpRequest) -> HttpResponse:
    return _page(request, PolicyForm.of(SecurityPolicy.current()))


@require_POST
@guarded(TABLE, "save_policy")
def save_policy(request: HttpRequest) -> HttpResponse:
    form = PolicyForm(request.POST)
    if not form.is_valid():
        return _page(request, form, UNPROCESSABLE)
    actions.save_policy(by=request.user, **form.cleaned_data)
    return redirect("accounts:security")


@require_POST
@guarded(TABLE, "unlock_address")
def unlock_address(request: HttpRequest) -> HttpResponse:
    throttling.unlock_address(address=request.POST.get("address", ""), by=request.user)
    return redirect("accounts:security")


def _page(request: HttpRequest, form: PolicyForm, status: int = 200) -> HttpResponse:
    without = list(without_factor(request.user, "people", SecurityPolicy.current()))
    shown = {
        "form": form,
        "addresses": throttling.locked_addresses(),
        "delegations": delegations(request.user, "end_delegation"),
        "same_names": same_names(request.user, "people"),
        "without": without,
        "without_shown": without[:MOST_LISTED],
    }
    return render(request, "accounts/security.html", shown, status=status)
