"""The end of a run over several files: how many were done, and which were not, with the reason and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from duizhao.lint import Failure
from duizhao.read import PassedOver
from duizhao.report.report import RunSummary
from duizhao.text.pattern import LazyPattern
from duizhao.text.visible import names_decoded, on_one_line

NAMED_OF_A_GROUP = 3
"""Files of one kind that are named on a terminal unless details are asked for."""
OURS = "我们自己写的"
BEFORE_CURE = LazyPattern("[；，](?=请|如)")


class TallyWords(NamedTuple):
    """How a command names the files that it has done, those with a fault, and those that it left out."""

    done: str
    failed: str
    left: str


CHECKED = TallyWords("查了", "读不了", "没有查")


class UncheckedRow(NamedTuple):
    """A row of a report about a file that was not checked: what happened to it, why, and what to do."""

    name: str
    fate: str
    reason: str
    cure: str


def unchecked_rows(run: RunSummary) -> Iterator[UncheckedRow]:
    """A row for each file that could not be read, then for each that was passed over, our own last."""
    for failure in run.failures:
        reason, cure = parted_reason(failure.reason)
        yield UncheckedRow(failure.name, CHECKED.failed, reason, cure)
    for each in sorted(run.passed_over, key=lambda each: each.is_ours):
        yield UncheckedRow(each.name, _fate(each, CHECKED), each.reason, each.cure)


def parted_reason(reason: str) -> tuple[str, str]:
    """The reason of a failure, and what to do, which follows it in one line."""
    cut = BEFORE_CURE.search(reason)
    return (reason[: cut.start()], reason[cut.end() :]) if cut else (reason, "")


def tally_line(
    done: int, failures: int, passed_over: Iterable[PassedOver], words: TallyWords = CHECKED
) -> str:
    """“查了 7 份、读不了 1 份、没有查 3 份（图片 2 份、压缩包 1 份）、我们自己写的 2 份”."""
    parts = [f"{words.done} {done} 份"]
    if failures:
        parts.append(f"{words.failed} {failures} 份")
    return "、".join((*parts, *passed_over_counts(passed_over, words)))


def passed_over_counts(
    passed_over: Iterable[PassedOver], words: TallyWords = CHECKED
) -> Iterator[str]:
    """“没有查 3 份（图片 2 份、压缩包 1 份）”, and the same of our own."""
    kept = tuple(passed_over)
    left = Counter(each.kind for each in kept if not each.is_ours)
    ours = Counter(each.kind for each in kept if each.is_ours)
    for word, kinds in ((words.left, left), (OURS, ours)):
        if kinds:
            named = "、".join(f"{kind} {count} 份" for kind, count in kinds.most_common())
            yield f"{word} {kinds.total()} 份（{named}）"


def left_out_lines(
    failures: Iterable[Failure],
    passed_over: Iterable[PassedOver],
    words: TallyWords = CHECKED,
    *,
    is_verbose: bool = False,
) -> list[str]:
    """Lines about the files that were not done.

    Unless details are asked for, those with one reason share a line, and our own are only counted in the tally.
    """
    rows = [(words.failed, each.name, each.reason) for each in failures]
    shown = (each for each in passed_over if is_verbose or not each.is_ours)
    for each in sorted(shown, key=lambda each: each.is_ours):
        cure = f"；{each.cure}" if each.cure else ""
        rows.append((_fate(each, words), each.name, f"{each.reason}{cure}"))
    groups: dict[tuple[str, str], list[str]] = {}
    for fate, name, reason in rows:
        groups.setdefault((fate, reason), []).append(name)
    return [
        on_one_line(names_decoded(line))
        for (fate, reason), names in groups.items()
        for line in _group_lines(fate, reason, names, is_verbose=is_verbose)
    ]


def _group_lines(
    fate: str, reason: str, names: Sequence[str], *, is_verbose: bool
) -> Iterator[str]:
    if is_verbose or len(names) == 1:
        yield from (f"{fate} {name}：{reason}" for name in names)
        return
    named = "、".join(PurePath(name).name for name in names[:NAMED_OF_A_GROUP])
    more = " 等" if len(names) > NAMED_OF_A_GROUP else ""
    yield f"{fate} {len(names)} 份：{reason}（{named}{more}）"


def _fate(each: PassedOver, words: TallyWords) -> str:
    return OURS if each.is_ours else words.left
