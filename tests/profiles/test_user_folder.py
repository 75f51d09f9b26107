"""Profiles that a user adds in a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duizhao.errors import BadConfiguration
from duizhao.profiles import ChapterKind, Status, shipped

PAGE = Path(__file__).parents[2] / "docs" / "change" / "add-a-profile.md"
OWN = 'extends = "2023"\ntitle = "本县"\nsource = "县委通知"\nstatus = "local"\n'


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_example_of_the_page_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    own = shipped().with_folder(folder(tmp_path, own=example)).named("own")
    assert [aspect.status for aspect in own.aspects][:2] == [Status.VERIFIED] * 2
    assert own.sections[-1] is ChapterKind.MATTERS
    assert {requirement.id for requirement in own.requirements} >= {
        "statement-matters",
        "statement-case",
    }


def test_a_child_takes_over_and_replaces_key_by_key(tmp_path: Path) -> None:
    text = OWN + '[aspects.theory]\nname = "理论武装"\n[aspects.own]\nname = "民族团结"\n'
    parent = shipped().named("2023")
    child = shipped().with_folder(folder(tmp_path, own=text)).named("own")
    names = [aspect.name for aspect in child.aspects]
    assert len(names) == len(parent.aspects) + 1 + ("theory" not in {a.key for a in parent.aspects})
    assert child.sections == parent.sections
    assert names[-1] == "民族团结"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("signz = []\n" + OWN, "own.toml：不认识的键“signz”，是不是“signs”？"),
        (OWN.replace("2023", "brunch-2023"), "“brunch-2023”不存在，是不是“branch-2023”？"),
        (OWN.replace('"local"', '"sure"'), "status 应是其中之一"),
        (OWN.replace('title = "本县"\n', "").replace('extends = "2023"\n', ""), "缺少 title"),
        ('title = "没有关上\n', "不是合格的 TOML"),
        (OWN + "[aspects]\nx = 1\n", "aspects.x 应是一张表"),
    ],
)
def test_a_fault_names_the_file_and_the_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadConfiguration) as raised:
        shipped().with_folder(folder(tmp_path, own=text))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_profiles_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    one, two = (OWN.replace("2023", other) for other in ("two", "one"))
    with pytest.raises(BadConfiguration, match="extends 成了循环：one → two → one"):
        shipped().with_folder(folder(tmp_path, one=one, two=two))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="活动模板文件夹不存在"):
        shipped().with_folder(tmp_path / "none")
