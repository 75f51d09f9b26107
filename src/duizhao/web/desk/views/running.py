"""What the program asks of itself: another start opens this one, a page ends it."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from duizhao.operating_system import LongPath
from duizhao.web.access import guarded
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.putting_in import take_paths
from duizhao.web.desk_door import KEYS
from duizhao.web.stopping import STOPPING


# The door has seen the cookie and the origin; the start of a program has no form of a page.
@csrf_exempt
@require_POST
@guarded(TABLE, "link")
def link(request: HttpRequest) -> HttpResponse:
    """A link with a new key, for a second start, whose files are taken in."""
    paths = [LongPath(each) for each in json.loads(request.body or b"[]")]
    page = take_paths(paths) if paths else "/"
    return HttpResponse(
        f"{request.build_absolute_uri(page)}?key={KEYS.issue()}", content_type="text/plain"
    )


@require_POST
@guarded(TABLE, "end")
def end(request: HttpRequest) -> HttpResponse:
    """End the program once this answer is out."""
    answer = render(request, "desk/ended.html")
    STOPPING.set()
    return answer
