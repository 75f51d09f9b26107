"""What is typed or written in a cell, and whom it names: departments of rows, on whom an opinion is."""

from __future__ import annotations

import pytest

from duizhao import api
from duizhao.web.meetings.models import Attendee
from duizhao.web.opinions.models import WORDS_CHARACTERS
from duizhao.web.opinions.typed_lines import UnknownAbout, typed_opinions
from duizhao.web.rectification.departments import departments_in, in_cell


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("", ()),
        ("办公室", ("办公室",)),
        ("1.办公室\n2、财务科", ("办公室", "财务科")),
        ("1.办公室、人事科\n2．办公室", ("办公室", "人事科")),
        ("财务科，人事科；机关党委/工会", ("财务科", "人事科", "机关党委", "工会")),
        (" 督查室 ,\n\n、", ("督查室",)),
        ("1)财务科，2)人事科", ("财务科", "人事科")),
        ("2号码头管理站、3.15专班", ("2号码头管理站", "3.15专班")),
    ],
)
def test_departments_are_named_in_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert departments_in(cell) == names


def test_name_of_a_person_is_no_department() -> None:
    assert in_cell("办公室、郭春生", frozenset({"郭春生"})) == ("办公室",)
    assert in_cell("郭春生", frozenset({"郭春生"})) == ()


PEOPLE = [Attendee(name="郭春生"), Attendee(name="于丽")]


def typed(text: str) -> list[tuple[str, str]]:
    return [
        (each.about.name if each.about else "", each.words) for each in typed_opinions(text, PEOPLE)
    ]


@pytest.mark.parametrize(
    ("line", "about", "words"),
    [
        ("要多到码头走走", "", "要多到码头走走"),
        ("郭春生：到码头去得少", "郭春生", "到码头去得少"),
        ("于　丽:批文压得久", "于丽", "批文压得久"),
        ("于 丽\t批文\t压得久", "于丽", "批文 压得久"),
        ("班子：会开得多", "", "会开得多"),
        ("\t会开得多", "", "会开得多"),
        ("建议：把夜班排匀", "", "建议：把夜班排匀"),
        ("有两件事：郭春生：知道", "", "有两件事：郭春生：知道"),
    ],
)
def test_line_is_on_the_person_it_begins_with(line: str, about: str, words: str) -> None:
    assert typed(line) == [(about, words)]


def test_empty_lines_and_names_without_words_are_no_opinions() -> None:
    assert typed("\n  \n郭春生：\n于丽：批文压得久\n") == [("于丽", "批文压得久")]


def test_line_on_somebody_who_does_not_attend_is_named() -> None:
    with pytest.raises(UnknownAbout, match="第 3 行：“钱七”不在参加会议的人里"):
        typed("会开得多\n\n钱 七\t到得晚\n")


def test_words_have_room_up_to_their_limit() -> None:
    longest = "长" * WORDS_CHARACTERS
    assert typed(f"郭春生：{longest}") == [("郭春生", longest)]
    with pytest.raises(api.DuizhaoError, match="第 1 行超过"):
        typed(f"郭春生：{longest}长")
