"""The comparison of two versions for programs. Keys are stable English; `compare-1.json` defines each one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from duizhao.lint import CheckedSource, Finding, Rule
from duizhao.report.json import finding_as_json
from duizhao.report.versions.comparison import VersionComparison
from duizhao.report.versions.folder import FolderComparison
from duizhao.report.versions.followed_opinion import FollowedOpinion
from duizhao.text import Source
from duizhao.text.visible import encodable

SCHEMA = "compare-1"
FOLDER_SCHEMA = "compare-folder-1"
FOLDER_SCHEMA_PATH = Path(__file__).parents[1] / "schema" / f"{FOLDER_SCHEMA}.json"
VERSIONS = {"一稿": "first", "二稿": "second", "意见": "opinions"}
SCHEMA_PATH = Path(__file__).parents[1] / "schema" / f"{SCHEMA}.json"


def render(comparison: VersionComparison, rules: Mapping[str, Rule]) -> str:
    """One JSON object, each finding on a line of its own."""
    return encodable("{" + ",\n".join(_members(comparison, rules)) + "}\n")


def render_folder(folder: FolderComparison, rules: Mapping[str, Rule]) -> str:
    """One JSON object: every pair as `render` writes it, and the files without a counterpart."""
    pairs = ",\n".join(
        f'{{"basis":{_dumped(pair.basis)},"comparison":{render(pair.comparison, rules).strip()}}}'
        for pair in folder.pairs
    )
    unpaired = ",\n".join(
        _dumped({"name": each.name, "version": VERSIONS[each.version], "reason": each.reason})
        for each in folder.unpaired
    )
    head = f'"schema":{_dumped(FOLDER_SCHEMA)},\n"version":{_dumped(folder.made_by)}'
    return encodable(f'{{{head},\n"pairs":[\n{pairs}\n],\n"unpaired":[\n{unpaired}\n]}}\n')


def _members(comparison: VersionComparison, rules: Mapping[str, Rule]) -> Iterator[str]:
    first, second = comparison.first, comparison.second
    yield f'"schema":{_dumped(SCHEMA)}'
    yield f'"version":{_dumped(comparison.made_by)}'
    yield f'"first":{_dumped(_document(first))}'
    yield f'"second":{_dumped(_document(second))}'
    yield f'"layoutCompared":{_dumped(comparison.is_layout_compared)}'
    yield _findings("mended", comparison.mended, first.source, rules)
    yield _findings("left", comparison.left, second.source, rules)
    yield _findings("new", comparison.new, second.source, rules)
    yield _opinions(comparison)
    counts = {name: len(getattr(comparison, name)) for name in ("mended", "left", "new")}
    yield f'"summary":{_dumped(counts)}'


def _document(checked: CheckedSource) -> dict[str, Any]:
    return {"name": checked.source.name, "format": checked.source.format}


def _findings(
    key: str, findings: Sequence[Finding], source: Source, rules: Mapping[str, Rule]
) -> str:
    lines = ",\n".join(_dumped(finding_as_json(source, f, rules[f.code])) for f in findings)
    return f'"{key}":[\n{lines}\n]'


def _opinions(comparison: VersionComparison) -> str:
    lines = ",\n".join(map(_dumped, map(_opinion, comparison.opinions)))
    return f'"opinions":[\n{lines}\n]'


def _opinion(each: FollowedOpinion) -> dict[str, Any]:
    span, passage = each.opinion.span, each.passage
    return {
        "author": each.opinion.author,
        "text": each.opinion.text,
        "code": each.opinion.code or None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": each.quote,
        "passage": passage.outcome.name.lower(),
        "line": passage.before or None,
        "newLine": passage.after or None,
        "hasWords": each.has_words,
        "finding": each.finding.name.lower() if each.finding else None,
    }


# One encoder for a hundred thousand values: `json.dumps` makes one for each.
_dumped = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
