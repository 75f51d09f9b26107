"""What people and statements changed comes together, and nothing is lost."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import TEXT, ledger_of

from duizhao.ledger import Ledger
from duizhao.ledger.column import COLUMN_BY_KEY, COLUMNS, cells_of
from duizhao.ledger.plan import Cells, ConflictChoice, FilledLedger, UpdatePlan
from duizhao.ledger.rows.merge import merge

KEYS = frozenset(COLUMN_BY_KEY)
LEDGER = ledger_of(TEXT)


def fresh(ledger: Ledger) -> FilledLedger:
    """The ledger as it is right after it was written."""
    lines = tuple(cells_of(row) for row in ledger.rows)
    written = tuple(cells_of(row) | {"claim": row.claim} for row in ledger.rows)
    return FilledLedger(lines, KEYS, written, {})


def edited(back: FilledLedger, at: int, **cells: str) -> FilledLedger:
    lines = list(back.lines)
    lines[at] = {**lines[at], **cells}
    return FilledLedger(tuple(lines), back.columns, back.written, back.choices)


def after(
    back: FilledLedger, plan: UpdatePlan, settled: dict[tuple[str, str], str] | None = None
) -> FilledLedger:
    """The ledger with the plan carried out."""
    lines = [dict(line) for line in back.lines]
    for change in plan.changes:
        lines[change.at][change.key] = change.value
    added = [{key: value for key, value in cells.items() if key in KEYS} for cells in plan.added]
    return FilledLedger((*lines, *added), back.columns, plan.written, settled or {})


def by_id(back: FilledLedger) -> dict[str, Cells]:
    return {line["id"]: line for line in back.lines}


def test_nothing_changed_means_nothing_to_do() -> None:
    plan = merge(fresh(LEDGER), LEDGER, is_whole=True)
    assert (plan.changes, plan.added, plan.conflicts, plan.gone) == ((), (), (), ())


def test_change_of_the_statement_reaches_the_row_and_marks_it() -> None:
    plan = merge(fresh(LEDGER), ledger_of(TEXT.replace("只写了5篇", "只写了6篇")), is_whole=True)
    changed = {(change.at, change.key): change.value for change in plan.changes}
    assert "只写了6篇" in changed[0, "example"]
    assert changed[0, "change"] == "原文已改：具体表现"


def test_row_moves_without_a_mark() -> None:
    plan = merge(
        fresh(LEDGER), ledger_of(TEXT.replace("按照要求", "按照上级的要求")), is_whole=True
    )
    assert {change.key for change in plan.changes} == {"span"}


def test_what_people_filled_in_stays() -> None:
    back = edited(fresh(LEDGER), 0, acceptor="王五", status="整改中", owner="李四")
    text = TEXT.replace("只写了5篇", "只写了6篇")
    line = after(back, merge(back, ledger_of(text), is_whole=True)).lines[0]
    assert (line["acceptor"], line["status"], line["owner"]) == ("王五", "整改中", "李四")
    assert "只写了6篇" in line["example"]


def test_cell_that_both_changed_is_listed_and_people_s_word_stands() -> None:
    back = edited(fresh(LEDGER), 0, mark="笔记40篇")
    now = ledger_of(TEXT.replace("笔记24篇", "笔记30篇"))
    plan = merge(back, now, is_whole=True)
    (conflict,) = plan.conflicts
    assert (conflict.head, conflict.before, conflict.filled, conflict.now) == (
        "可核验标志", "笔记24篇", "笔记40篇", "笔记30篇",
    )  # fmt: skip
    again = after(back, plan)
    assert again.lines[0]["mark"] == "笔记40篇"
    assert again.lines[0]["change"] == "与填写冲突：可核验标志"
    assert merge(again, now, is_whole=True).conflicts == plan.conflicts
    assert merge(again, now, is_whole=True).changes == ()


def test_conflict_ends_as_people_choose() -> None:
    back = edited(fresh(LEDGER), 0, mark="笔记40篇")
    now = ledger_of(TEXT.replace("笔记24篇", "笔记30篇"))
    plan = merge(back, now, is_whole=True)
    for choice, value in ((ConflictChoice.KEEP, "笔记40篇"), (ConflictChoice.TAKE, "笔记30篇")):
        settled = after(back, plan, {(plan.conflicts[0].id, "可核验标志"): choice})
        done = merge(settled, now, is_whole=True)
        assert done.conflicts == ()
        line = after(settled, done).lines[0]
        assert line["mark"] == value
        assert "冲突" not in line["change"]


def test_new_problem_is_added_and_one_that_is_gone_is_marked() -> None:
    text = TEXT.replace("二是对河道的事上心少。", "二是公务接待把关松。我没有核过一次单。")
    plan = merge(fresh(LEDGER), ledger_of(text), is_whole=True)
    (added,) = plan.added
    assert (added["problem"], added["change"]) == ("公务接待把关松。我没有核过一次单。", "新增")
    marks = {change.at: change.value for change in plan.changes if change.key == "change"}
    assert marks == {3: "原文已无"}
    assert len(after(fresh(LEDGER), plan).lines) == 6


def test_row_that_comes_back_loses_its_mark() -> None:
    without = ledger_of(TEXT.replace("二是对河道的事上心少。\n", ""))
    gone = after(fresh(LEDGER), merge(fresh(LEDGER), without, is_whole=True))
    assert gone.lines[3]["change"] == "原文已无"
    assert after(gone, merge(gone, LEDGER, is_whole=True)).lines[3]["change"] == ""


def test_edited_claim_keeps_its_id() -> None:
    text = TEXT.replace("一是检查走过场。", "一是督促检查走了过场。")
    plan = merge(fresh(LEDGER), ledger_of(text), is_whole=True)
    assert (plan.added, plan.gone) == ((), ())
    assert plan.edited == (LEDGER.rows[2].id,)


def test_old_id_is_not_given_to_a_new_problem_with_the_old_words() -> None:
    changed = TEXT.replace("二是对河道的事上心少。", "二是对河道的事上心少，没有到场。")
    first = after(fresh(LEDGER), merge(fresh(LEDGER), ledger_of(changed), is_whole=True))
    both = changed.replace("二、原因剖析", "三是对河道的事上心少。\n二、原因剖析")
    plan = merge(first, ledger_of(both), is_whole=True)
    assert len(plan.added) == 1
    assert plan.added[0]["id"] not in {row.id for row in LEDGER.rows}


def test_row_that_people_took_out_is_not_put_back() -> None:
    back = fresh(LEDGER)
    without = FilledLedger(back.lines[1:], back.columns, back.written, {})
    plan = merge(without, LEDGER, is_whole=True)
    assert plan.added == ()
    assert plan.deleted == (LEDGER.rows[0].id,)


def test_row_whose_id_was_wiped_is_known_by_its_sentence() -> None:
    back = edited(fresh(LEDGER), 1, id="", progress="已办")
    plan = merge(back, LEDGER, is_whole=True)
    assert after(back, plan).lines[1]["id"] == LEDGER.rows[1].id
    assert after(back, plan).lines[1]["progress"] == "已办"
    assert plan.added == ()


def test_rows_and_copies_that_people_added_stay_as_they_are() -> None:
    back = fresh(LEDGER)
    own = {"id": "自1", "problem": "巡察指出的问题"}
    copied = {**back.lines[0], "measures": "第二条措施"}
    back = FilledLedger((own, *back.lines, copied), back.columns, back.written, {})
    plan = merge(back, ledger_of(TEXT.replace("只写了5篇", "只写了6篇")), is_whole=True)
    done = after(back, plan)
    assert done.lines[0] == own
    assert done.lines[6] == copied
    assert "只写了6篇" in done.lines[1]["example"]


def test_file_that_is_not_given_is_left_alone_or_marked_where_a_folder_is_all() -> None:
    both = ledger_of(TEXT, TEXT)
    one = ledger_of(TEXT)
    part = merge(fresh(both), one, is_whole=False)
    assert (part.changes, part.absent) == ((), ("乙.txt",))
    whole = merge(fresh(both), one, is_whole=True)
    assert {change.value for change in whole.changes} == {"材料未找到"}
    assert len(whole.changes) == 5


def test_file_that_was_renamed_keeps_its_rows() -> None:
    plan = merge(fresh(LEDGER), ledger_of(TEXT, names=("周明远.docx",)), is_whole=True)
    assert (plan.added, plan.gone) == ((), ())
    assert {change.key for change in plan.changes} == {"file", "place"}


def test_measure_that_found_its_problem_is_not_called_gone() -> None:
    text = TEXT.replace("三是关心老同志。每月登门一次。", "三是严格值班应急。每月查一次岗。")
    before = ledger_of(text)
    now = ledger_of(text.replace("上心少。", "上心少，值班应急走了过场。"))
    plan = merge(fresh(before), now, is_whole=True)
    assert [c.value for c in plan.changes if (c.at, c.key) == (4, "change")] == ["措施已对应到问题"]


def test_without_its_memory_a_ledger_loses_nothing() -> None:
    back = edited(fresh(LEDGER), 0, owner="李四", acceptor="王五", goal="学会用")
    back = FilledLedger(back.lines, back.columns)
    plan = merge(back, LEDGER, is_whole=True)
    line = after(back, plan).lines[0]
    assert (line["owner"], line["acceptor"], line["goal"]) == ("李四", "王五", "学会用")
    assert [conflict.head for conflict in plan.conflicts] == ["责任人"]
    assert plan.added == ()


def test_column_that_is_newer_than_the_workbook_marks_no_row() -> None:
    back = fresh(LEDGER)
    written = tuple({k: v for k, v in cells.items() if k != "owner"} for cells in back.written)
    lines = tuple({k: v for k, v in cells.items() if k != "owner"} for cells in back.lines)
    older = FilledLedger(lines, KEYS - {"owner"}, written, {})
    plan = merge(older, LEDGER, is_whole=True)
    assert (plan.changes, plan.edited, plan.conflicts) == ((), (), ())
    assert plan.written[0]["owner"] == "周明远"
    assert merge(after(older, plan), LEDGER, is_whole=True).changes == ()


VERSIONS = [
    TEXT,
    TEXT.replace("只写了5篇", "只写了6篇"),
    TEXT.replace("一是检查走过场。我有3次检查只看台账不看现场。\n二是", "一是"),
    TEXT.replace("二是学用结合不够。", "二是学用结合得不够。").replace("笔记24篇", "笔记30篇"),
    TEXT.replace("三是关心老同志。每月登门一次。", ""),
    TEXT.replace("（二）工作作风方面", "二是公务接待把关松。\n（二）工作作风方面"),
]
LEDGERS = [ledger_of(text) for text in VERSIONS]
PEOPLE_S = [column.key for column in COLUMNS if column.key != "id"]
EDIT = st.tuples(st.integers(0, 4), st.sampled_from(PEOPLE_S), st.text(max_size=6).map(str.strip))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(EDIT, max_size=8),
    st.sampled_from(LEDGERS),
    st.sampled_from(LEDGERS),
    st.randoms(use_true_random=False),
)
def test_nothing_people_wrote_is_lost_and_twice_is_once(
    edits: list[tuple[int, str, str]], first: Ledger, second: Ledger, chance: random.Random
) -> None:
    back = fresh(LEDGER)
    for at, key, value in edits:
        back = edited(back, at, **{key: value})
    lines = list(back.lines)
    chance.shuffle(lines)
    back = FilledLedger(tuple(lines), back.columns, back.written, {})
    ours = {(LEDGER.rows[at].id, key) for at, key, _ in edits}
    filled = {(found, key): by_id(back)[found][key] for found, key in ours}
    for ledger in (first, second):
        plan = merge(back, ledger, is_whole=True)
        assert len({cells["id"] for cells in plan.written}) == len(plan.written)
        back = after(back, plan)
        again = merge(back, ledger, is_whole=True)
        assert (again.changes, again.added) == ((), ())
        assert again.conflicts == plan.conflicts
        assert again.written == plan.written
    written = {row.id: cells_of(row) for row in LEDGER.rows}
    for (found, key), value in filled.items():
        now = by_id(back)[found][key]
        if key == "change":
            assert not value or now.endswith(value)
        elif value != written[found][key]:
            assert now == value
