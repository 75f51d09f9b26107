"""An archive taken in elsewhere: the same meeting, or nothing."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import People, logged_in
from whole_dossier import whole_dossier

from duizhao import api
from duizhao.web.accounts.models import Person
from duizhao.web.archive import actions, making, received_package, taking_in
from duizhao.web.archive.belonging import EXPORTED, REFERRED
from duizhao.web.archive.dossier_rows import DossierRows
from duizhao.web.archive.models import ArchiveIntake
from duizhao.web.archive.package import MANIFEST, ROWS, as_json, digest
from duizhao.web.desk.settings_files import SettingsFiles
from duizhao.web.meetings.belongings import contents_of, way_to_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.roster.models import StaffMember
from duizhao.web.stored_files import load, place_of, remove

Files = dict[str, bytes]


def archived(dossier: Dossier, owner: Person) -> bytes:
    """The archive of a meeting."""
    made = actions.begin_archive(dossier=dossier, by=owner, has_records=True, also=lambda _: None)
    making.make(made)
    made.refresh_from_db()
    return load(made.content)


PACKED: dict[str, bytes] = {}
"""The archive of a whole meeting by the key of that, made once: nothing of it is in the database."""


@pytest.fixture
def packed(people: People) -> tuple[bytes, str]:
    """An archive, and the key of its meeting, which is not here."""
    if not PACKED:
        dossier = whole_dossier(people.zhang)
        PACKED[dossier.key] = archived(dossier, people.zhang)
        forget(dossier.key)
    ((key, data),) = PACKED.items()
    return data, key


def forget(key: str) -> None:
    """Let a meeting be as if it had never been here, with its people: what an empty installation is."""
    dossier = Dossier.objects.get(pk=key)
    contents, batch = contents_of(dossier), dossier.batch
    dossier.delete()
    batch.delete()
    StaffMember.objects.all().delete()
    apps.get_model("roster.Department").objects.all().delete()
    for each in contents:
        remove(each)


def files_in(data: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {each: package.read(each) for each in package.namelist()}


def repacked(files: Files, *, is_listed: bool = False) -> bytes:
    """An archive of these files, with a manifest that has their digests where `is_listed`."""
    if is_listed:
        manifest = json.loads(files[MANIFEST])
        manifest["files"] = [
            {"path": path, "sha256": digest(data), "size": len(data)}
            for path, data in files.items()
            if path != MANIFEST
        ]
        files = {**files, MANIFEST: as_json(manifest)}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        for path, data in files.items():
            package.writestr(path, data)
    return kept.getvalue()


def put(client: Client, data: bytes) -> Any:
    file = SimpleUploadedFile("档案.zip", data)
    return client.post(reverse("archive:put_in"), {"file": file})


def taken_in(client: Client, data: bytes, **given: str) -> Any:
    answer = put(client, data)
    assert answer.status_code == 302, answer.content.decode()
    return client.post(f"{answer['Location']}confirm", given)


def counts() -> dict[str, int]:
    """How many rows there are of everything."""
    return {label: apps.get_model(label)._base_manager.count() for label in (*EXPORTED, *REFERRED)}


def on_disk() -> set[str]:
    """The stored files. What earlier tests have left is there without rows."""
    return {path.name for path in place_of("00").parent.parent.rglob("*") if path.is_file()}


def test_empty_installation_gets_the_same_meeting(people: People) -> None:
    client, dossier = logged_in(people.zhang), whole_dossier(people.zhang)
    key, data = dossier.key, archived(dossier, people.zhang)
    before = DossierRows.from_dossier(dossier, people.zhang, has_records=True)
    kept = {each: load(each) for each in before.contents}
    forget(key)
    answer = taken_in(client, data)
    assert answer.status_code == 302, answer.content.decode()
    StaffMember.objects.filter(name="张三").update(account=people.zhang)
    dossier = Dossier.objects.get(pk=key)
    after = DossierRows.from_dossier(dossier, people.zhang, has_records=True)
    assert {label for label in after.rows if after.rows[label] != before.rows[label]} == set()
    assert after.accounts == before.accounts
    assert {each: load(each) for each in after.contents} == kept
    assert dossier.is_closed
    assert not ArchiveIntake.objects.exists()
    for label in EXPORTED:
        model = apps.get_model(label)
        rows = model._base_manager.filter(**{way_to_dossier(model): key})
        assert rows.count() == len(before.rows[label]), label
    for page in ("meetings:plan", "overview:dossier", "submissions:statements", "minutes:meeting"):
        assert client.get(reverse(page, kwargs={"dossier": key})).status_code == 200
    one, other = files_in(data), files_in(archived(dossier, people.zhang))
    assert one.pop(MANIFEST) != other.pop(MANIFEST)
    assert [path for path in {**one, **other} if one.get(path) != other.get(path)] == []


def test_people_of_the_roster_are_found_by_their_names_or_chosen(
    people: People, packed: tuple[bytes, str]
) -> None:
    client, (data, key) = logged_in(people.zhang), packed
    unit = people.zhang.unit
    here = StaffMember.objects.create(unit=unit, name="周立春", duty="副科长", standing="member")
    page = client.get(put(client, data)["Location"]).content.decode()
    assert "名册上的周立春，副科长" in page
    intake = ArchiveIntake.objects.get()
    confirm = reverse("archive:confirm_intake", kwargs={"received": intake.key})
    assert client.post(confirm).status_code == 302
    talk = Dossier.objects.get(pk=key).talks.get()
    assert talk.other == here
    assert talk.other.duty == "副科长"
    assert StaffMember.objects.filter(unit=unit, name="张三").get() == talk.one
    assert talk.one.account is None


def test_person_may_be_put_on_the_roster_beside_a_namesake(
    people: People, packed: tuple[bytes, str]
) -> None:
    client, (data, key) = logged_in(people.zhang), packed
    StaffMember.objects.create(unit=people.zhang.unit, name="周立春", standing="member")
    rows = json.loads(files_in(data)[ROWS])["rows"]["roster.StaffMember"]
    other = next(each["key"] for each in rows if each["name"] == "周立春")
    assert taken_in(client, data, **{f"member-{other}": "new"}).status_code == 302
    assert StaffMember.objects.filter(name="周立春").count() == 2
    assert Dossier.objects.get(pk=key).talks.get().other_id == other


def no_zip(files: Files) -> bytes:
    return "并不是压缩包".encode()


def cut_off(files: Files) -> bytes:
    return repacked(files)[:-200]


def other_zip(files: Files) -> bytes:
    return repacked({"通知.txt": b"1"})


def changed_statement(files: Files) -> bytes:
    path = next(each for each in files if each.startswith("05") and each.endswith(".txt"))
    return repacked({**files, path: files[path] + b"!"})


def without_a_file(files: Files) -> bytes:
    return repacked({path: data for path, data in files.items() if "学习材料" not in path})


def with_a_file(files: Files) -> bytes:
    return repacked({**files, "../../外面.txt": b"1"})


def newer(files: Files) -> bytes:
    manifest = {**json.loads(files[MANIFEST]), "schema": 2, "tool": "9.1.0"}
    return repacked({**files, MANIFEST: as_json(manifest)})


def flipped_byte(files: Files) -> bytes:
    data = bytearray(repacked(files))
    data[len(data) // 3] ^= 0x40
    return bytes(data)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (no_zip, "不是 .zip"),
        (cut_off, "档案包坏了"),
        (other_zip, "这不是对照做的档案包"),
        (changed_statement, "校验码对不上"),
        (without_a_file, "少了"),
        (with_a_file, "多了"),
        (newer, "更新的对照（9.1.0）"),
        (flipped_byte, "坏了"),
    ],
)
def test_damaged_foreign_or_newer_archive_is_refused_whole(
    damage: Callable[[Files], bytes], said: str, packed: tuple[bytes, str], people: People
) -> None:
    data, client = packed[0], logged_in(people.zhang)
    before, stored = counts(), on_disk()
    answer = put(client, damage(files_in(data)))
    assert answer.status_code == 422
    assert said in answer.content.decode().partition("refused")[2][:200]
    assert counts() == before
    assert on_disk() <= stored
    assert not ArchiveIntake.objects.exists()


def test_archive_that_holds_too_much_is_refused(
    packed: tuple[bytes, str], people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received_package, "MAX_FILE_BYTES", 1_000)
    answer = put(logged_in(people.zhang), packed[0])
    assert answer.status_code == 422
    assert "太大" in answer.content.decode()


def rows_changed(files: Files, change: Callable[[dict[str, Any]], object]) -> bytes:
    about = json.loads(files[ROWS])
    change(about)
    return repacked({**files, ROWS: as_json(about)}, is_listed=True)


def foreign_file(about: dict[str, Any]) -> None:
    about["rows"]["meetings.DossierFile"][0]["content"] = "0" * 32


def row_of_nobody(about: dict[str, Any]) -> None:
    about["rows"]["talks.TalkRecord"][0]["talk"] = "f" * 16


def bad_day(about: dict[str, Any]) -> None:
    about["rows"]["talks.Talk"][0]["held_on"] = "二月三十日"


def unknown_model(about: dict[str, Any]) -> None:
    about["rows"]["meetings.Vote"] = []


def unknown_field(about: dict[str, Any]) -> None:
    about["rows"]["talks.Talk"][0]["mood"] = "好"


def foreign_unit(about: dict[str, Any]) -> None:
    about["rows"]["accounts.Grant"] = [{"id": 1, "role": "system"}]


def path_as_key(about: dict[str, Any]) -> None:
    about["stored"] = {f"../../{key}": each for key, each in about["stored"].items()}


def same_entry_twice(about: dict[str, Any]) -> None:
    for each in about["rows"]["minutes.MinutesEntry"]:
        each["written_key"] = "a"


@pytest.mark.parametrize(
    "change",
    [
        foreign_file,
        row_of_nobody,
        bad_day,
        unknown_model,
        unknown_field,
        foreign_unit,
        path_as_key,
        same_entry_twice,
    ],
)
def test_forged_rows_leave_nothing_behind(
    change: Callable[[dict[str, Any]], None], packed: tuple[bytes, str], people: People
) -> None:
    data, client = packed[0], logged_in(people.zhang)
    before, stored = counts(), on_disk()
    answer = put(client, rows_changed(files_in(data), change))
    assert answer.status_code == 302
    answer = client.post(f"{answer['Location']}confirm")
    assert answer.status_code == 409, answer.content.decode()
    client.post(
        reverse("archive:drop_intake", kwargs={"received": ArchiveIntake.objects.get().key})
    )
    assert counts() == before
    assert on_disk() <= stored


def test_meeting_that_is_here_is_not_taken_in_twice(
    people: People, packed: tuple[bytes, str]
) -> None:
    client, (data, key) = logged_in(people.zhang), packed
    assert taken_in(client, data).status_code == 302
    answer = put(client, data)
    assert answer.status_code == 422
    assert "已经在这里了" in answer.content.decode()
    intake = actions.begin_intake(unit=people.zhang.unit, name="a", data=data, by=people.zhang)
    answer = client.post(reverse("archive:confirm_intake", kwargs={"received": intake.key}))
    assert answer.status_code == 409
    assert load(Dossier.objects.get(pk=key).files.first().content)


def test_disk_that_is_full_leaves_nothing_behind(
    packed: tuple[bytes, str], people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, client = packed[0], logged_in(people.zhang)
    before, stored, left = counts(), on_disk(), [3]

    def full(key: str, content: bytes) -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(28, "No space left on device")
        place_of(key).parent.mkdir(exist_ok=True)
        place_of(key).write_bytes(content)

    monkeypatch.setattr(taking_in, "store_again", full)
    with pytest.raises(OSError, match="No space"):
        taken_in(client, data)
    monkeypatch.undo()
    remove(ArchiveIntake.objects.get().content)
    assert counts() == before
    assert on_disk() <= stored


def test_aspects_of_the_unit_come_with_the_meeting_and_what_is_none_does_not(
    people: People, packed: tuple[bytes, str]
) -> None:
    client, (data, key) = logged_in(people.zhang), packed
    draft = api.NoticeForm(year="2031", notice="严守纪律\n联系群众").draft().to_toml()

    def with_profile(text: str) -> bytes:
        def change(about: dict[str, Any]) -> None:
            about["profile"] = text
            about["rows"]["meetings.Dossier"][0]["profile"] = "今年的"

        return rows_changed(files_in(data), change)

    assert taken_in(client, with_profile("不是方面 = [")).status_code == 302
    assert not SettingsFiles.from_folder(settings.DATA_FOLDER).profiles
    forget(key)
    assert taken_in(client, with_profile(draft)).status_code == 302
    assert SettingsFiles.from_folder(settings.DATA_FOLDER).profiles == {"今年的": draft}
    assert Dossier.objects.get(pk=key).profile == "今年的"
