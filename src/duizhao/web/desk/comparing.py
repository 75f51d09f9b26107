"""Files compared with each other: the result as one stored file of pages, opened again without computing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace

from duizhao import api
from duizhao.web.desk import actions, checking, reading
from duizhao.web.desk.models import DeskFile, KeptScreening, Version
from duizhao.web.stored_files import place_of

AT_ONCE = 40
"""Files that are compared while somebody waits; more are left to the worker."""

FEWEST = 2
"""Files, of which one can be compared with another."""

TEXTS = "pair?number="
"""Where two texts stand side by side, from the page of the screening on."""

INDEX, MATRIX, BAR, FOOT, PAIR = "index", "matrix", "bar", "foot", "pair"
REPORTS = {"html": "相同段落.html", "xlsx": "相同段落.xlsx"}


def compare(screening: KeptScreening) -> None:
    """Compare the files of a screening, and keep what they share, or why there is no result."""
    unread: list[api.Failure] = []
    of_batch = screening.files.filter(batch=screening.batch)
    numbers = screening.versions
    newer = _sources(of_batch, "", numbers, unread)
    older = []
    if screening.other:
        of_other = screening.files.filter(batch=screening.other)
        older = _sources(of_other, f"{screening.other.name}/", numbers, unread)
    read = len(newer) + len(older)
    if read < FEWEST or not newer:
        reason = f"能读的材料只有 {read} 份，至少要有两份才能比"
        actions.refuse_screening(screening=screening, reason=reason)
        return
    try:
        with api.screen_sources(
            newer, older, checking.checker(), scope=screening.scope, unread=unread
        ) as shown:
            fragment = api.ScreeningFragment.from_shown(shown, TEXTS)
            data = _packed(fragment, shown)
            sameness = _sameness(of_batch, shown)
    except api.DuizhaoError as fault:
        actions.refuse_screening(screening=screening, reason=str(fault))
    else:
        actions.keep_screening(
            screening=screening, data=data, pairs=fragment.pairs, sameness=sameness
        )


def kept(screening: KeptScreening, *names: str) -> dict[str, str]:
    """Parts of a result by their names."""
    with zipfile.ZipFile(place_of(screening.content)) as pack:
        return {name: pack.read(name).decode() for name in names}


def kept_report(screening: KeptScreening, form: str) -> bytes:
    """The report of a result in one of the formats of `REPORTS`."""
    with zipfile.ZipFile(place_of(screening.content)) as pack:
        return pack.read(REPORTS[form])


def kept_pairs(screening: KeptScreening) -> int:
    """How many pairs stand side by side in a result."""
    with zipfile.ZipFile(place_of(screening.content)) as pack:
        return sum(name.startswith(PAIR) for name in pack.namelist())


def _sources(
    files: Iterable[DeskFile], folder: str, numbers: Mapping[str, int], unread: list[api.Failure]
) -> list[api.Source]:
    """Files as they are read: the versions with these numbers, else the last; `unread` gets those that cannot be."""
    found = []
    for file in files:
        name = f"{folder}{file.name}"
        try:
            source = reading.source_of(file, _wanted(file, numbers.get(file.pk)))
        except api.UnreadableDocument as fault:
            unread.append(api.Failure(name, fault.reason))
        except api.DuizhaoError as fault:
            unread.append(api.Failure(name, str(fault)))
        else:
            if source.text.strip():
                found.append(replace(source, name=name))
            else:
                unread.append(api.Failure(name, "文件里没有文字"))
    return found


def _wanted(file: DeskFile, number: int | None) -> Version:
    chosen = file.versions.filter(number=number).first() if number else None
    found: Version = chosen or file.versions.last()
    return found


def _sameness(files: Iterable[DeskFile], shown: api.ShownJoin) -> dict[str, list[float]]:
    """For each file that has a pair: how many it has, and the greatest share of its text that another has."""
    keys = {file.name: file.pk for file in files}
    found: dict[str, list[float]] = {}
    for _, pair in shown.pairs():
        for entry, share in ((pair.left, pair.left_share), (pair.right, pair.right_share)):
            if entry.name in keys:
                count, most = found.get(keys[entry.name], (0, 0.0))
                found[keys[entry.name]] = [count + 1, max(most, round(share, 3))]
    return found


def _packed(fragment: api.ScreeningFragment, shown: api.ShownJoin) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(INDEX, fragment.index)
        pack.writestr(MATRIX, api.matrix_html(shown, fragment.addresses))
        pack.writestr(BAR, fragment.bar)
        pack.writestr(FOOT, fragment.foot)
        for number, each in enumerate(fragment.facings(), 1):
            pack.writestr(f"{PAIR}{number}", each)
        for form, name in REPORTS.items():
            pack.writestr(name, api.write_shown(form, shown))
    return packed.getvalue()
