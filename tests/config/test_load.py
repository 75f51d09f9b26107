"""duizhao.toml: found upwards, read strictly, wrong keys answered with the nearest one."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.config import Config, LedgerSettings, Screening, find_config, keys, load_config
from duizhao.errors import BadConfiguration
from duizhao.lint import FindingOrder, Matter, Severity

ALL = """
select = ["DZ3"]
ignore = ["DZ301"]
exclude = ["归档/*"]
profile = "2023"
profiles = "模板"
fonts = "字体"
as-statement = ["班子/*"]
layout = "版式.toml"
author = "督导组"
baseline = "baseline.json"
fail-on = "error"
level = "应改"
only = "content"
order = "位置"
units = ["江州市水务局"]
terms = ["河长制"]
[per-file]
"初稿/*" = ["DZ1"]
[rule.endless-sentence]
limit = 150
[screen]
index = "索引"
phrases = ["提法.txt"]
documents = ["通知.docx", "方案.txt"]
common-share = 0.1
[ledger]
near-days = [20, 10]
show = ["问题类别"]
hide = ["来源"]
print = ["序号", "责任单位"]
"""


def write(folder: Path, text: str, name: str = "duizhao.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, ALL))
    assert config == Config(
        select=("DZ3",),
        ignore=("DZ301",),
        exclude=("归档/*",),
        profile="2023",
        profiles=tmp_path / "模板",
        fonts=tmp_path / "字体",
        as_statement=("班子/*",),
        layout=tmp_path / "版式.toml",
        author="督导组",
        baseline=tmp_path / "baseline.json",
        fail_on=Severity.ERROR,
        level=Severity.WARNING,
        only=Matter.CONTENT,
        order=FindingOrder.PLACE,
        units=("江州市水务局",),
        terms=("河长制",),
        per_file={"初稿/*": ("DZ1",)},
        rule={"endless-sentence": {"limit": 150}},
        screen=Screening(
            index=tmp_path / "索引",
            phrases=(tmp_path / "提法.txt",),
            documents=(tmp_path / "通知.docx", tmp_path / "方案.txt"),
            common_share=0.1,
        ),
        ledger=LedgerSettings(
            near_days=(20, 10), show=("问题类别",), hide=("来源",), print=("序号", "责任单位")
        ),
        folder=tmp_path,
    )
    assert all(key in ALL for key in keys())


def test_nothing_found_means_defaults() -> None:
    assert load_config(None) == Config()


def test_nearest_file_upwards_holds(tmp_path: Path) -> None:
    below = tmp_path / "甲" / "乙"
    below.mkdir(parents=True)
    upper = write(tmp_path, "")
    assert find_config(below) == upper
    nearer = write(tmp_path / "甲", "")
    assert find_config(below) == nearer


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    below = tmp_path / "甲"
    below.mkdir()
    upper = write(tmp_path, '[tool.duizhao]\nprofile = "2024"\n', "pyproject.toml")
    write(below, "[tool.other]\n", "pyproject.toml")
    assert find_config(below) == upper
    assert load_config(upper).profile == "2024"


def test_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "duizhao.toml"
    path.write_bytes(b'\xef\xbb\xbfprofile = "2023"\n')
    assert load_config(path).profile == "2023"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["DZ3"]', ["selct", "是不是“select”"]),
        ('fail_on = "error"', ["fail_on", "是不是“fail-on”"]),
        ('only = "文字"', ["only", "内容、版式"]),
        ('order = "大小"', ["order", "轻重、位置"]),
        ("level = 1", ["level", "必改、应改、供参考"]),
        ('fail-on = "fatal"', ["fail-on", "必改、应改、供参考", "error、warning、hint"]),
        ('select = "DZ3"', ["select", "字符串列表"]),
        ("profile = 2023", ["profile", "字符串"]),
        ('[per-file]\n"a" = "DZ1"', ["per-file", "规则列表"]),
        ("rule = 3", ["rule", "选项表"]),
        ("screen = 3", ["screen", "表"]),
        ("[ledger]\nnear-days = [20, 10, 5]", ["ledger.near-days", "天数"]),
        ("[ledger]\nnear-days = [true]", ["ledger.near-days", "天数"]),
        ('[ledger]\nprnt = ["序号"]', ["ledger.prnt", "是不是“print”"]),
        ('[screen]\nindx = "a"', ["screen.indx", "是不是“index”"]),
        ('[screen]\ndocuments = "a"', ["screen.documents", "路径列表"]),
        ("[screen]\ncommon-share = 5", ["screen.common-share", "0 到 1"]),
        ("[screen]\ncommon-share = true", ["screen.common-share", "0 到 1"]),
        ("[screen]\ncommon-share = nan", ["screen.common-share", "0 到 1"]),
        ("[[[", ["TOML"]),
    ],
)
def test_wrong_files_are_answered_in_one_line(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(BadConfiguration) as caught:
        load_config(write(tmp_path, text))
    message = str(caught.value)
    assert "duizhao.toml" in message
    assert "\n" not in message
    assert all(word in message for word in words), message


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "duizhao.toml"
    path.write_bytes('units = ["江州市"]'.encode("gb18030"))
    with pytest.raises(BadConfiguration, match="UTF-8"):
        load_config(path)
