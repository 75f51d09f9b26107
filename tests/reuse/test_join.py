"""The join finds every pair once, tells a template as one group, and keeps within its memory."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import COPIED, prose, reworded

from duizhao import api
from duizhao.reuse import segment
from duizhao.reuse.candidates import candidates
from duizhao.reuse.model import JoinResult


@pytest.fixture
def index(tmp_path):
    opened = api.ScreenIndex(tmp_path / "index")
    yield opened
    opened.close()


def file(index, texts: list[str]) -> JoinResult:
    filings = [api.Filing(text, str(at)) for at, text in enumerate(texts)]
    assert all(each.is_new for each in index.add_all(filings))
    return index.join()


def names(joined: JoinResult) -> set[tuple[str, str]]:
    return {(pair.left.name, pair.right.name) for pair in joined.pairs}


def from_template(at: int) -> str:
    blanks = (prose(100 + at * 7 + step, 3 + (at + step) % 4) for step in range(5))
    return "".join(prose(step, 150) + blank for step, blank in enumerate(blanks))


def test_pairs_are_found_and_strangers_are_none(index) -> None:
    texts = [prose(at) for at in range(20)]
    texts += [texts[0] + prose(50), reworded(texts[1], 3), prose(60) + COPIED + texts[2][:200]]
    joined = file(index, texts)
    assert names(joined) == {("0", "20"), ("1", "21"), ("2", "22")}
    assert joined.documents == 23
    assert not joined.groups


@pytest.mark.parametrize("people", [3, 10, 40])
def test_a_template_is_one_group_and_no_pair(index, people: int) -> None:
    joined = file(index, [prose(1000), *map(from_template, range(people)), prose(1001)])
    (group,) = joined.groups
    assert sorted(int(each.name) for each in group.members) == list(range(1, people + 1))
    assert not joined.pairs
    assert sum(end - start for start, end in group.shared) >= 700


def test_a_template_costs_one_pair_a_member(index) -> None:
    file(index, [from_template(at) for at in range(40)])
    with candidates(index.catalogue.segments(), 64, 1 << 29) as found:
        lefts = [left for left, _, here, _ in found if len(here) > 20]
    assert lefts == [1] * 39


def test_what_is_shared_in_one_pair_of_a_group_alone_is_told_too(index) -> None:
    texts = [from_template(at) for at in range(5)]
    texts[3] += prose(777)
    texts[4] += prose(777)
    joined = file(index, texts)
    (group,) = joined.groups
    assert not joined.pairs
    assert [{pair.left.name, pair.right.name} for pair in group.others] == [{"3", "4"}]


@pytest.mark.parametrize("at", [0, 20])
def test_people_who_took_different_parts_of_one_template_are_one_group(index, at: int) -> None:
    parts = [prose(500 + part, 120) for part in range(28)]
    chosen = [random.Random(who).sample(range(28), 12) for who in range(20)]
    texts = [
        api.Filing(prose(who) + "".join(parts[part] for part in sorted(took)), str(who))
        for who, took in enumerate(chosen)
    ]
    template = api.DocumentLabel(kind=api.DocumentKind.TEMPLATE)
    texts.insert(at, api.Filing("".join(parts), "范文", template))
    list(index.add_all(texts))
    joined = index.join()
    (group,) = joined.groups
    assert group.hub.name == "范文"
    assert len(group.members) == 21
    assert not group.others
    assert not joined.pairs


def test_people_who_took_from_a_text_that_nobody_has_are_one_group(index) -> None:
    parts = [prose(500 + part, 120) for part in range(28)]
    chosen = [random.Random(who).sample(range(28), 12) for who in range(20)]
    joined = file(
        index,
        [
            prose(who) + "".join(parts[part] for part in sorted(took))
            for who, took in enumerate(chosen)
        ],
    )
    assert len(joined.groups[0].members) == 20
    assert len(joined.groups) == 1
    assert not joined.pairs


def test_two_members_are_compared_when_asked(index) -> None:
    (group,) = file(index, [from_template(at) for at in range(5)]).groups
    one, two = (entry.id for entry in group.members[1:3])
    pair = index.compare(one, two)
    assert pair
    assert pair.characters >= 600
    assert pair.flipped().flipped() == pair


def test_every_pair_comes_out_as_one_compares_them_singly(index) -> None:
    texts = [prose(at % 7, 150) + prose(at + 30) + prose(at % 5 + 50, 120) for at in range(24)]
    joined = file(index, texts)
    entries = index.entries()
    related = {
        (one.name, two.name)
        for one, two in combinations(entries, 2)
        if index.compare(one.id, two.id)
    }
    told = names(joined)
    for group in joined.groups:
        told |= set(combinations(sorted((each.name for each in group.members), key=int), 2))
    assert related <= told


def test_little_memory_gives_the_same_pairs(index) -> None:
    whole = file(index, [prose(at % 30, 300) + prose(at + 100) for at in range(60)])
    assert index.join(memory=64_000) == whole
    assert not list(index.catalogue.folder.glob("tmp*"))


def test_several_processes_give_the_same_pairs(index) -> None:
    whole = file(index, [prose(at % 30, 300) + prose(at + 100) for at in range(60)])
    assert api.compare_all(index, jobs=2).joined == whole
    assert api.compare_all(index, jobs=1).joined == whole


def test_wording_that_many_have_pairs_nobody_and_is_shown(tmp_path) -> None:
    index = api.ScreenIndex(tmp_path, common_share=0.5)
    joined = file(index, [COPIED + prose(at, 200) for at in range(70)])
    assert not joined.groups
    assert not joined.pairs
    screened = index.check(COPIED + prose(500))
    assert not screened.matches
    (common,) = screened.excluded
    assert common.source == "索引里 70 份材料有 70 份这样写"
    index.close()


def test_segments_are_merged_and_full_ones_stay(index, monkeypatch) -> None:
    monkeypatch.setattr(segment, "MAX_PARTS", 8)
    monkeypatch.setattr("duizhao.reuse.index.MAX_PARTS", 8)
    for at in range(30):
        index.add(prose(at, 100), str(at))
    sizes = [len(each.documents) for each in index.catalogue.segments()]
    assert sum(sizes) == 30
    assert max(sizes) <= 8
    assert len(sizes) <= 8
    assert len(list(index.catalogue.folder.glob("*.npy"))) == len(sizes)
    assert all(index.check(prose(at, 100) + "。").matches for at in range(30))


def test_a_removed_document_is_in_no_segment(index) -> None:
    entries = [index.add(prose(at % 4, 200) + prose(at + 10), str(at)).entry for at in range(8)]
    index.remove(entries[0].id)
    assert all(1 not in each.documents for each in index.catalogue.segments())
    assert names(index.join()) == {("1", "5"), ("2", "6"), ("3", "7")}


def test_a_text_longer_than_a_part_is_found_at_its_end(index) -> None:
    long = prose(1, 70_000) + COPIED + prose(2, 70_000)
    index.add(long, "长文")
    (match,) = index.check(prose(3) + COPIED).matches
    (passage,) = match.passages
    assert passage.right.of(long) == COPIED
