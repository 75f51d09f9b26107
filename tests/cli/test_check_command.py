"""`duizhao check`: what goes in, what comes out, and the exit code."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from calling import FAULTY, GOOD_ENOUGH, Call

BLANK = ("--select", "DZ301")


def test_findings_give_1_and_their_place(call: Call, faulty: Path) -> None:
    ran = call("check", "a.txt", *BLANK)
    assert ran.code == 1
    assert "a.txt:3:6" in ran.out
    assert "DZ301" in ran.out


def test_clean_file_gives_0(call: Call, folder: Path) -> None:
    (folder / "b.txt").write_text(GOOD_ENOUGH, encoding="utf-8")
    assert call("check", "b.txt", *BLANK).code == 0


def test_hints_never_fail_unless_asked(call: Call, faulty: Path) -> None:
    assert call("check", "a.txt", "--select", "missing-signature").code == 0
    assert call("check", "a.txt", "--select", "missing-signature", "--fail-on", "hint").code == 1


def test_fail_on_error_lets_warnings_pass(call: Call, faulty: Path) -> None:
    faulty.write_text(FAULTY.partition("三、")[0], encoding="utf-8")
    assert call("check", "a.txt", "--select", "missing-section").code == 1
    assert call("check", "a.txt", "--select", "missing-section", "--fail-on", "error").code == 0


def test_a_level_is_called_by_its_chinese_name_too(call: Call, faulty: Path) -> None:
    asked = ("check", "a.txt", "--select", "missing-signature", "--fail-on")
    assert call(*asked, "供参考").code == 1
    assert call(*asked, "必改").code == 0
    wrong = call(*asked, "提示")
    assert wrong.code == 2
    assert "可用：必改（error）、应改（warning）、供参考（hint）" in wrong.err


def test_only_what_is_asked_for_is_listed_and_the_rest_is_counted(call: Call, faulty: Path) -> None:
    everything = json.loads(call("check", "a.txt", "-f", "json").out)["summary"]
    ran = call("check", "a.txt", "--level", "必改")
    assert "必改 DZ301" in ran.out
    assert "应改 DZ" not in ran.out
    hidden = "、".join(
        f"{everything['bySeverity'][value]} 处{label}"
        for value, label in (("warning", "应改"), ("hint", "供参考"))
        if everything["bySeverity"][value]
    )
    assert f"；另有 {hidden}未列" in ran.out
    nothing = call("check", "a.txt", "--only", "版式")
    assert (nothing.code, "DZ301" in nothing.out) == (0, False)
    assert f"没有要列的问题；另有 {everything['findings']} 处内容未列" in nothing.out
    (faulty.parent / "duizhao.toml").write_text('only = "版式"\n', encoding="utf-8")
    assert call("check", "a.txt").out == nothing.out


def test_order_by_place_goes_through_the_text(call: Call, faulty: Path) -> None:
    written = json.loads(call("check", "a.txt", "-f", "json", "--order", "位置").out)
    firsts = {}
    for found in written["files"][0]["findings"]:
        firsts.setdefault(found["group"], found["start"])
    assert list(firsts.values()) == sorted(firsts.values())


def test_unreadable_file_gives_2_and_the_rest_goes_on(call: Call, faulty: Path) -> None:
    (faulty.parent / "b.docx").write_bytes(b"PK\x03\x04 broken")
    ran = call("check", ".", "-v", *BLANK)
    assert ran.code == 2
    assert "a.txt:3:6" in ran.out
    assert "b.docx" in ran.out


def test_missing_path_is_one_line(call: Call) -> None:
    ran = call("check", "nowhere.txt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "nowhere.txt" in ran.err


def test_standard_input_is_read(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.TextIOWrapper(io.BytesIO(FAULTY.encode("gb18030")))
    monkeypatch.setattr(sys, "stdin", data)
    ran = call("check", "-", *BLANK)
    assert ran.code == 1
    assert "标准输入:3:6" in ran.out


def test_folder_is_checked_in_a_stable_order_on_all_cores(call: Call, folder: Path) -> None:
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(FAULTY, encoding="utf-8")
    alone = call("check", ".", "--format", "json", "--jobs", "1", *BLANK)
    shared = call("check", ".", "--format", "json", "--jobs", "2", *BLANK)
    assert alone == shared
    assert alone.out.index("00.txt") < alone.out.index("39.txt")


def test_format_follows_from_the_name_of_the_output(call: Call, faulty: Path) -> None:
    ran = call("check", "a.txt", "-o", "r.json", *BLANK)
    assert (ran.code, ran.out) == (1, "")
    assert "r.json" in ran.err
    json.loads((faulty.parent / "r.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "html"])
def test_every_format_goes_to_standard_output(call: Call, faulty: Path, name: str) -> None:
    assert "DZ301" in call("check", "a.txt", "--format", name, *BLANK).out


def test_unwritable_output_leaves_nothing_behind(call: Call, faulty: Path) -> None:
    ran = call("check", "a.txt", "-o", "no/such/r.json")
    assert ran.code == 2
    assert "上级文件夹不存在" in ran.err
    assert sorted(path.name for path in faulty.parent.iterdir()) == ["a.txt", "duizhao.toml"]


def test_configuration_is_found_from_the_path(call: Call, faulty: Path) -> None:
    (faulty.parent / "duizhao.toml").write_text('ignore = ["DZ301"]', encoding="utf-8")
    assert call("check", "a.txt", *BLANK).code == 0


def test_configuration_can_be_named(call: Call, faulty: Path) -> None:
    (faulty.parent / "other.toml").write_text('fail-on = "hint"', encoding="utf-8")
    ran = call("check", "a.txt", "--select", "missing-signature", "--config", "other.toml")
    assert ran.code == 1


def test_wrong_configuration_is_one_line(call: Call, faulty: Path) -> None:
    (faulty.parent / "duizhao.toml").write_text("selct = []", encoding="utf-8")
    ran = call("check", "a.txt")
    assert ran.code == 2
    assert "是不是“select”" in ran.err


def test_rules_may_be_listed_with_commas(call: Call, faulty: Path) -> None:
    ran = call(
        "check", "a.txt", "--select", "DZ3，DZ1", "--ignore", "DZ1,blank", "--format", "json"
    )
    assert "DZ1" not in ran.out


def test_per_file_silences_a_rule_in_some_files(call: Call, faulty: Path) -> None:
    (faulty.parent / "b.txt").write_text(FAULTY, encoding="utf-8")
    (faulty.parent / "duizhao.toml").write_text('[per-file]\n"a.*" = ["DZ3"]', encoding="utf-8")
    ran = call("check", ".", "-v", *BLANK)
    assert "a.txt:3:6" not in ran.out
    assert "b.txt:3:6" in ran.out


def test_excluded_files_are_passed_over_in_folders_only(call: Call, faulty: Path) -> None:
    (faulty.parent / "duizhao.toml").write_text('exclude = ["a.*"]', encoding="utf-8")
    assert "DZ301" not in call("check", ".", *BLANK).out
    assert "DZ301" in call("check", "a.txt", *BLANK).out


def test_baseline_hides_what_was_known(call: Call, faulty: Path) -> None:
    assert call("check", "a.txt", *BLANK, "--write-baseline", "known.json").code == 0
    assert call("check", "a.txt", *BLANK, "--baseline", "known.json").code == 0
    faulty.write_text(FAULTY + "推进××项目不力。\n", encoding="utf-8")
    ran = call("check", "a.txt", *BLANK, "--baseline", "known.json")
    assert ran.code == 1
    assert "××" in ran.out


def test_colour_is_for_terminals(call: Call, faulty: Path) -> None:
    assert "\x1b[" not in call("check", "a.txt", *BLANK).out
    assert "\x1b[" in call("check", "a.txt", *BLANK, "--color", "always").out
