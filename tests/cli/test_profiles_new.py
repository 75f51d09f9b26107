"""`duizhao profiles new`: this year's aspects from the notice become a profile that checks use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import docx
import pytest
from calling import Call

from duizhao.cli.profiles import new

ASPECTS = "一是带头护好堤防、守住水位；\n二是带头清淤疏浚、惠及村组。\n三是带头管好闸门\n"
STATEMENT = """\
2027年度民主生活会个人对照检查材料
一、存在的问题
（一）护好堤防方面
去年7月漏报了两次水位。
二、原因剖析
我怕麻烦。
三、整改措施
每周一上堤一次。
"""


@pytest.fixture
def typed(folder: Path) -> Path:
    (folder / "方面.txt").write_text(ASPECTS, encoding="utf-8")
    (folder / "我.txt").write_text(STATEMENT, encoding="utf-8")
    return folder


def made(call: Call, *others: str) -> str:
    ran = call("profiles", "new", "--title", "2027年度民主生活会", "--aspects", "方面.txt", *others)
    assert ran.code == 0, ran.err
    return ran.err


def test_a_check_uses_the_file_as_told(typed: Path, call: Call) -> None:
    err = made(call, "--source", "水利局通知")
    assert "已写入 模板/2027年度民主生活会.toml" in err
    assert 'profiles = "模板"' in err
    assert "--profiles 模板 --profile 2027年度民主生活会" in err
    (typed / "duizhao.toml").write_text('profiles = "模板"\n', encoding="utf-8")
    found = call("check", "我.txt")
    assert "没有看到“带头清淤疏浚、惠及村组”、“带头管好闸门”" in found.out
    assert "2027年度民主生活会" in call("profiles").out
    assert "水利局通知（已核）" in call("profiles", "2027年度民主生活会").out


def test_the_folder_of_the_configuration_is_used(typed: Path, call: Call) -> None:
    (typed / "duizhao.toml").write_text('profiles = "自备"\n', encoding="utf-8")
    assert "已指明这个文件夹" in made(call)
    assert (typed / "自备/2027年度民主生活会.toml").is_file()


def test_what_a_person_changed_is_kept(typed: Path, call: Call) -> None:
    made(call, "-o", "水.toml")
    assert ".bak" not in made(call, "-o", "水.toml")
    own = (typed / "水.toml").read_text(encoding="utf-8").replace("闸门", "泵站")
    (typed / "水.toml").write_text(own, encoding="utf-8")
    assert "水.toml.bak" in made(call, "-o", "水.toml")
    assert (typed / "水.toml.bak").read_text(encoding="utf-8") == own


def test_the_name_of_a_shipped_profile_is_noted(typed: Path, call: Call) -> None:
    assert "与自带的模板“2025”同名" in made(call, "-o", "模板/2025.toml")


def test_a_list_in_the_encoding_of_a_notepad_is_read(typed: Path, call: Call) -> None:
    (typed / "方面.txt").write_bytes(ASPECTS.replace("\n", "\r\n").encode("gbk"))
    assert "2. 带头清淤疏浚、惠及村组\n" in made(call)


def test_a_whole_notice_in_word_gives_the_meeting_and_its_aspects(folder: Path, call: Call) -> None:
    notice = docx.Document()
    notice.add_paragraph("水利局党组关于开好2027年度党员领导干部民主生活会的通知")
    notice.add_paragraph("机关各科室：").runs[0].bold = True
    notice.add_paragraph("现将有关事项通知如下。")
    notice.add_paragraph(
        "一、撰写材料。围绕带头护好堤防、守住水位，带头清淤疏浚、惠及村组，带头管好闸门等三个方面查摆。"
    )
    notice.add_paragraph("二、2028年1月底前召开，会后15日内报送材料。")
    notice.save(str(folder / "通知.docx"))
    ran = call("profiles", "new", "--aspects", "通知.docx")
    assert "已写入 模板/2027年度民主生活会.toml" in ran.err
    assert (
        "  1. 带头护好堤防、守住水位\n  2. 带头清淤疏浚、惠及村组\n  3. 带头管好闸门\n" in ran.err
    )


def test_faults_are_said_and_nothing_is_written(typed: Path, call: Call) -> None:
    (typed / "空.txt").write_text("\n", encoding="utf-8")
    title = ("--title", "2027年度民主生活会")
    for given, said in (
        ((*title, "--aspects", "没有.txt"), "没有.txt"),
        (title, "请用 --aspects"),
        (("--aspects", "方面.txt"), "请用 --title"),
        ((*title, "--aspects", "空.txt"), ""),
        (("--title", "班子会", "--aspects", "方面.txt"), "没有年份"),
        ((*title, "--year", "2024", "--aspects", "方面.txt"), "年份却是2024"),
    ):
        ran = call("profiles", "new", *given)
        assert ran.code == 2, given
        assert said in ran.err
    assert not (typed / "模板").exists()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The lines that a person types."""
    lines: list[str] = []

    def prompt(*_: object, default: str, **__: object) -> str:
        return lines.pop(0) or default

    monkeypatch.setattr(new, "is_typed", lambda: True)
    monkeypatch.setattr(click, "prompt", prompt)
    yield lines
    assert not lines


def test_a_clerk_is_asked_line_by_line(folder: Path, call: Call, answers: list[str]) -> None:
    answers += ["湖区班子民主生活会", "明年", "2027", "1.护堤", "2.清淤", "", "水利局〔2027〕3号"]
    assert call("profiles", "new").code == 0
    text = (folder / "模板/湖区班子民主生活会.toml").read_text(encoding="utf-8")
    assert 'name = "清淤"' in text
    assert 'signs = ["2027年", "民主生活会"]' in text
    assert 'source = "水利局〔2027〕3号"' in text


def test_what_is_given_is_not_asked(folder: Path, call: Call, answers: list[str]) -> None:
    answers += ["护堤", "清淤", ""]
    ran = call("profiles", "new", "--title", "2027年度组织生活会", "--source", "县委通知")
    assert ran.code == 0
    assert (folder / "模板/2027年度组织生活会.toml").is_file()


def test_return_takes_this_years_meeting(folder: Path, call: Call, answers: list[str]) -> None:
    answers += ["", "护堤", "清淤", "", ""]
    assert call("profiles", "new", "--year", "2027").code == 0
    assert (folder / "模板/2027年度民主生活会.toml").is_file()
