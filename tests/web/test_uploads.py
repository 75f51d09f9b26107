"""Hostile files at every door: kept under a number, run by nothing, shown by nothing, given out to be saved."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from dossiers import dossier_of
from people import People, logged_in
from submitted import submission_of
from test_access import ALL, MAKERS, tracked

import duizhao.web
from duizhao.web.accounts.models import Grant, Person
from duizhao.web.attachment import UNKNOWN
from duizhao.web.desk import actions
from duizhao.web.file_name import kept_anywhere
from duizhao.web.headers import POLICY, SAVED_POLICY
from duizhao.web.meetings.actions import attach
from duizhao.web.papers.actions import put_template
from duizhao.web.person_role import WORKERS
from duizhao.web.rectification.actions import report_progress
from duizhao.web.stored_files import KEY
from hostile import texts
from hostile.cases import CASES

FAULT = 500
SCRIPT = b"<script>alert(1)</script>"
NAMES = (
    "../../x.docx",
    "..\\..\\甲.exe",
    "C:\\Windows\\x.docx",
    "/etc/passwd",
    "CON.docx",
    "a\x00b.docx",
    "\u202excod.exe",
    "会" * 300 + ".docx",
    "<script>alert(1)</script>.docx",
    "a\r\nSet-Cookie: x=1.docx",
    '甲";filename="乙.html',
    " . .",
    ".htaccess",
)
"""Names that lead elsewhere, hide their ending, break a header or a page, or that a system does not keep."""


def package(**parts: bytes) -> bytes:
    """A .zip with these parts: what Office programs write, as far as anybody looks at the beginning."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/"), data)
    return made.getvalue()


CONTENTS = {
    "页.html": b"<!doctype html>" + SCRIPT,
    "网页改名.docx": b"<html>" + SCRIPT,
    "图.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>",
    "两用.pdf": b"%PDF-1.4\n" + SCRIPT + b"\n%%EOF",
    "两用.gif": b"GIF89a/*" + SCRIPT + b"*/=1;",
    "宏.docm": package(word__document=b"<w/>", word__vbaProject=b"\xd0\xcf\x11\xe0"),
    "宏.xlsm": package(xl__workbook=b"<w/>", xl__vbaProject=b"\xd0\xcf\x11\xe0"),
    "快捷方式.lnk": b"L\x00\x00\x00\x01\x14\x02\x00",
    "程序.exe": b"MZ\x90\x00",
    "滑出.zip": package(
        **{"../../../tmp/x": SCRIPT, "C:\\x.docx": SCRIPT, "好.txt": b"\xe4\xb8\x80"}
    ),
    "表.csv": "姓名,职务\n张三,=cmd|'/c calc'!A0\n".encode(),
    "名片.vcf": b"BEGIN:VCARD\r\n" + SCRIPT,
}
"""Files that are two things at once, that run, or that write where they are unpacked."""

DOORS: dict[str, tuple[str, dict[str, str]]] = {
    "desk:put_in": ("file", {}),
    "desk:new_version": ("file", {"version": "1"}),
    "desk:compare": ("opinions", {}),
    "desk:ledger_in": ("workbook", {}),
    "submissions:begin_statement": ("file", {}),
    "submissions:take_comments": ("file", {}),
    "supervision:take_in": ("file", {}),
    "meetings:put_in": ("file", {}),
    "meetings:attach": ("file", {"purpose": "notice"}),
    "meetings:add_study": ("file", {"held_on": "2026-12-01", "theme": "党章"}),
    "meetings:edit_study": ("file", {"held_on": "2026-12-01", "theme": "党章", "version": "1"}),
    "roster:preview": ("file", {}),
    "rectification:report": ("file", {"happened_on": "2026-05-01", "version": "1"}),
    "rectification:review": ("file", {"happened_on": "2026-05-01", "version": "1"}),
    "opinions:enter": ("workbook", {}),
    "minutes:absent": ("text", {}),
    "papers:put_template": ("file", {}),
    "archive:put_in": ("file", {}),
}
"""Every address that takes a file: the field of the file, and others that it asks for."""


@pytest.fixture
def worker(people: People) -> Client:
    """张三 with all roles of work."""
    for role in WORKERS:
        Grant.objects.get_or_create(person=people.zhang, role=role, unit=people.zhang.unit)
    client = logged_in(people.zhang)
    client.raise_request_exception = False
    return client


def files() -> set[Path]:
    return {path for path in settings.DATA_FOLDER.root.rglob("*") if path.is_file()}


def samples(door: str, folder: Path) -> list[tuple[str, bytes]]:
    """What the tests of reading have, except what no disk holds: each of them at one of the doors."""
    at, every = list(DOORS).index(door), len(DOORS)
    made = [case(folder) for case in list(CASES)[at::every] if case is not texts.of_holes]
    return [(path.name, path.read_bytes()) for path in made]


def test_doors_are_all_known() -> None:
    """A module that takes files has a door in the table."""
    root = Path(duizhao.web.__file__).parent
    taking = {
        path.relative_to(root).parts[0]
        for path in root.rglob("*.py")
        # These only ask whether files were sent.
        if path.name not in ("faults.py", "unsent_form.py")
        and "request.FILES" in path.read_text(encoding="utf-8")
    }
    assert taking == {name.partition(":")[0] for name in DOORS}
    fields = re.compile(r'<input[^>]*type="file"[^>]*>')
    named = {
        re.search(r'name="([^"]+)"', each)[1]  # type: ignore[index]
        for path in root.rglob("*.html")
        for each in fields.findall(path.read_text(encoding="utf-8"))
        if 'name="' in each
    }
    assert named <= {field for field, _ in DOORS.values()}


@pytest.mark.parametrize("door", DOORS)
def test_hostile_file_is_kept_inert_under_a_number(
    door: str, worker: Client, people: People, tmp_path: Path
) -> None:
    field, others = DOORS[door]
    address = reverse(door, kwargs=object_of(door, people.zhang))
    if door in ("submissions:begin_statement", "minutes:absent"):
        attendee = dossier_of(people.zhang).attendees.first()
        others = {**others, "attendee": attendee.key}
        address = reverse(door, kwargs={"dossier": attendee.dossier_id})
    named = [(name, b"%PDF-1.4 " + SCRIPT) for name in NAMES]
    before = files()
    for name, data in (*CONTENTS.items(), *named, *samples(door, tmp_path)):
        sent = SimpleUploadedFile("x", data)
        sent.name = name.replace("\r\n", "")
        answer = worker.post(address, {**others, "name": name, field: sent})
        assert answer.status_code < FAULT, (name, answer.content)
        assert SCRIPT not in answer.content, name
        assert answer["Content-Security-Policy"] == POLICY
    for path in files() - before - {settings.DATA_FOLDER.database}:
        assert path.parent.parent == settings.DATA_FOLDER.files, path
        assert KEY.fullmatch(path.name), path
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def object_of(door: str, owner: Person) -> dict[str, Any]:
    return {kind: MAKERS[kind](owner) for kind in ALL[door].pattern.converters}


def original(name: str, owner: Person) -> str:
    batch = actions.begin_batch(owner=owner, name="一批")
    key = actions.put_in(batch=batch, name=name, data=SCRIPT).key
    return reverse("desk:original", kwargs={"file": key})


def handed_in(name: str, owner: Person) -> str:
    submission = submission_of(owner, is_read=False)
    file = submission.file
    file.name = name[:200]
    file.save()
    return reverse("submissions:handed_in_file", kwargs={"submission": submission.key})


def attached(name: str, owner: Person) -> str:
    given = {"purpose": "notice", "name": name, "data": SCRIPT}
    key = attach(dossier=dossier_of(owner), by=owner, **given).key
    return reverse("meetings:attached", kwargs={"attached": key})


def evidence(name: str, owner: Person) -> str:
    told = {"happened_on": date(2026, 5, 1), "text": "压减了", "files": [(f"{name}.jpg", SCRIPT)]}
    entry = report_progress(row=tracked(owner), by=owner, **told)
    return reverse("rectification:file", kwargs={"evidence": entry.files.get().key})


def form(name: str, owner: Person) -> str:
    made = put_template(
        dossier=dossier_of(owner), paper="plan", name=name[:200], data=SCRIPT, by=owner
    )
    return reverse("papers:template", kwargs={"template": made.key})


@pytest.mark.parametrize("given", [original, handed_in, attached, evidence, form])
def test_file_is_given_out_to_be_saved_whatever_its_name(
    given: Callable[[str, Person], str], worker: Client, people: People
) -> None:
    for name in NAMES:
        # No NUL comes to an action: Django takes it out of the name of an upload, the site out of all fields.
        answer = worker.get(given(name.replace("\0", ""), people.zhang))
        assert answer.status_code == 200
        assert answer["Content-Type"] == UNKNOWN
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == SAVED_POLICY
        assert answer["Cache-Control"] == "no-store"
        saved = saved_as(answer["Content-Disposition"])
        assert saved == kept_anywhere(saved)
        assert not set(saved) & set('/\\\r\n\0\u202e<>"')
        assert not saved.upper().startswith("CON.")
        assert "Set-Cookie" not in answer.headers


def saved_as(disposition: str) -> str:
    assert disposition.startswith("attachment; filename")
    return unquote(disposition.partition("utf-8''")[2] or disposition.partition('"')[2].strip('"'))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("甲.docx", "甲.docx"),
        ("CON.docx", "_CON.docx"),
        ("com1", "_com1"),
        ("console.txt", "console.txt"),
        ("\u202excod.exe", "xcod.exe"),
        ("a\tb\r\nc.txt", "a b c.txt"),
        ("甲. ", "甲"),
        (" ... ", "文件"),
        ("组/甲?.docx", "组－甲？.docx"),
    ],
)
def test_name_shows_what_a_file_is(name: str, kept: str) -> None:
    assert kept_anywhere(name) == kept
