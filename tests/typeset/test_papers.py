"""Papers that are put together from data, as Word files: record sheets of talks, minutes, attendance, register."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import needs_poppler, printed, words

from duizhao import api
from duizhao.errors import Unwritable
from duizhao.layout import standard_layout
from duizhao.typeset.paper import paper_blocks

PEOPLE = (
    api.MeetingPerson("沈一鸣", "党组书记、局长", "应到", "到会"),
    api.MeetingPerson("唐小满", "党组成员、副局长", "应到", "到会"),
    api.MeetingPerson("罗大江", "党组成员、副局长", "应到", "缺席", "在省委党校学习"),
)
GUEST = api.MeetingPerson("袁督导", "督导组组长", "督导", "到会")
RECORD = api.MeetingRecord(
    unit="云溪县水务局",
    name="2026年度民主生活会",
    held="2026年12月20日9:00",
    place="三楼会议室",
    chair="沈一鸣",
    recorder="郭敏",
    expected=PEOPLE,
    present=PEOPLE[:2],
    absent=PEOPLE[2:],
    others=(GUEST,),
    parts=(
        api.AgendaPart(
            "主要负责人个人对照检查，其他成员提出批评意见",
            (
                api.RecordedSpeech("沈一鸣", "个人对照检查", "去年蹲点只去过两次。\n没有住过。"),
                api.RecordedSpeech("唐小满", "批评意见", "清淤拖了四个月，你没有过问。", "沈一鸣"),
            ),
        ),
    ),
    decisions=("一月底前把清淤的欠账补上。", "每季度通报一次。"),
)


def text_of(paper: api.WrittenPaper) -> str:
    """The text of a paper as it is read from its Word file."""
    return api.read_bytes(api.PaperSetter().set(paper), "文书.docx", "docx").text


def test_record_sheet_of_a_talk_has_the_fields_in_their_order() -> None:
    sheet = api.TalkSheet(one="沈一鸣，党组书记、局长", other="唐小满，党组成员、副局长")
    text = text_of(api.talk_sheets("谈心谈话记录表", [sheet])).replace("\n", "")
    labels = (
        "谈话时间",
        "谈话地点",
        "谈话人",
        "谈话对象",
        "谈话类型",
        "谈话主要内容",
        "存在问题",
        "整改措施",
        "备注",
    )
    places = [text.index(label) for label in labels]
    assert places == sorted(places)
    assert "沈一鸣，党组书记、局长" in text


@needs_poppler
def test_each_talk_has_a_page_of_its_own_with_the_title_in_the_middle(tmp_path: Path) -> None:
    paper = api.talk_sheets("谈话", [api.TalkSheet()] * 3)
    pages = words(printed(tmp_path, paper_blocks(paper, standard_layout())))
    assert len(pages) == 3
    for page in pages:
        title = next(word for word in page if word.text == "谈心谈话记录表")
        assert abs((title.left + title.right) / 2 - 106) < 3


def test_minutes_hold_who_came_and_every_word_that_was_said() -> None:
    text = text_of(api.minutes_paper(RECORD))
    assert "应到 3 人，到会 2 人" in text
    assert "罗大江（在省委党校学习）" in text
    assert "袁督导" in text
    assert "唐小满（对沈一鸣的批评意见）：清淤拖了四个月，你没有过问。" in text
    assert "没有住过。" in text
    assert "2. 每季度通报一次。" in text


def test_attendance_has_a_row_for_each_to_sign() -> None:
    text = text_of(api.attendance_paper(RECORD))
    assert all(each.name in text for each in (*PEOPLE, GUEST))
    assert "缺席：在省委党校学习" in text


def test_register_counts_what_the_minutes_hold() -> None:
    text = text_of(api.register_paper(RECORD))
    assert "发言 2 次，其中批评意见 1 条；决定 2 项" in text
    assert "云溪县水务局" in text


def test_meeting_without_minutes_leaves_the_register_blank() -> None:
    text = text_of(api.register_paper(api.MeetingRecord("县水务局", "2026年度民主生活会")))
    assert "发言" not in text
    assert "出席" not in text


def test_character_that_word_cannot_hold_is_named() -> None:
    paper = api.WrittenPaper("会议记录", (api.PaperLine("好\x00"),))
    with pytest.raises(Unwritable, match=r"U\+0000"):
        api.PaperSetter().set(paper)
