"""Screening for programs."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator
from screens import with_recurring

from duizhao.reuse.view import ShownCheck, ShownJoin, write
from duizhao.reuse.view.json import SCHEMAS


def read(shown: ShownCheck | ShownJoin) -> dict:
    told = json.loads(str(write("json", shown)))
    schema = json.loads((SCHEMAS / f"{told['schema']}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(told)
    return told


def test_check_keeps_its_schema_and_its_offsets_slice_to_the_texts(checked):
    told = read(checked)
    assert told["document"]["label"]["person"] == "张三"
    assert told["counted"] == checked.counted
    first = told["matches"][0]
    assert (first["entry"]["name"], first["relation"]) == ("张三2023.docx", "own-past")
    other = checked.filed.text(first["entry"]["id"])
    for passage in first["passages"]:
        for each in (passage, *passage["differences"]):
            left, right = each["left"], each["right"]
            assert checked.text[left["start"] : left["end"]] == left["text"]
            assert other[right["start"] : right["end"]] == right["text"]
    assert [each["reason"] for each in told["subtracted"]] == ["引文"]


def test_join_keeps_its_schema_and_names_hub_and_members(joined):
    told = read(joined)
    group, *others = told["groups"]
    assert len(others) == len(joined.joined.groups) - 1
    assert told["documents"] == 7
    assert group["hub"] == group["members"][0]["id"] == group["pairs"][0]["left"]["id"]
    assert [each["right"]["id"] for each in group["pairs"]] == [
        each["id"] for each in group["members"][1:]
    ]
    assert group["sharedCharacters"] > 100


def test_hostile_text_stays_valid(hostile):
    assert read(hostile)["document"]["name"] == "<img src=x>.txt"


def test_every_match_stands_on_a_line_of_its_own(checked):
    lines = str(write("json", checked)).splitlines()
    assert sum(line.startswith('{"entry":') for line in lines) == 7


def test_problems_that_came_back_stand_under_their_statement(checked):
    first, *others = read(with_recurring(checked))["matches"]
    (problem,) = first["returned"]
    assert problem["left"]["text"] == problem["right"]["text"]
    assert problem["title"] == "查摆的问题 三是"
    assert not any(each["returned"] for each in others)
