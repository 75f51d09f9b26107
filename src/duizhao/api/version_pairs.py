"""Which file of a second folder is a version of which file of the first: by name, and by text where names differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from duizhao.report.versions import SAME_NAME, UnpairedFile
from duizhao.text import Source

FIRST, SECOND = "一稿", "二稿"
VERSION_WORDS = re.compile(
    r"审阅稿|意见单|(?:第?[一二三四五六七八九十\d]+|初|草|修改|修订|送审|报审|征求意见|讨论|审议|定|终|正式|最终|新|旧)稿"
    r"|修改[后版]|修订版|最终版|定版|最新版|改后|改\d*(?=$)|(?<![A-Za-z])[vV]\d+(?:\.\d+)*"
)
DATES = re.compile(
    r"(?:19|20)\d{2}[-.年_]?\d{1,2}[-.月_]?\d{1,2}[日号]?|\d{1,2}月\d{1,2}[日号]?|(?:19|20)\d{2}[-.年_]?\d{1,2}月?(?!\d)"
)
EDGES = re.compile(r"[（(【\[]\s*\d*\s*[）)】\]]|[\s_\-—–·.、，,+]+|副本|复件")
LEAST_ALIKE = 0.4
"""The share of its pairs of characters that a text has in common with its second version."""
CLEARLY = 0.1
"""By so much the best counterpart must be more alike than the next."""
COMPARED_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class PairedSources:
    """Two versions of a text, and why they are taken for that."""

    first: Source
    second: Source
    basis: str


@dataclass(frozen=True, slots=True)
class VersionPairing:
    """Pairs in the order of the first files, and the files without a counterpart."""

    pairs: tuple[PairedSources, ...]
    unpaired: tuple[UnpairedFile, ...]


def name_without_version(name: str) -> str:
    """The name of a file without suffix, words for versions, dates and blanks.

    >>> name_without_version("张三对照检查（二稿）20240105.docx")
    '张三对照检查'
    """
    stem = Path(name).stem
    bare = EDGES.sub("", DATES.sub("", VERSION_WORDS.sub("", stem)))
    return bare or EDGES.sub("", stem)


def pair_versions(first: Mapping[Path, Source], second: Mapping[Path, Source]) -> VersionPairing:
    """Pair the texts of two folders; the keys are the paths inside them.

    A name that stands once on either side decides, its folder with it where names repeat; else the most alike text,
    where none is nearly as alike.
    """
    matching = _Matching(first, second)
    for key in (_place_and_name, _name):
        matching.pair_by_name(key)
    matching.pair_by_text()
    return VersionPairing(matching.pairs(), tuple(matching.unpaired()))


def _place_and_name(path: Path) -> str:
    return "/".join((*path.parts[:-1], name_without_version(path.name)))


def _name(path: Path) -> str:
    return name_without_version(path.name)


class _Matching:
    """The files of two folders while they are paired."""

    def __init__(self, first: Mapping[Path, Source], second: Mapping[Path, Source]) -> None:
        self._first, self._second = first, second
        self._found: dict[Path, tuple[Path, str]] = {}
        self._pieces: dict[Path, frozenset[str]] = {}
        self._doubts: dict[Path, str] = {}

    @property
    def _open(self) -> tuple[list[Path], list[Path]]:
        """The files of both folders that have no counterpart yet."""
        taken = {second for second, _ in self._found.values()}
        return (
            [path for path in self._first if path not in self._found],
            [path for path in self._second if path not in taken],
        )

    def pair_by_name(self, key: Callable[[Path], str]) -> None:
        """Pair files whose name stands once on either side."""
        left, right = (_grouped(paths, key) for paths in self._open)
        for name in left.keys() & right.keys():
            if len(left[name]) == len(right[name]) == 1:
                self._found[left[name][0]] = right[name][0], SAME_NAME

    def pair_by_text(self) -> None:
        """Pair the other files by their texts, the most alike first; what is alike to several is left alone."""
        left, right = self._open
        rows = {one: self._alike(self._first[one], right) for one in left}
        columns: dict[Path, list[tuple[float, Path]]] = defaultdict(list)
        for one, found in rows.items():
            for share, other in found:
                columns[other].append((share, one))
        for one, found in rows.items():
            if not found:
                continue
            share, other = found[0]
            rivals = [path for value, path in found[1:] if value > share - CLEARLY]
            rivals += [
                path for value, path in columns[other] if path != one and value > share - CLEARLY
            ]
            if rivals:
                names = "、".join(sorted({each.name for each in (other, *rivals)}))
                self._doubts[one] = f"像的不止一份（{names}），请分开比"
            else:
                self._found[one] = other, f"文字相近（{share:.0%} 相同）"

    def _alike(self, source: Source, others: Sequence[Path]) -> list[tuple[float, Path]]:
        mine = _pairs_of(source)
        shares = []
        for path in others:
            theirs = self._pieces.setdefault(path, _pairs_of(self._second[path]))
            share = 2 * len(mine & theirs) / max(len(mine) + len(theirs), 1)
            if share >= LEAST_ALIKE:
                shares.append((share, path))
        return sorted(shares, key=lambda each: -each[0])

    def pairs(self) -> tuple[PairedSources, ...]:
        return tuple(
            PairedSources(
                self._first[path], self._second[self._found[path][0]], self._found[path][1]
            )
            for path in self._first
            if path in self._found
        )

    def unpaired(self) -> Iterator[UnpairedFile]:
        left, right = self._open
        for path in left:
            reason = self._doubts.get(path, f"{SECOND}里没有找到对应的一份")
            yield UnpairedFile(self._first[path].name, FIRST, reason)
        for path in right:
            yield UnpairedFile(self._second[path].name, SECOND, f"{FIRST}里没有找到对应的一份")


def _grouped(paths: Iterable[Path], key: Callable[[Path], str]) -> dict[str, list[Path]]:
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        groups[key(path)].append(path)
    return groups


def _pairs_of(source: Source) -> frozenset[str]:
    words = "".join(source.text.split())[:COMPARED_CHARACTERS]
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
