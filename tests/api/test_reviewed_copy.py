"""Reviewed copies as files: where they are written, what is kept, what is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from duizhao import api

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXT = "个人对照检查材料\n一、存在的问题\n推进xx工作不力，于部职工意见大。\n"


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "甲.docx"
    path.write_bytes((EXAMPLES / "faulty.docx").read_bytes())
    return path


def test_copy_is_written_where_it_is_asked_for_in_a_new_folder(word: Path, tmp_path: Path) -> None:
    target = tmp_path / "审阅" / "一组" / "甲.docx"
    written = api.write_reviewed_copy(word, api.Checker(), targets={word: target})
    assert (written.path, written.backup) == (target, None)
    assert api.read(target).text == api.read(word).text
    # Its bytes are on the disk; they do not travel between processes.
    assert written.copy.data == b""
    assert written.copy.comments > 0


def test_original_that_is_replaced_is_kept(word: Path) -> None:
    before = word.read_bytes()
    written = api.write_reviewed_copy(word, api.Checker(), targets={word: word})
    assert written.backup is not None
    assert written.backup.read_bytes() == before
    assert word.read_bytes() != before


def test_text_file_is_not_replaced_by_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(api.Unwritable, match=r"不是 \.docx"):
        api.write_reviewed_copy(path, api.Checker(), targets={path: path})
    assert path.read_text(encoding="utf-8") == TEXT


def test_place_that_cannot_be_a_folder_is_refused(word: Path, tmp_path: Path) -> None:
    (tmp_path / "占").write_bytes(b"")
    with pytest.raises(api.Unwritable, match="建不了"):
        api.write_reviewed_copy(word, api.Checker(), targets={word: tmp_path / "占" / "甲.docx"})


def test_file_text_and_stream_give_the_same_comments(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    copies = [
        api.review_file(path),
        api.review_source(api.Source(TEXT)),
        api.review_stream(BytesIO(TEXT.encode())),
    ]
    assert len({(copy.comments, copy.before, copy.after) for copy in copies}) == 1
    assert copies[0].comments > 0
    assert all(copy.changes == 0 for copy in copies)


def test_fixes_are_tracked_changes_only_if_asked_for() -> None:
    plain, fixed = (api.review_source(api.Source(TEXT), fix=fix) for fix in (False, True))
    assert (plain.changes, fixed.changes > 0) == (0, True)
    assert plain.after == fixed.after == plain.before


def test_known_findings_get_no_comment(tmp_path: Path) -> None:
    baseline = tmp_path / "基线.json"
    checked = api.check_source(api.Source(TEXT))
    api.write_baseline(baseline, api.fingerprints([checked]))
    checker = api.Checker(api.Config(baseline=baseline))
    assert api.review_source(api.Source(TEXT), checker).comments == 0
