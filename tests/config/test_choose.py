"""Which rules run, and with which options."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from duizhao.config import Config, PerFile, choose, is_excluded
from duizhao.errors import BadConfiguration
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span


@dataclass(frozen=True)
class Limits:
    limit: int = 120
    ratio: float = 0.5
    strict: bool = False
    units: tuple[str, ...] = ()


FACTS = {"severity": Severity.HINT, "source": "文字常识", "strength": Strength.EVIDENT}


@rule("DZ301", anchors=("甲",), **FACTS)
def first_fault(place: Span, reading: Reading) -> Iterator[Hit]:
    """第一种"""
    yield Hit(place, "")


@rule("DZ302", anchors=("乙",), options=Limits(), **FACTS)
def second_fault(place: Span, reading: Reading, options: Limits) -> Iterator[Hit]:
    """第二种"""
    yield Hit(place, "")


@rule("DZ601", anchors=("丙",), **FACTS)
def third_fault(place: Span, reading: Reading) -> Iterator[Hit]:
    """第三种"""
    yield Hit(place, "")


RULES = (first_fault, second_fault, third_fault)


def chosen(config: Config) -> list[str]:
    return [rule.code for rule in choose(RULES, config)]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["DZ301", "DZ302", "DZ601"]),
        (("DZ3",), (), ["DZ301", "DZ302"]),
        (("DZ",), ("DZ302",), ["DZ301", "DZ601"]),
        (("third-fault", "DZ301"), (), ["DZ301", "DZ601"]),
        ((), ("DZ3",), ["DZ601"]),
    ],
)
def test_rules_are_chosen_by_code_family_and_name(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    assert chosen(Config(select=select, ignore=ignore)) == codes


def test_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadConfiguration, match=r"ignore.*frist-fault.*是不是“first-fault”"):
        chosen(Config(ignore=("frist-fault",)))


def test_family_without_rules_is_unknown() -> None:
    with pytest.raises(BadConfiguration, match="DZ9"):
        chosen(Config(select=("DZ9",)))


def test_options_reach_their_rule_by_name_and_by_code() -> None:
    for name in ("second-fault", "DZ302"):
        table = {"limit": 80, "ratio": 1, "strict": True, "units": ["江州市"]}
        options = choose(RULES, Config(rule={name: table}))[1].options
        assert options == Limits(80, 1.0, True, ("江州市",))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"limt": 80}, "limt.*是不是“limit”"),
        ({"limit": "80"}, "limit.*整数"),
        ({"limit": True}, "limit.*整数"),
        ({"strict": 1}, "strict.*true"),
        ({"units": "江州市"}, "units.*字符串列表"),
    ],
)
def test_wrong_options_are_refused(table: dict[str, object], words: str) -> None:
    with pytest.raises(BadConfiguration, match=words):
        choose(RULES, Config(rule={"second-fault": table}))


def test_rule_without_options_takes_none() -> None:
    with pytest.raises(BadConfiguration, match="没有可设的选项"):
        choose(RULES, Config(rule={"first-fault": {"limit": 1}}))


def test_shared_settings_reach_the_rules_that_take_them() -> None:
    rules = choose(RULES, Config(units=("江州市",), terms=("河长制",)))
    assert rules[1].options == Limits(units=("江州市",))
    assert rules[0].options is None


@pytest.mark.parametrize(
    ("path", "silenced"),
    [
        ("初稿/张三.txt", {"DZ301", "DZ302"}),
        ("张三-初稿.md", {"DZ601"}),
        ("张三.txt", set()),
        ("../外/张三.txt", set()),
    ],
)
def test_per_file_globs_count_from_the_configuration(
    tmp_path: Path, path: str, silenced: set[str]
) -> None:
    config = Config(per_file={"初稿": ("DZ3",), "*-初稿.*": ("third-fault",)}, folder=tmp_path)
    assert PerFile(RULES, config).silenced(tmp_path / path) == silenced


def test_excluded_folders_take_their_files_along(tmp_path: Path) -> None:
    config = Config(exclude=("归档/", "*副本*"), folder=tmp_path)
    assert is_excluded(tmp_path / "归档" / "2019" / "a.txt", config)
    assert is_excluded(tmp_path / "张三 副本.docx", config)
    assert not is_excluded(tmp_path / "张三.docx", config)
