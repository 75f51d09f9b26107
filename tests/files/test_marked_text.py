"""A report that is text, a page, JSON or a PDF is known by words near its end, and so is any change to it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from duizhao import __version__, api
from duizhao.files.marked_text import read_text_mark, text_mark_in, with_text_mark
from duizhao.office.marked_package import read_mark
from duizhao.output_mark import OutputKind, OutputMark

OURS = OutputMark(OutputKind.FINDINGS, __version__, is_changed=False)
CHANGED = OutputMark(OutputKind.FINDINGS, __version__, is_changed=True)
FORMS = {
    "text": "甲.txt:3:1 必改 DZ601\n共 1 处\n",
    "page": "<!doctype html>\n<html><body>共 1 处</body></html>\n",
    "json": '{"schema":"check-1","files":[\n],\n"summary":{"files":0}}\n',
    "indented": '{\n "version": 1,\n "findings": {}\n}\n',
    "sarif": '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{}]}\n',
    "pdf": "%PDF-1.7\n1 0 obj\nendobj\nxref\ntrailer\nstartxref\n17\n%%EOF\n",
}
forms = pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)


@forms
def test_what_was_written_is_known_and_so_is_every_change(text: str, tmp_path: Path) -> None:
    marked = with_text_mark(text.encode(), OutputKind.FINDINGS)
    file = tmp_path / "果"
    file.write_bytes(marked)
    assert read_text_mark(file) == OURS
    assert text_mark_in(text.encode()) is None
    for at in range(0, len(text.encode()) - 10, 7):
        if b"duizhao" not in marked[at : at + 80]:
            assert text_mark_in(marked[:at] + b"x" + marked[at + 1 :]) in (CHANGED, None)
    assert text_mark_in(marked.replace(b"\n", b"\r\n")) in (CHANGED, None)


@forms
def test_the_form_stays_what_it_was(text: str) -> None:
    marked = with_text_mark(text.encode(), OutputKind.FINDINGS).decode()
    if text.startswith("{"):
        read = json.loads(marked)
        added = read.pop("mark", None) or read.pop("properties")["mark"]
        assert added.startswith("duizhao ")
        assert read == json.loads(text)
    if text.startswith("%PDF"):
        assert marked.endswith("startxref\n17\n%%EOF\n")
        assert marked[: text.index("startxref")] == text[: text.index("startxref")]


def test_words_of_people_about_us_are_no_mark(tmp_path: Path) -> None:
    for words in (
        "",
        "duizhao",
        "用 duizhao 0.1.0 查过\n",
        "duizhao 0.1.0 剧本 0123456789abcdef\n",
    ):
        (tmp_path / "甲.txt").write_text(words, encoding="utf-8")
        assert read_text_mark(tmp_path / "甲.txt") is None
    assert read_text_mark(tmp_path / "没有") is None
    assert read_text_mark(tmp_path) is None


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "甲.txt")
    os.mkfifo(tmp_path / "甲.docx")
    assert read_text_mark(tmp_path / "甲.txt") is None
    assert api.read_mark(tmp_path / "甲.txt") is None
    assert read_mark(tmp_path / "甲.docx") is None
