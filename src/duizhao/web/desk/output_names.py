"""Names of what is made: those of the originals, which any system can keep, and never two the same."""

from __future__ import annotations

from pathlib import PurePosixPath

from duizhao.web.file_name import kept_anywhere

LONGEST_STEM = 80


class OutputNames:
    """The names that are given out, each once, whatever the case of its letters."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __len__(self) -> int:
        return len(self._taken)

    def free(self, name: str) -> str:
        """The name, with a number where it is taken: 甲（2）.docx."""
        path = PurePosixPath(name)
        number, free = 1, name
        while free.casefold() in self._taken:
            number += 1
            free = str(path.with_name(f"{path.stem}（{number}）{path.suffix}"))
        self._taken.add(free.casefold())
        return free


def with_ending(name: str, ending: str) -> str:
    """The name of an original with another ending: 组/甲.docx, （审阅稿）.docx → 组/甲（审阅稿）.docx."""
    *folders, leaf = name.split("/")
    stem = PurePosixPath(kept_anywhere(leaf, "")).stem[-LONGEST_STEM:].strip(" .") or "材料"
    kept = [each for each in folders if each.strip(" .")]
    return "/".join([*map(kept_anywhere, kept), kept_anywhere(f"{stem}{ending}")])


def stem_of(name: str) -> str:
    """The name of a batch as the beginning of the name of a file."""
    return kept_anywhere(name, "")[:LONGEST_STEM].strip(" .") or "这一批"
