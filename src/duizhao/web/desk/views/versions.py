"""The versions of a file: another put in, one compared with the one before, an earlier one gone back to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST

from duizhao import api
from duizhao.web.access import guarded
from duizhao.web.desk import actions, checking, putting_in, queries, reading
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.models import DeskFile, Version, VersionOrigin
from duizhao.web.desk.refusal import TEXT_HAS_CHANGED, back_to, refused, whole_number
from duizhao.web.desk.words import accepted, version_name
from duizhao.web.stored_files import load

NO_FILE = "没有收到文件，请再选一次"
FIRST_VERSION = "这是第一稿，前面没有可以比的"


@require_POST
@guarded(TABLE, "new_version")
def new_version(request: HttpRequest, file: str) -> HttpResponse:
    """Another version of the same file, which a person has put in."""
    found = get_object_or_404(queries.files(request.user, "new_version"), key=file)
    upload = request.FILES.get("file")
    if upload is None:
        return refused(request, found, NO_FILE, status=422)
    after = whole_number(request.POST.get("version", ""))
    try:
        putting_in.take_version(
            file=found, after=after, name=upload.name, data=upload.read(), by=request.user
        )
    except actions.Overtaken:
        return refused(request, found, TEXT_HAS_CHANGED)
    except api.UnreadableDocument as fault:
        return refused(request, found, f"{upload.name}：{fault.reason}", status=422)
    except api.DuizhaoError as fault:
        return refused(request, found, str(fault), status=422)
    return back_to(found)


@require_http_methods(["GET", "HEAD", "POST"])
@guarded(TABLE, "compare")
def compare(request: HttpRequest, file: str) -> HttpResponse:
    """What became of the findings of a version in the next one, and of the opinions that a person puts in."""
    found = get_object_or_404(queries.files(request.user, "compare"), key=file)
    second = _version(found, request.GET.get("version", "")) or found.versions.last()
    first = found.versions.filter(number__lt=second.number).last()
    if first is None:
        return refused(request, found, FIRST_VERSION, status=422)
    returned = request.FILES.get("opinions")
    try:
        opinions = _opinions(found, first, returned) if returned else ()
        compared = _compared(found, first, second, opinions)
    except api.UnreadableDocument as fault:
        return refused(request, found, fault.reason, status=422)
    except api.DuizhaoError as fault:
        return refused(request, found, str(fault), status=422)
    shown = {"file": found, "first": first, "second": second, "accept": accepted()}
    shown |= {"returned": returned.name if returned else "", "has_opinions": bool(opinions)}
    # Escaped where it is made, as in the report.
    shown["compared"] = mark_safe(api.compared_html(compared, reading.rules()))
    return render(request, "desk/compare.html", shown)


@require_POST
@guarded(TABLE, "restore")
def restore(request: HttpRequest, file: str) -> HttpResponse:
    """A version that is the same as an earlier one."""
    found = get_object_or_404(queries.files(request.user, "restore"), key=file)
    earlier = _version(found, request.POST.get("to", ""))
    if earlier is None:
        return refused(request, found, TEXT_HAS_CHANGED)
    after = whole_number(request.POST.get("version", ""))
    try:
        origin = VersionOrigin.RESTORED
        version = actions.go_back(
            file=found, after=after, to=earlier, origin=origin, by=request.user
        )
    except actions.Overtaken:
        return refused(request, found, TEXT_HAS_CHANGED)
    reading.read_version(found, version)
    return back_to(found)


def _version(file: DeskFile, number: str) -> Version | None:
    return file.versions.filter(number=whole_number(number)).first()


def _compared(
    file: DeskFile, first: Version, second: Version, opinions: tuple[api.ReturnedOpinion, ...]
) -> api.VersionComparison:
    compared = api.compare_versions(
        _named(file, first),
        _named(file, second),
        checking.checker(),
        opinions=opinions,
        package=load(first.content),
    )
    return api.comparison_without_aside(compared, queries.keys_aside(file), reading.rules())


def _opinions(file: DeskFile, first: Version, returned: Any) -> tuple[api.ReturnedOpinion, ...]:
    """The opinions in a file that came back with the first version: a reviewed copy, a sheet, or a text."""
    data = returned.read()
    suffix = PurePosixPath(returned.name).suffix.lower()
    source = reading.source_of_bytes(data, returned.name, suffix)
    return api.opinions_returned(source, data, reading.source_of(file, first))


def _named(file: DeskFile, version: Version) -> api.Source:
    """The text of a version, under a name that distinguishes it from the others."""
    return replace(reading.source_of(file, version), name=version_name(version))
