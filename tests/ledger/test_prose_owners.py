"""Owners and partners in sentences, and words that only look like them."""

from __future__ import annotations

import time
from importlib import import_module

import pytest
from case_tables import CASES, case_of

from duizhao import api
from duizhao.statement.facts.prose_owners import RESPONSIBLE, owners_in
from duizhao.text import Source

ROWS = case_of(CASES / "prose-owners.md").at("原话")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["原话"])
def test_sentence_gives_the_fields_of_the_case(row: dict[str, str]) -> None:
    found = owners_in(row["原话"])
    assert "、".join(f"{key}={value}" for key, value in sorted(found.items())) == row["各列"]


@pytest.mark.parametrize(
    "sentence", [row["原话"] for row in ROWS if not RESPONSIBLE.isdisjoint(owners_in(row["原话"]))]
)
def test_nobody_asks_who_acts_where_the_ledger_has_it(sentence: str) -> None:
    text = f"个人对照检查材料\n一、存在的问题\n一是笔记少。\n二、整改措施\n一是{sentence}\n"
    found = api.default_checker().check(Source(text)).findings
    assert "DZ507" not in {finding.code for finding in found}


@pytest.mark.parametrize(
    "measure",
    ["经办中心年内在各镇便民厅设帮办岗", "营业厅全天开一个现金口", "信息科小辜月底前给库房装探头"],
)
def test_nobody_is_asked_about_who_is_named_at_the_beginning(measure: str) -> None:
    text = f"局班子对照检查材料\n一、存在的问题\n一是办事拖拉。\n二、整改措施\n一是{measure}。\n"
    found = api.default_checker().check(Source(text)).findings
    assert "DZ507" not in {finding.code for finding in found}


def measure(sentence: str) -> dict[str, str]:
    text = (
        "个人对照检查材料\n平川县林业局副局长　何立新\n一、存在的问题\n一是理论学习不够。我写笔记少。\n"
        f"二、整改措施\n一是加强理论学习，每周自学2小时，{sentence}\n何立新\n"
    )
    (draft,) = api.extract_rows(Source(text)).drafts
    (found,) = draft.measures
    assert sentence.rstrip("。") in found.text or "：" in sentence
    return {key: getattr(found, key) for key in ("owner", "leader", "department", "partner")}


def test_measure_keeps_its_words_and_fills_the_columns() -> None:
    assert measure("由办公室牵头，人事科配合，王芳具体负责。") == {
        "owner": "王芳", "leader": "", "department": "办公室", "partner": "人事科",
    }  # fmt: skip


def test_six_forms_of_naming_who_acts_fill_six_rows() -> None:
    measures = (
        "路灯由电工班负责，坏一盏换一盏", "账目由会计站牵头，每月对一次", "消火栓排查由中队长具体负责",
        "两座水库镇长亲自抓，汛期前完工", "入户由分管副主任带队，每周走两个社区", "每周三下午院长坐诊",
    )  # fmt: skip
    lines = "".join(f"{number}. {words}。\n" for number, words in enumerate(measures, 1))
    drafts = api.extract_rows(Source(f"个人对照检查材料\n二、整改措施\n{lines}")).drafts
    found = [measure for draft in drafts for measure in draft.measures]
    assert [each.owner or each.leader or each.department for each in found] == [
        "电工班", "会计站", "中队长", "镇长", "分管副主任", "院长",
    ]  # fmt: skip


def test_label_is_taken_before_the_sentence() -> None:
    assert measure("由办公室负责。责任人：王芳；责任单位：人事科。")["department"] == "人事科"


def test_writer_is_named_beside_others() -> None:
    assert measure("由我牵头，王芳具体负责。")["owner"] == "何立新、王芳"
    assert measure("本人负责。")["owner"] == "何立新"


def test_false_owner_fills_nothing() -> None:
    assert set(measure("由于时间紧，对群众负责，由浅入深。").values()) == {""}


def test_long_sentence_takes_time_that_grows_with_it() -> None:
    began = time.process_time()
    assert owners_in("由" * 20_000 + "配合" * 20_000) == {}
    assert time.process_time() - began < 2


def test_older_ledger_is_filled_and_nothing_counts_as_edited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentence = "由办公室牵头，人事科配合，王芳具体负责，每周自学2小时。"
    text = (
        "个人对照检查材料\n一、存在的问题\n一是理论学习不够。我写笔记少。\n二、整改措施\n"
        f"一是加强理论学习，{sentence}\n"
    )
    source = Source(text, "材料.txt")
    with monkeypatch.context() as before:
        before.setattr(import_module("duizhao.ledger.extract"), "owners_in", lambda words: {})
        saved = api.render_ledger(api.assemble_ledger([api.extract_rows(source)]))
    updated = api.update_ledger(saved, "台账.xlsx", api.assemble_ledger([api.extract_rows(source)]))
    assert (updated.plan.edited, updated.plan.conflicts) == ((), ())
    assert {change.key: change.value for change in updated.plan.changes} == {
        "owner": "王芳", "department": "办公室", "partner": "人事科",
    }  # fmt: skip
