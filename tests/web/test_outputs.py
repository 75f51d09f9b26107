"""What is made of the chosen files of a batch."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from django.urls import reverse

from duizhao.web import worker
from duizhao.web.desk import actions, putting_in
from duizhao.web.desk.making import make
from duizhao.web.desk.models import Batch, BatchOutput, DeskFile
from duizhao.web.desk.output_names import OutputNames, stem_of, with_ending
from duizhao.web.stored_files import place_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FAULTY = (EXAMPLES / "faulty.docx").read_bytes()
GOOD = (EXAMPLES / "good.txt").read_bytes()


@pytest.fixture
def batch(people) -> Batch:
    made = actions.begin_batch(owner=people.zhang, name="县直 11:30 放入")
    putting_in.take(batch=made, name="一组/甲.docx", data=FAULTY)
    putting_in.take(batch=made, name="一组/乙.txt", data=GOOD)
    return made


def ask(browse, batch: Batch, form: str, **data: object) -> str:
    answer = browse.post(
        reverse("desk:make", args=[batch.key]),
        {"form": form, **data},
        headers={"HX-Request": "true"},
    )
    return answer.content.decode()


def downloaded(browse, shown: str) -> tuple[str, bytes]:
    """The name and the bytes of the first file on the list."""
    address = re.search(r'href="([^"]+/download)"', shown)
    assert address, shown
    answer = browse.get(address[1])
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    return BatchOutput.objects.first().name, b"".join(answer.streaming_content)


def packed(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_reviewed_copies_bear_the_names_of_the_originals_and_of_the_group(browse, batch) -> None:
    name, data = downloaded(browse, ask(browse, batch, "review", author="第三督导组"))
    assert name == "县直 11：30 放入 审阅稿 2份.zip"
    files = packed(data)
    assert list(files) == ["一组/甲（审阅稿）.docx", "一组/乙（审阅稿）.docx"]
    comments = packed(files["一组/甲（审阅稿）.docx"])["word/comments.xml"].decode()
    assert "第三督导组" in comments
    page = browse.get(reverse("desk:batch", args=[batch.key])).content.decode()
    assert 'name="author" value="第三督导组"' in page


def test_one_chosen_file_is_no_archive(browse, batch) -> None:
    chosen = batch.files.get(name="一组/甲.docx").key
    name, data = downloaded(browse, ask(browse, batch, "review", chosen=[chosen]))
    assert name == "甲（审阅稿）.docx"
    docx.Document(io.BytesIO(data))


def test_fixes_are_tracked_changes_if_asked_for(browse, batch) -> None:
    chosen = batch.files.get(name="一组/甲.docx").key
    _, plain = downloaded(browse, ask(browse, batch, "review", chosen=[chosen]))
    _, fixed = downloaded(browse, ask(browse, batch, "review", chosen=[chosen], fixes="on"))
    changes = [packed(each)["word/document.xml"].count(b"<w:ins ") for each in (plain, fixed)]
    assert changes[0] < changes[1]


def test_finding_that_is_put_aside_is_in_no_output(browse, batch) -> None:
    file = batch.files.get(name="一组/甲.docx")
    _, before = downloaded(browse, ask(browse, batch, "review", chosen=[file.key]))
    page = browse.get(reverse("desk:file", args=[file.key])).content.decode()
    (key, *_) = re.findall(r'name="finding" value="(DZ301-[0-9a-f]+)"', page)
    browse.post(reverse("desk:put_aside", args=[file.key]), {"finding": key})
    _, after = downloaded(browse, ask(browse, batch, "review", chosen=[file.key]))

    def comments(data: bytes) -> int:
        return packed(data)["word/comments.xml"].count(b"<w:comment ")

    assert comments(after) < comments(before)


def test_opinion_sheets_are_one_file_or_one_for_each(browse, batch) -> None:
    name, data = downloaded(browse, ask(browse, batch, "opinion"))
    assert name == "县直 11：30 放入 意见单.docx"
    docx.Document(io.BytesIO(data))
    _, data = downloaded(browse, ask(browse, batch, "opinions"))
    assert list(packed(data)) == ["一组/甲（意见单）.docx", "一组/乙（意见单）.docx"]


def test_typeset_copies_are_made(browse, batch) -> None:
    _, data = downloaded(browse, ask(browse, batch, "word"))
    assert list(packed(data)) == ["一组/甲（排版稿）.docx", "一组/乙（排版稿）.docx"]


def test_ledger_and_report_are_workbooks_of_all_files(browse, batch) -> None:
    for form, name in (("ledger", "整改台账"), ("report", "汇总表")):
        made, data = downloaded(browse, ask(browse, batch, form))
        assert made == f"县直 11：30 放入 {name}.xlsx"
        openpyxl.load_workbook(io.BytesIO(data))


def test_file_of_which_nothing_can_be_made_is_named(browse, batch) -> None:
    putting_in.take(batch=batch, name="照片.jpg", data=b"\xff\xd8")
    shown = ask(browse, batch, "review")
    assert "其中 1 份没有做成" in shown
    assert "照片.jpg：不认识 .jpg 格式" in shown
    assert len(packed(downloaded(browse, shown)[1])) == 2


def test_output_of_nothing_says_why(browse, people) -> None:
    empty = actions.begin_batch(owner=people.zhang, name="空")
    putting_in.take(batch=empty, name="照片.jpg", data=b"\xff\xd8")
    for form in ("review", "opinion", "ledger"):
        shown = ask(browse, empty, form)
        assert "没有做成" in shown
        assert "照片.jpg：不认识" in shown


def test_many_files_are_made_by_the_worker(transactional_db, browse, batch) -> None:
    for number in range(6):
        putting_in.take(batch=batch, name=f"{number}.txt", data=GOOD)
    shown = ask(browse, batch, "opinions")
    assert "正在做：0 / 8" in shown
    assert "hx-trigger" in shown
    worker.work(is_done_when_empty=True)
    shown = browse.get(
        reverse("desk:made", args=[batch.key]), headers={"HX-Request": "true"}
    ).content.decode()
    assert len(packed(downloaded(browse, shown)[1])) == 8


def test_stopped_output_is_not_made(transactional_db, browse, batch) -> None:
    for number in range(6):
        putting_in.take(batch=batch, name=f"{number}.txt", data=GOOD)
    ask(browse, batch, "opinions")
    output = BatchOutput.objects.get()
    browse.post(reverse("desk:stop_making", args=[output.key]))
    worker.work(is_done_when_empty=True)
    make(output)
    output.refresh_from_db()
    assert (output.status, output.content) == ("stopped", "")


def test_outputs_go_with_their_batch(browse, batch) -> None:
    ask(browse, batch, "review")
    place = place_of(BatchOutput.objects.get().content)
    assert place.exists()
    browse.post(reverse("desk:clear", args=[batch.key]))
    assert not place.exists()


def test_output_is_removed_alone(browse, batch) -> None:
    ask(browse, batch, "review")
    output = BatchOutput.objects.get()
    browse.post(reverse("desk:remove_output", args=[output.key]))
    assert not place_of(output.content).exists()
    assert DeskFile.objects.count() == 2


def test_names_are_never_two_the_same() -> None:
    names = OutputNames()
    wanted = ["甲（审阅稿）.docx", "甲（审阅稿）.docx", "A.docx", "a.docx", "组/甲（审阅稿）.docx"]
    assert [names.free(each) for each in wanted] == [
        "甲（审阅稿）.docx",
        "甲（审阅稿）（2）.docx",
        "A.docx",
        "a（2）.docx",
        "组/甲（审阅稿）.docx",
    ]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("组/甲.docx", "组/甲（审阅稿）.docx"),
        ('组/../a:b?"<c>.doc', "组/a：b？”〈c〉（审阅稿）.docx"),
        (".docx", "docx（审阅稿）.docx"),
        ("…" * 300 + ".txt", "…" * 80 + "（审阅稿）.docx"),
    ],
)
def test_name_can_be_kept_by_any_system(name: str, made: str) -> None:
    assert with_ending(name, "（审阅稿）.docx") == made


def test_batch_without_a_usable_name_still_names_its_outputs() -> None:
    assert stem_of(" . ") == "这一批"
