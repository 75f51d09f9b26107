"""What a unit sets for itself: its names and wording, its layout, the rules that are off; undone, reset, downloaded."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.operating_system import how_to_install_font
from duizhao.web.access import guarded
from duizhao.web.attachment import attachment
from duizhao.web.desk import checking, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.settings import (
    SET_ABOVE,
    SettingsOvertaken,
    change_settings,
    undo_settings,
)
from duizhao.web.desk.places import places
from duizhao.web.desk.settings_files import SettingsFiles
from duizhao.web.desk.settings_owners import sets_for_all
from duizhao.web.desk.words import SETTINGS_OVERTAKEN
from duizhao.web.refused_act import RefusedAct

PAGES = ("aspects", "settings")
"""Pages that show what was changed, with its undo."""
ARCHIVE_NAME = "对照-设置.zip"
RESET = "已恢复成出厂设置，录入的方面还在"


@require_safe
@guarded(TABLE, "settings")
def settings(request: HttpRequest) -> HttpResponse:
    files = SettingsFiles.from_folder(site.DATA_FOLDER)
    try:
        form = api.UnitSettings.from_files(files.texts, _codes())
    except api.DuizhaoError:
        # The page says what is wrong with the files, and can put others in their place.
        form = api.UnitSettings()
    return _page(request, form, files.stamp, checking.site_checker().fault)


@require_POST
@guarded(TABLE, "save_settings")
def save(request: HttpRequest) -> HttpResponse:
    form = api.UnitSettings.from_fields(request.POST, request.POST.getlist("rule"), _codes())
    files = SettingsFiles.from_folder(site.DATA_FOLDER)
    seen = request.POST.get("stamp", "")
    try:
        wanted = files.with_texts(form.to_files(files.texts))
    except api.DuizhaoError:
        # A file that cannot be read is written anew.
        wanted = files.with_texts(form.to_files({}))
    if why := checking.fault_of(wanted):
        return _page(request, form, seen, why, 422)
    try:
        state = change_settings(by=request.user, files=wanted, seen=seen, done="已保存设置")
    except SettingsOvertaken:
        return _page(request, form, files.stamp, SETTINGS_OVERTAKEN, 409)
    except RefusedAct as fault:
        return _page(request, form, seen, str(fault), 409)
    except api.DuizhaoError as fault:
        return _page(request, form, seen, str(fault), 422)
    return redirect(f"{reverse('desk:settings')}?done={state.key}")


@require_POST
@guarded(TABLE, "reset_settings")
def reset(request: HttpRequest) -> HttpResponse:
    """Back to the program as shipped; aspects that were typed in stay."""
    files = SettingsFiles.from_folder(site.DATA_FOLDER)
    state = change_settings(
        by=request.user, files=files.only_profiles(), seen=files.stamp, done=RESET
    )
    return redirect(f"{reverse('desk:settings')}?done={state.key}")


@require_safe
@guarded(TABLE, "fonts")
def fonts(request: HttpRequest) -> HttpResponse:
    """Which fonts of the standard this machine has: apart, since all fonts have to be listed for it."""
    config = checking.checker().config
    shown: dict[str, Any] = {"place": site.DATA_FOLDER.fonts if site.IS_DESK else None}
    try:
        shown["found"] = api.find_fonts(config.fonts, config.layout)
    except api.DuizhaoError as fault:
        shown["fault"] = str(fault)
    template = "desk/_fonts.html" if request.htmx else "desk/fonts.html"
    return render(request, template, {**shown, "how": how_to_install_font()})


@require_safe
@guarded(TABLE, "download_settings")
def download(request: HttpRequest) -> HttpResponse:
    """The settings as files for the command line, or for another computer."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in SettingsFiles.from_folder(site.DATA_FOLDER).portable().items():
            archive.writestr(name, text)
    return attachment(made.getvalue(), ARCHIVE_NAME)


@require_POST
@guarded(TABLE, "undo_settings")
def undo(request: HttpRequest, state: str) -> HttpResponse:
    """Bring back what was set before a change."""
    found = get_object_or_404(queries.settings_states(request.user, "undo_settings"), key=state)
    undone = undo_settings(by=request.user, state=found)
    page = request.POST.get("page", "")
    return redirect(f"{reverse(f'desk:{page if page in PAGES else PAGES[0]}')}?done={undone.key}")


def _page(
    request: HttpRequest, form: api.UnitSettings, stamp: str, fault: str, status: int = 200
) -> HttpResponse:
    shown = {
        "form": form,
        "stamp": stamp,
        "fault": fault,
        "figures": [(each, form.layout.get(each.key, "")) for each in api.layout_fields()],
        "families": _families(),
        "set_above": "" if sets_for_all(request.user) else SET_ABOVE,
        "done": queries.done_change(request.user, request.GET.get("done", "")),
        "page": "settings",
        **places(),
    }
    return render(request, "desk/settings.html", shown, status=status)


def _codes() -> list[str]:
    return [rule.code for rule in api.rules()]


def _families() -> list[Mapping[str, Any]]:
    """The rules by family, with the name of each family."""
    return [
        {"name": api.family_label(family), "rules": list(found)}
        for family, found in groupby(api.rules(), lambda rule: rule.family)
    ]
