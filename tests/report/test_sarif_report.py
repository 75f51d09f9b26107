"""The SARIF report, held against the schema of SARIF 2.1.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator
from made_reports import BLANK, RULES, TEXT, checked, finding, hostile, report, sample

from duizhao.lint import CheckedSource
from duizhao.report.sarif import fingerprints, render

SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)


def run(*each: CheckedSource) -> dict[str, Any]:
    log = json.loads(render(report(*each)))
    Draft4Validator(SCHEMA).validate(log)
    [only] = log["runs"]
    assert isinstance(only, dict)
    return only


def test_report_is_valid() -> None:
    run(sample("甲 乙.txt"), sample("/绝对/路径.txt"), sample("C:\\材料\\丙.docx"))


def test_hostile_report_is_valid() -> None:
    Draft4Validator(SCHEMA).validate(json.loads(render(hostile())))


def test_unread_files_are_notifications() -> None:
    log = json.loads(render(report(failures=(("坏 1.docx", "文件已加密"),))))
    Draft4Validator(SCHEMA).validate(log)
    [invocation] = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "文件已加密"


def test_regions_count_code_points_and_say_so() -> None:
    only = run(checked("𠮷𠮷××\n", finding("𠮷𠮷××\n", BLANK, "××", "空着。")))
    assert only["columnKind"] == "unicodeCodePoints"
    region = only["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (3, 5)
    assert (region["charOffset"], region["charLength"]) == (2, 2)
    assert region["snippet"]["text"] == "××"


def test_rules_carry_their_pages() -> None:
    rules = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}") for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run()["results"])


def test_fix_replaces_only_the_wrong_character() -> None:
    [fixed] = [result for result in run()["results"] if "fixes" in result]
    [replacement] = fixed["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "干"}
    assert replacement["deletedRegion"]["charLength"] == 1


def test_fingerprints_stay_when_lines_move_and_differ_among_themselves() -> None:
    moved = "先加的一行\n\n" + TEXT
    blanks = [("xx", 0), ("××", 0), ("××", 1)]
    before = fingerprints(checked(TEXT, *(finding(TEXT, BLANK, w, "空", nth=n) for w, n in blanks)))
    after = fingerprints(
        checked(moved, *(finding(moved, BLANK, w, "空", nth=n) for w, n in blanks))
    )
    assert before == after
    assert len(set(before)) == 3
