"""Two folders of versions compared, file by file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from duizhao import __version__
from duizhao.api.checker import Checker, default_checker
from duizhao.api.returned_opinions import is_about, opinions_in, sheet_files
from duizhao.api.version_pairs import FIRST, SECOND, name_without_version, pair_versions
from duizhao.api.versions import compare_versions
from duizhao.config import is_excluded
from duizhao.errors import DuizhaoError
from duizhao.output_mark import OutputKind
from duizhao.read import ConvertedFolder, converted_together, read, survey
from duizhao.report.versions import FolderComparison, UnpairedFile, VersionPair
from duizhao.text import Source

OPINIONS = "意见"
COPY, SHEET = OutputKind.REVIEWED_COPY.value, OutputKind.OPINION.value


def compare_folders(
    first: Path,
    second: Path,
    checker: Checker | None = None,
    *,
    opinions: Iterable[Source] = (),
) -> FolderComparison:
    """Every text of the second folder against its first version.

    In the first folder a reviewed copy stands for its original, since it has the comments; opinion sheets that lie
    there are read as `opinions` are. A file that cannot be read, or has no counterpart, is reported as such.
    """
    by = checker or default_checker()
    unread: list[UnpairedFile] = []
    before, sheets = _texts(first, FIRST, by, unread)
    after, _ = _texts(second, SECOND, by, unread)
    returned = (*sheets, *opinions)
    pairing = pair_versions(before, after)

    pairs = []
    for pair in pairing.pairs:
        about = [
            each for text in returned for each in opinions_in(text, pair.first, is_one_of_many=True)
        ]
        try:
            comparison = compare_versions(pair.first, pair.second, by, opinions=about)
        except DuizhaoError as fault:
            if by.stops_all(fault):
                raise
            unread.append(UnpairedFile(pair.second.name, SECOND, str(fault), is_unread=True))
        else:
            pairs.append(VersionPair(comparison, pair.basis))
    unused = _unused(returned, [pair.first.name for pair in pairing.pairs])
    return FolderComparison(tuple(pairs), (*pairing.unpaired, *unread, *unused), __version__)


def _unused(returned: Iterable[Source], names: Sequence[str]) -> Iterator[UnpairedFile]:
    """The opinions that belong to none of the texts."""
    for text in returned:
        files = sheet_files(text)
        if not files:
            yield UnpairedFile(text.name, OPINIONS, "里面没有写明是哪份材料，请逐份比")
        for file in files:
            if not any(is_about(file, name) for name in names):
                where = f"“{file}”这一页" if file else "没有写文件名的一页"
                yield UnpairedFile(text.name, OPINIONS, f"{where}没有配上材料")


def _texts(
    folder: Path, version: str, checker: Checker, unread: list[UnpairedFile]
) -> tuple[dict[Path, Source], list[Source]]:
    """The texts of a folder by their paths in it, and the opinion sheets; what cannot be read goes to `unread`."""
    texts: dict[Path, Source] = {}
    sheets: list[Source] = []
    files: list[Path] = []
    kinds: dict[Path, str] = {}
    for found in survey([folder]):
        path = found if isinstance(found, Path) else found.path
        if is_excluded(path, checker.config):
            continue
        if isinstance(found, Path) or found.kind in (COPY, SHEET):
            files.append(path)
            kinds[path] = "" if isinstance(found, Path) else found.kind
        elif not found.is_ours:
            unread.append(UnpairedFile(str(path), version, f"{found.reason}；{found.cure}"))
    passed_over = _twins(kinds, wants_copies=version == FIRST)
    with converted_together(files) as converted:
        for path in files:
            if path in passed_over:
                continue
            try:
                source = _read(path, converted)
            except DuizhaoError as fault:
                reason = str(fault).removeprefix(f"{path}：")
                unread.append(UnpairedFile(str(path), version, f"读不了：{reason}", is_unread=True))
                continue
            if kinds[path] == SHEET:
                sheets.append(source)
            else:
                texts[path.relative_to(folder)] = source
    return texts, sheets


def _read(path: Path, converted: ConvertedFolder | None) -> Source:
    if converted is None:
        return read(path)
    with converted.in_use():
        return read(path)


def _twins(kinds: Mapping[Path, str], *, wants_copies: bool) -> set[Path]:
    """Of a text and its reviewed copy the one that is no version: the original if copies are wanted, else the copy."""
    alike: dict[Path, list[Path]] = defaultdict(list)
    for path, kind in kinds.items():
        if kind != SHEET:
            alike[path.with_name(name_without_version(path.name))].append(path)
    return {
        path
        for group in alike.values()
        if len({kinds[path] for path in group}) == 2
        for path in group
        if (kinds[path] == COPY) is not wants_copies
    }
