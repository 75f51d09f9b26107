"""The page of screening, read as a tree: both texts to the letter, marked exactly where passages are."""

from __future__ import annotations

import random
import struct
from collections import defaultdict
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from screens import with_recurring

from cost import assert_grows_no_faster
from duizhao.lint import Relation
from duizhao.reuse.model import DocumentLabel, Entry, JoinResult, Match, Passage, ScreenResult
from duizhao.reuse.view import ShownCheck, ShownJoin, write
from duizhao.reuse.view.html import summary as page_of
from duizhao.reuse.view.text_pieces import pieces
from duizhao.text import Span


class Read(HTMLParser):
    """The texts of the page by their side (`d1-l`), what of them each passage has, what differs, what is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = defaultdict(str)
        self.shared: dict[tuple[str, str], str] = defaultdict(str)
        self.kinds: dict[tuple[str, str], str] = defaultdict(str)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts = 0
        self._side = ""
        self._inside = False
        self._open: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        self.ids += [str(given_["id"])] if "id" in given_ else []
        self.links += [str(given_["href"])] if "href" in given_ else []
        self.scripts += tag == "script"
        if tag == "section":
            self._side = str(given_["id"])
        if tag not in ("meta", "br"):
            self._open.append((tag, given_))
        if tag == "p" and "data-line" in given_:
            self.texts[self._side] += "\n" if self.texts[self._side] else ""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any("data-line" in each for _, each in self._open):
            return
        self.texts[self._side] += data
        for tag, given_ in self._open:
            for number in str(given_.get("data-p") or "").split():
                self.shared[self._side, number] += data
            if tag in ("mark", "span"):
                for kind in str(given_.get("class") or "").split():
                    self.kinds[self._side, kind] += data


def read(shown: ShownCheck | ShownJoin) -> Read:
    page = Read()
    page.feed(str(write("html", shown)))
    return page


def without_breaks(text: str) -> str:
    return text.replace("\n", "").replace("\r", "")


def test_both_texts_stand_on_the_page_to_the_letter(checked):
    page = read(checked)
    assert page.texts["d1-l"] == checked.text
    assert page.texts["d1-r"] == checked.filed.text(checked.screened.matches[0].entry.id)
    assert len(page.texts) == 14


def test_marked_characters_are_those_of_the_passages(checked):
    page = read(checked)
    for number, match in enumerate(checked.screened.matches, 1):
        other = checked.filed.text(match.entry.id)
        for at, passage in enumerate(match.passages, 1):
            left, right = page.shared[f"d{number}-l", str(at)], page.shared[f"d{number}-r", str(at)]
            assert left == without_breaks(passage.left.of(checked.text))
            assert right == without_breaks(passage.right.of(other))


def test_words_that_differ_and_words_that_do_not_count_are_marked(checked):
    page = read(checked)
    assert page.kinds["d2-l", "x"] == "青石镇3青石镇3青石镇"
    assert page.kinds["d2-r", "x"] == "柳树沟村7柳树沟村7柳树沟村"
    assert page.kinds["d1-l", "out"] == "《关于进一步改进工作作风密切联系群众的若干规定》"
    assert page.kinds["d1-r", "out"] == page.kinds["d1-l", "out"]


def test_every_link_leads_somewhere_and_no_anchor_stands_twice(checked, joined):
    for shown in (with_recurring(checked), joined):
        page = read(shown)
        assert len(set(page.ids)) == len(page.ids)
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
        assert all(link.startswith("#") for link in page.links)


def test_problem_that_came_back_is_linked_on_both_sides(checked):
    page = read(with_recurring(checked))
    assert "d1-lb1" in page.ids
    assert "d1-rb1" in page.ids
    assert page.kinds["d1-l", "back"] == page.kinds["d1-r", "back"]
    assert page.kinds["d1-l", "back"].startswith("三是联系群众不够经常")


def test_group_is_told_with_its_hub_and_stretches(joined):
    page = str(write("html", joined))
    assert "第 1 组：7 份材料，以 范文.docx 作底稿来比，其余各有它的" in page
    assert "至少三份共有的文字 211 字，1 处" in page


def test_hostile_text_stays_text(hostile):
    told = str(write("html", hostile))
    page = read(hostile)
    assert page.scripts == 1
    assert "<img" not in told
    assert not {"\u202e", "\ud800", "\x07"} & set(told)
    assert page.texts["d1-l"].startswith("<script>alert(1)</script>“U+202E倒着看”")
    told.encode()


def test_page_that_would_grow_too_large_says_what_it_leaves_out(joined, monkeypatch):
    monkeypatch.setattr(page_of, "MAX_FACING_PAIRS", 2)
    monkeypatch.setattr(page_of, "MAX_LISTED_PAIRS", 4)
    told = str(write("html", joined))
    assert f"共 {len(list(joined.pairs()))} 对，上面只列出前 4 对" in told
    assert "只把前 2 对的全文并排" in told
    assert told.count('<details class="facing"') == 2


def test_nothing_found_is_said(joined):
    nothing = ShownCheck("新.txt", "无。", DocumentLabel(), ScreenResult((), (), 3), joined.filed)
    told = str(write("html", nothing))
    assert "没有找到相同段落" in told
    assert "另有 3 份材料也有少量相同文字" in told
    empty = ShownJoin(JoinResult(0, (), ()), joined.filed)
    assert "索引里 0 份材料：没有找到相同段落" in str(write("html", empty))


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(*sorted(pair)))


@given(st.lists(st.tuples(spans, st.integers()), max_size=8), st.lists(st.integers(0, 30)))
def test_pieces_cover_the_text_once_and_know_all_their_stretches(stretches, cuts):
    found = list(pieces(Span(0, 25), stretches, cuts))
    full = [each for each in found if each.span.start < each.span.end]
    assert [at for each in full for at in range(*each.span)] == list(range(25))
    for piece in full:
        inside = [tag for span, tag in stretches if span.covers(piece.span)]
        assert sorted(piece.tags) == sorted(inside)
        assert not any(piece.span.start < cut < piece.span.end for cut in cuts)
    empty = sum(span.start == span.end <= 25 for span, _ in stretches)
    clipped = sum(span.start == 25 < span.end for span, _ in stretches)
    assert len(found) - len(full) == empty + clipped


def test_page_of_one_long_line_grows_no_faster_than_its_text(joined):
    def shown(length: int) -> ShownCheck:
        chance = random.Random(1)
        text = "".join(chr(0x4E00 + chance.randrange(2000)) for _ in range(length))
        spots = b"".join(struct.pack("=4q", at, at + 1, at, at + 1) for at in range(0, length, 9))
        whole = Span(0, length)
        entry = Entry("1", "乙", DocumentLabel())
        match = Match(entry, Relation.COLLEAGUE, (Passage(whole, whole, spots),), length, 1.0)
        filed = replace(joined.filed, text=lambda _: text, left_out=lambda _: ())
        return ShownCheck("甲", text, DocumentLabel(), ScreenResult((match,), ()), filed)

    small, large = shown(20_000), shown(300_000)
    assert_grows_no_faster(
        lambda: write("html", small), lambda: write("html", large), times=15 * 2.5, fixed=0
    )
