"""The data that comes with the program: kinds of meeting, requirement table, talks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from duizhao.process import Move, Urgency, meeting_kinds
from duizhao.process.load import DATA
from duizhao.status import Status

KINDS = meeting_kinds()


def rows(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def test_the_kinds_are_known() -> None:
    assert {id: kind.name for id, kind in KINDS.items()} == {
        "democratic-life": "民主生活会",
        "special-democratic-life": "专门召开的民主生活会",
        "branch-life": "组织生活会",
        "branch-life-appraisal": "组织生活会和民主评议党员",
        "appraisal": "民主评议党员",
        "duty-report": "述责述廉",
    }


@pytest.mark.parametrize("name", ["requirements", "talks", "meetings"])
def test_every_row_has_a_source_and_a_known_status(name: str) -> None:
    for id, row in rows(name).items():
        assert row["source"], id
        assert Status(row["status"]), id


def test_every_row_is_used_by_a_kind() -> None:
    named = [name for row in rows("meetings").values() for name in row["requirements"]]  # type: ignore[attr-defined]
    assert {name.rpartition("=")[2] for name in named} == set(rows("requirements"))
    talks = {name for row in rows("meetings").values() for name in row.get("talks", ())}  # type: ignore[attr-defined]
    assert talks == set(rows("talks"))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_requirements_of_a_kind_are_unique_and_answer_to_their_names(kind) -> None:  # type: ignore[no-untyped-def]
    ids = [each.id for each in kind.requirements]
    assert len(set(ids)) == len(ids)
    assert all(kind.get(id).id == id for id in ids)
    assert kind.get("nothing") is None


def test_only_what_is_verified_and_without_exception_blocks() -> None:
    for kind in KINDS.values():
        for each in kind.requirements:
            assert each.is_blocking == (each.status is Status.VERIFIED and each.is_firm)
            assert ("仅供参考" in each.basis) != each.is_blocking
    talks = KINDS["branch-life"].get("talks")
    assert talks is not None
    assert talks.basis == "依据：《中国共产党支部工作条例（试行）》（原文为“一般”，仅供参考）"


def test_a_special_meeting_has_five_triggers_and_no_season() -> None:
    special = KINDS["special-democratic-life"]
    assert len(special.triggers) == 5
    assert special.get("season") is None
    assert special.get("quorum") == KINDS["democratic-life"].get("quorum")


def test_the_page_lists_every_requirement_talk_and_move() -> None:
    page = (Path(__file__).parents[2] / "docs" / "process.md").read_text(encoding="utf-8")
    for kind in KINDS.values():
        assert f"## {kind.name}\n" in page
        assert all(f"| {each.text} |" in page for each in kind.requirements)
        assert all(f"| {each.text} |" in page for each in kind.talks)
    assert all(f"\n| {move.value} |" in page for move in Move)
    assert all(f"\n| {each.value} |" in page for each in Urgency)
