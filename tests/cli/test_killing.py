"""Killed at any moment, a command that writes leaves the old file or the new one, whole."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from calling import FAULTY

from hostile.killing import left_by_kills
from hostile.process import run
from hostile.whole import is_whole

TYPESET = ["typeset", "甲.txt", "-o"]
REVIEW = ["review", "甲.txt", "-o", "审阅.docx"]
PDF = ".pdf"
COMMANDS = {
    "审阅.docx": (REVIEW, REVIEW),
    "排版.docx": ([*TYPESET, "热身.docx"], [*TYPESET, "排版.docx"]),
    # The typesetter of PDFs has threads.
    f"排版{PDF}": ([*TYPESET, "热身.docx"], [*TYPESET, f"排版{PDF}"]),
}


@pytest.mark.parametrize("output", COMMANDS)
def test_killed_at_any_moment_it_leaves_the_old_file_or_the_new_one(
    output: str, tmp_path: Path
) -> None:
    (tmp_path / "甲.txt").write_text(FAULTY, encoding="utf-8")
    # A PDF takes a second to write.
    left = left_by_kills(tmp_path, output, *COMMANDS[output], kills=20 if PDF in output else 50)
    assert set(left) == {"old", "new"}


def test_every_shortened_file_is_told_from_a_whole_one(tmp_path: Path) -> None:
    """The judge of the test above."""
    (tmp_path / "甲.txt").write_text(FAULTY, encoding="utf-8")
    for output, (_, command) in COMMANDS.items():
        assert run(tmp_path, *command).code == 0
        data = (tmp_path / output).read_bytes()
        assert is_whole(data)
        for cut in itertools.chain(range(0, len(data), 500), [len(data) - 8]):
            assert not is_whole(data[:cut])
