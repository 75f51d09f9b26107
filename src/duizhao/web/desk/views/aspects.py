"""This year's aspects: typed in from the notice, seen as checks would take them, kept as profiles."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import checking, queries
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.settings import SettingsOvertaken, change_settings
from duizhao.web.desk.settings_files import SettingsFiles, profile_path
from duizhao.web.desk.words import SETTINGS_OVERTAKEN


@require_safe
@guarded(TABLE, "aspects")
def aspects(request: HttpRequest) -> HttpResponse:
    """The profiles of this site, and an empty form."""
    return _page(request, api.NoticeForm())


@require_safe
@guarded(TABLE, "edit_aspects")
def edit(request: HttpRequest, profile: str) -> HttpResponse:
    """A profile in the form."""
    found = _own(profile)
    return _page(request, api.NoticeForm.from_profile(found), profile)


@require_POST
@guarded(TABLE, "preview_aspects")
def preview(request: HttpRequest) -> HttpResponse:
    """What checks would make of the form as it is now."""
    form = api.NoticeForm.from_fields(request.POST)
    return render(request, "desk/_aspects_preview.html", _preview(form, request.POST.get("id", "")))


@require_POST
@guarded(TABLE, "save_aspects")
def save(request: HttpRequest) -> HttpResponse:
    form, old = api.NoticeForm.from_fields(request.POST), request.POST.get("id", "")
    shown = _preview(form, old)
    if "preview" not in shown:
        return _page(request, form, old, status=422)
    made = shown["preview"].profile
    files = SettingsFiles.from_folder(settings.DATA_FOLDER)
    changes: dict[str, str | None] = {profile_path(old): None} if old in files.profiles else {}
    changes[profile_path(made.id)] = form.draft().to_toml()
    try:
        state = change_settings(
            by=request.user,
            files=files.with_texts(changes),
            seen=request.POST.get("stamp", ""),
            done=f"已保存“{made.title}”的 {len(made.aspects)} 个方面",
        )
    except SettingsOvertaken:
        return _page(request, form, old, fault=SETTINGS_OVERTAKEN, status=409)
    except api.DuizhaoError as fault:
        return _page(request, form, old, fault=str(fault), status=422)
    return redirect(f"{reverse('desk:aspects')}?done={state.key}")


@require_POST
@guarded(TABLE, "remove_aspects")
def remove(request: HttpRequest, profile: str) -> HttpResponse:
    found = _own(profile)
    files = SettingsFiles.from_folder(settings.DATA_FOLDER)
    state = change_settings(
        by=request.user,
        files=files.with_texts({profile_path(profile): None}),
        seen=files.stamp,
        done=f"已删掉“{found.title}”的方面",
    )
    return redirect(f"{reverse('desk:aspects')}?done={state.key}")


def _page(
    request: HttpRequest, form: api.NoticeForm, id: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    files = SettingsFiles.from_folder(settings.DATA_FOLDER)
    known = _known()
    own = [known[each] for each in files.profiles if each in known]
    by_hand = id in known and not api.is_as_drafted(known[id], files.profiles.get(id, ""))
    shown = {
        "profiles": own,
        "form": form,
        "id": id,
        "by_hand": by_hand,
        "kinds": api.MEETINGS,
        "stamp": files.stamp,
        "fault": fault or checking.site_checker().fault,
        "done": queries.done_change(request.user, request.GET.get("done", "")),
        "page": "aspects",
    }
    return render(request, "desk/aspects.html", {**_preview(form, id), **shown}, status=status)


def _preview(form: api.NoticeForm, id: str) -> dict[str, Any]:
    """What the fragment of the preview shows."""
    if not form.notice:
        return {"missing": "照通知把方面写进表里，这里就显示对照会怎样认。"}
    try:
        return {"preview": api.preview_notice(form, settings.DATA_FOLDER.profiles, id)}
    except api.DuizhaoError as fault:
        return {"missing": str(fault)}


def _own(id: str) -> api.Profile:
    """A profile of this site. Raises Http404."""
    found = _known().get(id)
    if found is None or id not in SettingsFiles.from_folder(settings.DATA_FOLDER).profiles:
        raise Http404
    return found


def _known() -> dict[str, api.Profile]:
    """All profiles by id; those of the program alone if one of the site cannot be read."""
    try:
        return dict(api.load_profiles(settings.DATA_FOLDER.profiles).by_id)
    except api.DuizhaoError:
        return dict(api.load_profiles().by_id)
