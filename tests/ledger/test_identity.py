"""An id stays while the text around it changes, and is never that of another problem."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from ledgers import TEXT, cells, ledger_of

from duizhao.ledger.assemble import file_labels
from duizhao.ledger.identity import with_free_id


def ids(*texts: str, names: tuple[str, ...] = ()) -> dict[str, str]:
    """The id of each problem or measure, by its words."""
    return {row["sentence"]: row["id"] for row in cells(ledger_of(*texts, names=names))}


def test_id_survives_edits_elsewhere() -> None:
    changed = TEXT.replace("按照要求", "按照县委的要求，经过认真准备").replace(
        "二是学用结合不够。我对照讲话研究工作少。", "二是学用脱节。"
    )
    before, after = ids(TEXT), ids(changed)
    same = before.keys() & after.keys()
    assert len(same) == 4
    assert all(before[each] == after[each] for each in same)


def test_id_survives_an_edit_of_all_but_the_claim() -> None:
    changed = TEXT.replace("实际只写了5篇", "实际写了6篇")
    assert set(ids(TEXT).values()) == set(ids(changed).values())


@given(st.randoms(use_true_random=False))
def test_id_survives_another_order(chance: random.Random) -> None:
    claims = [
        f"{claim}不够。这里有{number}件事没有办好。" for number, claim in enumerate("学用查看问")
    ]
    chance.shuffle(claims)
    body = "".join(f"{n}是{claim}\n" for n, claim in zip("一二三四五", claims, strict=True))
    made = ids(f"个人对照检查材料\n现报告如下。\n一、存在的问题\n{body}二、整改措施\n一是改。\n")
    told = {words[2:]: found for words, found in made.items() if "件事" in words}
    assert told == EXPECTED


EXPECTED = {
    words[2:]: found
    for words, found in ids(
        "个人对照检查材料\n现报告如下。\n一、存在的问题\n"
        + "".join(
            f"{n}是{claim}不够。这里有{number}件事没有办好。\n"
            for number, (n, claim) in enumerate(zip("一二三四五", "学用查看问", strict=True))
        )
        + "二、整改措施\n一是改。\n"
    ).items()
    if "件事" in words
}


def test_two_with_one_claim_keep_apart_in_any_order() -> None:
    one, other = "学用结合不够。一次会也没开。", "学用结合不够。两次调研都没有去。"
    head = "个人对照检查材料\n现报告如下。\n一、存在的问题\n"
    tail = "\n二、整改措施\n一是改。\n"
    first = ids(f"{head}一是{one}\n二是{other}{tail}")
    second = ids(f"{head}一是{other}\n二是{one}{tail}")
    assert first["一是" + one] == second["二是" + one]
    assert first["二是" + other] == second["一是" + other]
    assert first["一是" + one] != first["二是" + other]


def test_same_words_in_two_files_are_two_rows() -> None:
    rows = cells(ledger_of(TEXT, TEXT))
    assert len({row["id"] for row in rows}) == len(rows) == 10


def test_id_does_not_depend_on_the_folder_or_the_format() -> None:
    here = ids(TEXT, names=("材料/周明远.txt",))
    there = ids(TEXT, names=("/tmp/别处/周明远.docx",))
    assert here == there


def test_labels_tell_files_apart_and_give_no_folder_away() -> None:
    assert file_labels(["/root/a/周.docx", "/root/b/李.docx"]) == ["周.docx", "李.docx"]
    assert file_labels(["/x/周/对照.docx", "/x/李/对照.docx", "/x/李/别.txt"]) == [
        "周/对照.docx",
        "李/对照.docx",
        "别.txt",
    ]
    assert file_labels(["a.txt", "a.txt"]) == ["a.txt", "a.txt"]
    assert file_labels(["标准输入"]) == ["标准输入"]


def test_same_words_twice_in_one_file_are_counted_in_text_order() -> None:
    one = "学用结合不够。一次会也没开。"
    text = f"个人对照检查材料\n一、存在的问题\n一是{one}\n二是{one}\n二、整改措施\n一是改。\n"
    first, second, _ = (row["id"] for row in cells(ledger_of(text)))
    assert first != second
    longer = text.replace("二、整改", "三是调研不深。\n二、整改")
    assert [row["id"] for row in cells(ledger_of(longer))][:2] == [first, second]


def test_id_that_another_row_has_is_replaced_by_a_free_one() -> None:
    row = ledger_of(TEXT).rows[0]
    free = with_free_id(row, {row.id})
    assert (free.id != row.id, free.id[:2], len(free.id)) == (True, "P-", len(row.id))
    assert with_free_id(row, {row.id}) == free
    assert with_free_id(row, set()) == row
