"""A unit's own lists and documents keep what everybody has to write out of account."""

from pathlib import Path

import pytest

from duizhao import api
from duizhao.errors import UnreadableDocument

pytest.importorskip("numpy", reason="the extra `screen` is not installed")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MUST = "各支部要在会前把上年度整改事项逐条列出并注明办结时间"
OWN = "我去年认领的三项只办结了两项，河道巡查记录还缺八月份。"


def test_lists_and_documents_become_phrases_under_their_names(tmp_path):
    (tmp_path / "提法.txt").write_text("# 本局用语\n节水优先、两手发力\n", encoding="utf-8")
    (tmp_path / "通知.txt").write_text(f"各支部：\n{MUST}。\n", encoding="utf-8")
    found = api.unit_wording([tmp_path / "提法.txt"], [tmp_path / "通知.txt"])
    assert found == {"提法.txt": ("节水优先、两手发力",), "通知.txt": (MUST,)}


def test_word_files_are_read_as_well():
    (phrases,) = api.unit_wording(documents=[EXAMPLES / "good.docx"]).values()
    assert "我把自学安排在一周的最后，忙起来就放下" in phrases


def test_sentence_of_a_notice_is_subtracted_in_its_name(tmp_path):
    (tmp_path / "通知.txt").write_text(f"各支部：\n{MUST}。\n", encoding="utf-8")
    index = api.ScreenIndex(tmp_path / "索引", api.unit_wording(documents=[tmp_path / "通知.txt"]))
    index.add(f"{MUST}。乙支部照办。", "乙")
    screened = index.check(f"{MUST}。{OWN}")
    index.close()
    assert not screened.matches
    assert [each.source for each in screened.excluded] == ["通知.txt"]


def test_files_of_one_name_add_up(tmp_path):
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "提法.txt").write_text(f"{folder}方用语\n", encoding="utf-8")
    paths = [tmp_path / folder / "提法.txt" for folder in ("甲", "乙")]
    assert api.unit_wording(paths) == {"提法.txt": ("甲方用语", "乙方用语")}


def test_missing_file_is_named(tmp_path):
    with pytest.raises(UnreadableDocument, match="没有的"):
        api.unit_wording([tmp_path / "没有的.txt"])
