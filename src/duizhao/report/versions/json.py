"""The comparison of two versions for programs. Keys are stable English; `compare-1.json` defines each one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from duizhao.lint import CheckedSource, Finding, Rule
from duizhao.report.json import finding_as_json
from duizhao.report.versions.comparison import VersionComparison
from duizhao.text import Source
from duizhao.text.visible import encodable

SCHEMA = "compare-1"
SCHEMA_PATH = Path(__file__).parents[1] / "schema" / f"{SCHEMA}.json"


def render(comparison: VersionComparison, rules: Mapping[str, Rule]) -> str:
    """One JSON object, each finding on a line of its own."""
    return encodable("{" + ",\n".join(_members(comparison, rules)) + "}\n")


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
    counts = {name: len(getattr(comparison, name)) for name in ("mended", "left", "new")}
    yield f'"summary":{_dumped(counts)}'


def _document(checked: CheckedSource) -> dict[str, Any]:
    return {"name": checked.source.name, "format": checked.source.format}


def _findings(
    key: str, findings: Sequence[Finding], source: Source, rules: Mapping[str, Rule]
) -> str:
    lines = ",\n".join(_dumped(finding_as_json(source, f, rules[f.code])) for f in findings)
    return f'"{key}":[\n{lines}\n]'


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
