"""Profiles in TOML: the keys, their check, and the profile made of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from duizhao.errors import BadConfiguration
from duizhao.profiles.aspects import Aspect
from duizhao.profiles.chapter_kind import ChapterKind
from duizhao.profiles.inherit import FILE
from duizhao.profiles.model import ASKED_OF_ALL, ExpectedPart, Profile, Requirement
from duizhao.profiles.paper_kind import PaperKind
from duizhao.status import Status
from duizhao.text.nearest import nearest

STRINGS = "一列文字"
TABLE = "一张表"
KEYS = {
    "extends": str, "title": str, "source": str, "status": Status, "signs": STRINGS,
    "aspects": TABLE, "sections": "节名", "requirements": TABLE, "document_names": STRINGS,
    "words": "字数", "kind": "材料",
    "parts": TABLE,
}  # fmt: skip
ASPECT = {"name": str, "aliases": STRINGS, "status": Status}
REQUIREMENT = {"text": str, "source": str, "status": Status, "section": "节"}
PART = {
    "name": str, "words": STRINGS, "asks": str, "source": str, "status": Status, "in_titles": STRINGS,
    "in_text": bool,
}  # fmt: skip
PAPERS = {kind.key: kind for kind in PaperKind}
CHAPTERS = {kind.key: kind for kind in ChapterKind if kind is not ChapterKind.OTHER}


def check_table(table: dict[str, Any], path: Path) -> Mapping[str, Any]:
    """`table` with its file added. Raises BadConfiguration for the first unknown key or unsuitable value."""
    _check(table, KEYS, path, "")
    for part, keys in (("aspects", ASPECT), ("requirements", REQUIREMENT), ("parts", PART)):
        for key, value in table.get(part, {}).items():
            where = f"{part}.{key}"
            if not isinstance(value, dict):
                raise BadConfiguration(f"{path}：{where} 应是一张表，如 [{where}]")
            _check(value, keys, path, where + ".")
    return {**table, FILE: path}


def _check(table: Mapping[str, Any], keys: Mapping[str, object], path: Path, where: str) -> None:
    for key, value in table.items():
        if key not in keys:
            near = nearest(key, keys, 0.4)
            offer = f"，是不是“{near}”？" if near else f"；可用的键：{'、'.join(keys)}"
            raise BadConfiguration(f"{path}：不认识的键“{where}{key}”{offer}")
        wanted = _wanted(keys[key], value)
        if wanted:
            raise BadConfiguration(f"{path}：{where}{key} {wanted}")


def _wanted(form: object, value: Any) -> str:
    """What is wrong with `value`, in words for the user; empty if it has the wanted form."""
    if form is str:
        return "" if isinstance(value, str) and value.strip() else "应是一段文字"
    if form is Status:
        return "" if value in [each.value for each in Status] else _choices("", Status)
    if form is bool:
        return "" if isinstance(value, bool) else "应是 true 或 false"
    if form is TABLE:
        return "" if isinstance(value, dict) else "应是一张表"
    if form == "字数":
        return "" if _is_range(value) else "应是两个整数，如 [2000, 4000]"
    if form == "材料":
        return "" if value in PAPERS else f"应是其中之一：{'、'.join(PAPERS)}"
    if form == "节":
        return "" if value in CHAPTERS else f"应是其中之一：{'、'.join(CHAPTERS)}"
    if not (isinstance(value, list) and all(isinstance(each, str) and each for each in value)):
        return '应是一列文字，如 ["…"]'
    unknown = [each for each in value if form == "节名" and each not in CHAPTERS]
    return f"中的“{unknown[0]}”不认识，可用：{'、'.join(CHAPTERS)}" if unknown else ""


def _choices(lead: str, kind: type[Status]) -> str:
    return f"{lead}应是其中之一：{'、'.join(each.value for each in kind)}"


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(each) is int for each in value)
        and 0 <= value[0] <= value[1]
    )


def profile_from_table(id: str, table: Mapping[str, Any]) -> Profile:
    """The profile that a table describes, inherited keys included. Raises BadConfiguration if a key is missing."""
    _require(table, ("title", "source", "status"), table, "")
    return Profile(
        id=id,
        title=table["title"],
        source=table["source"],
        status=Status(table["status"]),
        signs=tuple(table.get("signs", ())),
        aspects=tuple(_aspect(key, each, table) for key, each in table.get("aspects", {}).items()),
        sections=tuple(CHAPTERS[key] for key in table["sections"])
        if "sections" in table
        else ASKED_OF_ALL,
        requirements=tuple(
            _requirement(key, each, table) for key, each in table.get("requirements", {}).items()
        ),
        document_names=tuple(table.get("document_names", ("对照检查材料",))),
        words=tuple(table["words"]) if "words" in table else None,
        kind=PAPERS[table["kind"]] if "kind" in table else None,
        parts=tuple(_part(key, each, table) for key, each in table.get("parts", {}).items()),
    )


def _aspect(key: str, given: Mapping[str, Any], table: Mapping[str, Any]) -> Aspect:
    _require(given, ("name",), table, f"aspects.{key}.")
    status = Status(given.get("status", table["status"]))
    return Aspect(key, given["name"], tuple(given.get("aliases", ())), status)


def _requirement(key: str, given: Mapping[str, Any], table: Mapping[str, Any]) -> Requirement:
    _require(given, ("text", "source", "status"), table, f"requirements.{key}.")
    section = CHAPTERS[given["section"]] if "section" in given else None
    return Requirement(key, given["text"], given["source"], Status(given["status"]), section)


def _part(key: str, given: Mapping[str, Any], table: Mapping[str, Any]) -> ExpectedPart:
    _require(given, ("name", "words", "asks", "source", "status"), table, f"parts.{key}.")
    return ExpectedPart(
        key=key,
        name=given["name"],
        words=tuple(given["words"]),
        asks=given["asks"],
        source=given["source"],
        status=Status(given["status"]),
        in_titles=tuple(given.get("in_titles", ())),
        in_text=given.get("in_text", False),
    )


def _require(
    given: Mapping[str, Any], keys: tuple[str, ...], table: Mapping[str, Any], where: str
) -> None:
    for key in keys:
        if key not in given:
            raise BadConfiguration(f"{table[FILE]}：缺少 {where}{key}")
