"""Output never lands on an input unasked, and what it replaces is kept."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from duizhao.cli.target import refuse_overwriting, save, target


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "甲.docx"
    path.write_bytes(b"old")
    return path


def test_output_goes_where_it_was_asked_for(original: Path) -> None:
    other, default = original.with_name("乙.docx"), original.with_name("丙.docx")
    assert target(original, other, False, default) == other
    assert target(original, None, False, default) == default
    assert target(original, None, True, default) == original
    assert target(original, original, True, default) == original


def test_output_on_top_of_the_input_is_refused_by_any_name(original: Path) -> None:
    link = original.with_name("链接.docx")
    link.symlink_to(original)
    for output in (original, link, original.parent / "." / original.name):
        with pytest.raises(click.UsageError, match="--in-place"):
            target(original, output, False, original.with_name("丙.docx"))
    with pytest.raises(click.UsageError, match="--in-place"):
        refuse_overwriting(link, (original.with_name("无.txt"), original), False)
    refuse_overwriting(link, (original,), True)


def test_in_place_and_another_output_contradict_each_other(original: Path) -> None:
    with pytest.raises(click.UsageError, match="其中一个"):
        target(original, original.with_name("乙.docx"), True, original.with_name("丙.docx"))


def test_what_is_replaced_is_kept(original: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(original, b"new", (original,))
    assert original.read_bytes() == b"new"
    assert original.with_name("甲.docx.bak").read_bytes() == b"old"
    assert "甲.docx.bak" in capsys.readouterr().err


def test_a_new_file_needs_no_backup(original: Path) -> None:
    save(original.with_name("乙.docx"), b"new", (original,))
    assert sorted(os.listdir(original.parent)) == sorted(["乙.docx", "甲.docx"])
    assert original.read_bytes() == b"old"
