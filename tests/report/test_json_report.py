"""The JSON report and its published schema."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator
from made_reports import TEXT, hostile, report, sample

from duizhao.report.json import SCHEMA_PATH, render

SCHEMA = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))


def closed(schema: Any, name: str = "") -> Any:
    """The schema without room for keys it does not name: nothing is printed that is not published."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value, key) for key, value in schema.items()}
    if schema.get("type") == "object" and name not in ("span", "place"):
        inner.setdefault("unevaluatedProperties", False)
    return inner


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_report_is_valid_and_prints_no_key_that_is_not_published() -> None:
    written = json.loads(
        render(report(sample("甲.txt"), sample("乙.txt"), failures=(("坏", "读不了"),)))
    )
    errors = list(Draft202012Validator(closed(SCHEMA)).iter_errors(written))
    assert not errors, errors[0]


def test_hostile_report_is_valid() -> None:
    Draft202012Validator(closed(SCHEMA)).validate(json.loads(render(hostile())))


def test_offsets_lines_and_text_agree() -> None:
    [file] = json.loads(render(report()))["files"]
    lines = TEXT.split("\n")
    for found in file["findings"]:
        assert TEXT[found["start"] : found["end"]] == found["text"]
        if found["line"] == found["endLine"]:
            assert (
                lines[found["line"] - 1][found["column"] - 1 : found["endColumn"] - 1]
                == found["text"]
            )


def test_summary_counts_findings() -> None:
    summary = json.loads(render(report()))["summary"]
    assert summary["bySeverity"] == {"error": 3, "warning": 2, "hint": 1}
    assert summary["byFamily"] == {"concreteness": 1, "residue": 3, "structure": 1, "wording": 1}
    assert summary["byCode"]["DZ301"] == 3
    assert summary["findings"] == 6


def test_fix_can_be_made_from_the_report_alone() -> None:
    [file] = json.loads(render(report()))["files"]
    [edit] = next(found["edits"] for found in file["findings"] if found["edits"])
    assert "干部职工" in TEXT[: edit["start"]] + edit["replacement"] + TEXT[edit["end"] :]


def test_every_file_stands_on_a_line_of_its_own() -> None:
    lines = render(report(sample("甲.txt"), sample("乙.txt"))).splitlines()
    assert [json.loads(line.rstrip(","))["name"] for line in lines[1:3]] == ["甲.txt", "乙.txt"]


def test_place_is_also_given_as_people_name_it() -> None:
    first = json.loads(render(report(sample("甲.txt"))))["files"][0]["findings"][0]
    assert first["where"] == f"第 {first['line']} 行"
