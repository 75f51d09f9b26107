"""Whose paper it is: the first word of a text's name is the kind that it has to be read as."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao import api
from duizhao.profiles import PaperKind
from duizhao.text import Source

TEXTS = sorted(Path(__file__).with_name("texts").glob("*.txt"))
OF_PERSONS = {"DZ117", "DZ404", "DZ405", "DZ406", "DZ407"}
OF_TEAMS = {"DZ130", "DZ420"}


def of(kind: str) -> list[Path]:
    return [path for path in TEXTS if path.name.startswith(kind)]


def kind_of(text: str) -> PaperKind:
    (found,) = api.interpret(Source(text))
    assert found.recognised
    return found.kind


@pytest.mark.parametrize("path", [*of("team"), *of("person")], ids=lambda path: path.stem)
def test_statement_is_read_as_that_of_its_author(path: Path) -> None:
    kind = path.name.partition("-")[0]
    assert kind_of(path.read_text(encoding="utf-8")).key == kind


@pytest.mark.parametrize("path", of("team"), ids=lambda path: path.stem)
def test_nothing_that_is_asked_of_persons_is_asked_of_a_team(path: Path) -> None:
    found = api.check_source(Source(path.read_text(encoding="utf-8"))).findings
    assert not {each.code for each in found} & OF_PERSONS
    assert not [each for each in found if "自己" in each.asks or "本人" in each.asks]


@pytest.mark.parametrize("path", of("person"), ids=lambda path: path.stem)
def test_nothing_that_is_asked_of_teams_is_asked_of_a_person(path: Path) -> None:
    found = api.check_source(Source(path.read_text(encoding="utf-8"))).findings
    assert not {each.code for each in found} & OF_TEAMS
    assert not [each for each in found if "班子" in each.asks]


BODY = "\n一、存在的问题\n一是{who}下乡少，去年3次。\n二是{who}开会多，去年46次。\n二、整改措施\n{who}每月下乡2次。\n"
TITLES_OF_TEAMS = [
    "县委办公室领导班子对照检查材料",
    "中共河口镇委员会2025年度民主生活会对照检查材料",
    "市教育局党组（2024年度）民主生活会检视剖析材料",
    "老干部局班子党员领导干部民主生活会对照检查材料",
    "县人大常委会党组对照检查材料",
    "社区党总支班子组织生活会检视剖析",
    "三河村“两委”班子对照检查材料",
]
TITLES_OF_PERSONS = [
    "县委办公室领导班子成员对照检查材料",
    "中共河口镇委员会委员对照检查材料",
    "市教育局党组书记、局长对照检查材料",
    "领导班子民主生活会个人发言提纲",
    "办公室主任组织生活会对照检查材料",
    "第三党支部组织生活会个人检视材料",
]


@pytest.mark.parametrize("title", TITLES_OF_TEAMS)
def test_title_names_a_team(title: str) -> None:
    assert kind_of(title + BODY.format(who="班子")) is PaperKind.TEAM


@pytest.mark.parametrize("title", TITLES_OF_PERSONS)
def test_title_names_a_person(title: str) -> None:
    assert kind_of(title + BODY.format(who="")) is PaperKind.PERSON


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("受党组委托，现代表局领导班子作对照检查。", PaperKind.TEAM),
        ("我代表镇党委班子，把查摆的问题向大家报告。", PaperKind.TEAM),
        ("局党组按照县委要求认真准备，现对照检查如下。", PaperKind.TEAM),
        ("刚才我代表班子作了检查，下面是我个人的检查。", PaperKind.PERSON),
        ("按照局党组安排，认真准备，现对照检查如下。", PaperKind.PERSON),
        ("我是局领导班子的一员，现对照检查如下。", PaperKind.PERSON),
    ],
)
def test_opening_decides_where_the_title_does_not(opening: str, kind: PaperKind) -> None:
    assert kind_of(f"对照检查材料\n{opening}{BODY.format(who='')}") is kind


def test_person_under_the_title_is_the_author() -> None:
    text = "领导班子民主生活会发言提纲\n副校长 王禾\n现检查如下。" + BODY.format(who="")
    assert kind_of(text) is PaperKind.PERSON


def test_first_person_outweighs_a_body_in_the_title() -> None:
    assert kind_of("审计局党组对照检查材料" + BODY.format(who="我")) is PaperKind.PERSON
    assert kind_of("审计局党组对照检查材料" + BODY.format(who="局党组")) is PaperKind.TEAM


OF_BRANCH = "\n一、存在的问题\n一是学习计划落空。十二个专题完成八个。\n二、整改措施\n一是二月底前补完四个专题。\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青石乡卫生院党支部对照检查", PaperKind.TEAM),
        ("青石中学党总支“不忘初心、牢记使命”主题教育检视材料", PaperKind.TEAM),
        ("水务局党委关于形式主义问题的自查报告", PaperKind.TEAM),
        ("堤防管理支部对照检查材料（支部书记执笔）", PaperKind.TEAM),
        ("青石监区党支部纪律作风自查", PaperKind.TEAM),
        ("青石乡卫生院党支部书记对照检查", PaperKind.PERSON),
        ("机关党支部党员对照检查材料", PaperKind.PERSON),
    ],
)
def test_title_of_a_branch_or_its_member(title: str, kind: PaperKind) -> None:
    assert kind_of(title + OF_BRANCH) is kind


def test_branch_that_prepares_no_meeting_is_not_asked_for_preparation() -> None:
    found = api.check_source(Source(f"青石监区党支部纪律作风自查{OF_BRANCH}")).findings
    assert "DZ130" not in {each.code for each in found}


def test_branch_written_of_by_one_who_says_i_is_no_team() -> None:
    text = OF_BRANCH.replace(
        "十二个专题完成八个", "十二个专题我只听了八个，我的笔记是抄的，我没有补"
    )
    assert kind_of(f"青石乡卫生院党支部对照检查{text}") is PaperKind.PERSON
