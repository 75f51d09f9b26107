"""The list of meetings, and a new one."""

from __future__ import annotations

from django.test import Client
from dossiers import dossier_of
from people import People, logged_in

from duizhao.web.meetings.models import Dossier


def test_clerk_begins_a_meeting(browse: Client) -> None:
    given = {"kind": "democratic-life", "year": "2026", "held_on": "2026-12-20", "name": ""}
    answer = browse.post("/meetings/begin", given)
    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/meetings/{dossier.key}/plan/"
    assert dossier.name == "2026年度民主生活会"
    assert dossier.batch is not None
    assert "2026年12月20日" in browse.get(answer["Location"]).content.decode()


def test_meeting_without_a_kind_is_not_begun(browse: Client) -> None:
    answer = browse.post("/meetings/begin", {"year": "2026"})
    assert answer.status_code == 422
    assert not Dossier.objects.exists()


def test_stranger_sees_no_meeting_in_the_list(people: People) -> None:
    dossier = dossier_of(people.zhang)
    assert dossier.key in logged_in(people.li).get("/meetings/").content.decode()
    assert dossier.key not in logged_in(people.wang).get("/meetings/").content.decode()
