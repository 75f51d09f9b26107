"""A check with an index says what is shared; what keeps the index from being asked stops the whole run in one line."""

import multiprocessing
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from duizhao import api
from duizhao.api import batch, process_pool
from duizhao.errors import DuizhaoError, MissingTool, UnreadableDocument
from duizhao.text import Source

pytest.importorskip("numpy", reason="the extra `screen` is not installed")
TITLE = "2023年主题教育专题民主生活会个人对照检查材料"
SAID = "一是下乡多听汇报。全年到村28次，只有4次住下来，石桥村缺水的事是群众来信以后才知道的。"
ME = api.DocumentLabel(person="周明远", unit="云溪县水务局", year="2022")
BODY = f"现将有关情况报告如下。\n一、存在的问题\n{SAID}\n二、整改措施\n一是每季度开一次用水户座谈会。\n"
TEXT = f"{TITLE}\n云溪县水务局副局长　周明远\n（2024年1月8日）\n{BODY}"


@pytest.fixture
def folder(tmp_path):
    index = api.ScreenIndex(tmp_path / "索引")
    index.add(f"个人对照检查材料\n一、存在的问题\n{SAID}\n", "去年.docx", ME)
    index.close()
    return tmp_path / "索引"


def checker(folder, **more):
    return api.Checker(api.Config(select=("DZ8",), screen=api.Screening(index=folder, **more)))


def codes(found):
    return [finding.code for finding in found.findings]


def test_shared_passage_and_returned_problem_are_told(folder):
    found = checker(folder).check(Source(TEXT))
    assert codes(found) == ["DZ801", "DZ804"]
    assert {finding.span.of(TEXT) for finding in found.findings} == {SAID}
    assert all("本人2022年的“去年.docx”" in finding.message for finding in found.findings)
    assert all(finding.severity is api.Severity.HINT for finding in found.findings)


def test_own_copy_in_the_index_is_nothing_shared(folder):
    index = api.ScreenIndex(folder)
    index.add(TEXT, "本件.docx", replace(ME, person="李静"))
    index.add(TEXT.replace("\n", "\n\n"), "本件.txt", replace(ME, person="李静"))
    index.close()
    assert codes(checker(folder).check(Source(TEXT))) == ["DZ801", "DZ804"]


def test_earlier_version_of_the_same_statement_is_not_told(folder):
    index = api.ScreenIndex(folder)
    index.remove(index.entries()[0].id)
    index.add(TEXT + "三、其他\n无。\n", "初稿.docx", replace(ME, year="2024", campaign="2023"))
    assert codes(checker(folder).check(Source(TEXT))) == []
    index.add(TEXT + "三、其他\n有。\n", "去年.docx", replace(ME, year="2023", campaign="2023"))
    index.close()
    assert set(codes(checker(folder).check(Source(TEXT)))) == {"DZ801", "DZ804", "DZ805"}


def test_place_renamed_all_through_is_named_once(folder):
    there = SAID.replace("石桥村", "柳湾村") + "石桥村的水管我只听了汇报。".replace(
        "石桥村", "柳湾村"
    )
    here = SAID + "石桥村的水管我只听了汇报。"
    index = api.ScreenIndex(folder)
    index.add(f"一、问题\n{there}\n", "李静.docx", api.DocumentLabel(person="李静"))
    index.close()
    found = checker(folder).check(Source(TEXT.replace(SAID, here))).findings
    (told,) = [finding.full_message for finding in found if finding.code == "DZ802"]
    assert "李静的“李静.docx”" in told
    assert told.count("“石桥”（那里是“柳湾”）") == 1
    assert "只有2处不同" in told


def test_stretch_that_several_have_is_told_once(folder):
    index = api.ScreenIndex(folder)
    for name in ("李静", "陈岚", "吴桐"):
        text = f"{name}同志对照检查\n一、问题\n{SAID}\n以上是{name}的情况。\n"
        index.add(text, f"{name}.docx", api.DocumentLabel(person=name, unit="云溪县水务局"))
    index.close()
    (told,) = [f for f in checker(folder).check(Source(TEXT)).findings if f.code == "DZ802"]
    assert "另有2份也有" in told.message


def test_passage_across_two_statements_of_one_file_is_told_in_both(folder):
    texts = [
        TEXT.replace("石桥村", name).replace("周明远", "李静") for name in ("柳湾村", "马家坝")
    ]
    both = "".join(f"第{number}篇\n{text}" for number, text in zip("一二", texts, strict=True))
    index = api.ScreenIndex(folder)
    index.remove(index.entries()[0].id)
    index.add(f"前言。{both}", "汇编.docx", api.DocumentLabel(kind="template"))
    index.close()
    found = checker(folder).check(Source(both)).findings
    assert [finding.code for finding in found] == ["DZ803", "DZ803"]
    assert ["柳湾村" in finding.span.of(both) for finding in found] == [True, False]


def test_sentence_of_a_configured_notice_is_not_shared(folder):
    notice = folder.parent / "通知.txt"
    notice.write_text(f"各支部：\n{SAID}\n", encoding="utf-8")
    assert codes(checker(folder, documents=(notice,)).check(Source(TEXT))) == []


def test_without_an_index_nothing_is_asked():
    assert codes(api.Checker(api.Config(select=("DZ8",))).check(Source(TEXT))) == []


def test_fix_and_ledger_ask_no_index(tmp_path):
    made = checker(tmp_path / "没有")
    assert made.fix(Source(TEXT)).source.text == TEXT
    assert made.readings(Source(TEXT))


def test_missing_index_is_named_and_not_made(tmp_path):
    with pytest.raises(DuizhaoError, match=r"没有查重索引.*duizhao screen add"):
        checker(tmp_path / "没有").check(Source(TEXT))
    assert not (tmp_path / "没有").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_concerns_all_files_stops_the_run(tmp_path, jobs):
    files = statements(tmp_path / "材料")
    with pytest.raises(DuizhaoError):
        list(api.check_paths([files], checker(tmp_path / "没有"), jobs=jobs))


def test_missing_phrase_list_stops_the_run(folder, tmp_path):
    made = checker(folder, phrases=(tmp_path / "没有.txt",))
    with pytest.raises(UnreadableDocument, match="没有"):
        list(api.check_paths([statements(tmp_path / "材料")], made, jobs=1))


def test_missing_numpy_is_said_in_one_line(folder):
    code = f"""
import sys
sys.modules["numpy"] = None
from pathlib import Path
from duizhao import api
made = api.Checker(api.Config(screen=api.Screening(index=Path({str(folder)!r}))))
try:
    made.check(api.Source({TEXT!r}))
except api.DuizhaoError as fault:
    print(type(fault).__name__, fault)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.startswith(f"{MissingTool.__name__} ")
    assert "查重要用 numpy，尚未安装；请" in done.stdout
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("method", "asked_before"), [("fork", False), ("fork", True), ("spawn", True)]
)
def test_processes_open_the_index_each_for_itself(
    folder, tmp_path, monkeypatch, method, asked_before
):
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(process_pool, "process_context", lambda: context)
    files, made = statements(tmp_path / "材料"), checker(folder)
    if asked_before:
        made.check(Source(TEXT))
    outcomes = list(api.check_paths([files], made, jobs=2))
    assert len(outcomes) == 2 * batch.CHUNK
    assert {tuple(codes(each)) for each in outcomes} == {("DZ801", "DZ804")}


def test_another_thread_may_ask_as_well(folder):
    made, found = checker(folder), []
    made.check(Source(TEXT))
    thread = threading.Thread(target=lambda: found.append(codes(made.check(Source(TEXT)))))
    thread.start()
    thread.join()
    assert found == [["DZ801", "DZ804"]]


def statements(folder):
    folder.mkdir()
    for number in range(2 * batch.CHUNK):
        (folder / f"{number:02}.txt").write_text(f"{TEXT}附件：{number}\n", encoding="utf-8")
    return folder
