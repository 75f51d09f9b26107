"""What the findings of a statement ask its author: a sheet of questions with lines to write the answers on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from duizhao.lint import CheckedSource, Finding, Reading, Rule, groups
from duizhao.report.opinion.entry import quoted
from duizhao.report.subject import Subject, by_recognised
from duizhao.text import Source, place_in_words
from duizhao.text.width import width

LINES_FOR_ANSWER = 2
CHARACTERS_OF_LINE = 42
PAGE_MM, TEXT_LINE_MM, ANSWER_LINE_MM, APART_MM = 215.0, 6.3, 8.0, 3.0
"""As the style sheet prints them: the page below its head, a line of text, a line to write on, what parts questions."""

SHOWN_PLACES = 4


@dataclass(frozen=True, slots=True)
class AuthorQuestion:
    """A question to the author, what it is about, and the places in the text where it arises."""

    asks: str
    about: str
    places: tuple[str, ...]

    @property
    def where(self) -> str:
        """The first places, and the number of the others."""
        more = len(self.places) - SHOWN_PLACES
        shown = "、".join(self.places[:SHOWN_PLACES])
        return f"{shown}等 {len(self.places)} 处" if more > 0 else shown

    @property
    def height(self) -> float:
        """The millimetres that it takes on paper, with the lines for its answer."""
        words = (self.asks, f"{self.where}：{self.about}")
        lines = sum(ceil(width(each) / CHARACTERS_OF_LINE) for each in words)
        return lines * TEXT_LINE_MM + LINES_FOR_ANSWER * ANSWER_LINE_MM + APART_MM


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """The questions of one statement that fit on a page, the most urgent first, and the others."""

    title: str
    role: str
    questions: tuple[AuthorQuestion, ...]
    others: tuple[AuthorQuestion, ...]

    @classmethod
    def from_checked(
        cls, checked: CheckedSource, rules: Mapping[str, Rule]
    ) -> tuple[QuestionSheet, ...]:
        """A sheet for each statement of a text; what is no statement has none."""
        return tuple(
            cls._from_reading(reading, findings, rules)
            for reading, findings in by_recognised(checked)
        )

    @classmethod
    def _from_reading(
        cls, reading: Reading, findings: Iterable[Finding], rules: Mapping[str, Rule]
    ) -> QuestionSheet:
        subject = Subject.from_reading(reading)
        asked = tuple(_questions(reading.source, findings))
        count = sum(1 for _ in _fitting(asked))
        return cls(subject.title, subject.role, asked[:count], asked[count:])


def _questions(source: Source, findings: Iterable[Finding]) -> Iterator[AuthorQuestion]:
    """Each question once, in the order of what is most urgent."""
    asked: dict[str, list[Finding]] = {}
    for group in groups(findings):
        for finding in group.findings:
            if finding.asks:
                asked.setdefault(finding.asks, []).append(finding)
    for asks, found in asked.items():
        places = dict.fromkeys(_place(source, each) for each in found)
        about = found[0].message.rstrip("。；：")
        yield AuthorQuestion(asks, about, tuple(places))


def _place(source: Source, finding: Finding) -> str:
    words = quoted(source, finding.span)
    place = place_in_words(source, finding.span.start)
    return place if words in finding.message else f"{place}{words}"


def _fitting(asked: Iterable[AuthorQuestion]) -> Iterator[AuthorQuestion]:
    """The questions that find room on the page, from the first on."""
    room = PAGE_MM
    for each in asked:
        room -= each.height
        if room < 0:
            return
        yield each
