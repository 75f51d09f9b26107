"""One opinion sheet: the statement that it is about, and the findings that fit on its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from duizhao.document.frame.signatory import Signatory
from duizhao.lint import CheckedSource, Finding, Reading, Rule
from duizhao.report.opinion.entry import OpinionEntry, OpinionGroup, opinion_entries
from duizhao.report.opinion.form_words import NOTHING, left_out
from duizhao.report.subject import Subject, by_recognised
from duizhao.text.visible import on_one_line
from duizhao.text.width import width

CHARACTERS_OF_LINE = 32
"""One less than a line holds: it ends early where a mark may not begin the next one."""

LINES_OF_FINDINGS = 26
LINES_OF_REMARKS = 4
CHARACTERS_OF_FIELD, LONGEST_FIELD = 11, 22
CHARACTERS_OF_TITLE, LONGEST_TITLE = 28, 56
GENERIC_PROFILE = "generic"
RESERVED = {OpinionGroup.MUST: 3, OpinionGroup.SHOULD: 2, OpinionGroup.CONSIDER: 3}
"""Entries of each group that find a place before the rest of any group."""


@dataclass(frozen=True, slots=True)
class OpinionSheet:
    """The sheet of one statement. An empty field is not known, and is left blank for people to fill in."""

    unit: str
    person: str
    post: str
    title: str
    file: str
    occasion: str
    entries: tuple[OpinionEntry, ...]

    @classmethod
    def from_checked(
        cls, checked: CheckedSource, rules: Mapping[str, Rule]
    ) -> tuple[OpinionSheet, ...]:
        """A sheet for each statement of a text; what is no statement has none."""
        return tuple(
            cls._from_reading(reading, findings, rules)
            for reading, findings in by_recognised(checked)
        )

    @classmethod
    def _from_reading(
        cls, reading: Reading, findings: tuple[Finding, ...], rules: Mapping[str, Rule]
    ) -> OpinionSheet:
        subject = Subject.from_reading(reading)
        signatory = Signatory.of_document(reading.document)
        return cls(
            unit=_short(signatory.unit),
            person=_short(signatory.name),
            post=_short(signatory.post),
            title=_short(subject.title, LONGEST_TITLE),
            file=_short(reading.source.name.replace("\\", "/").rpartition("/")[2]),
            occasion=_short(_occasion(reading), LONGEST_TITLE),
            entries=opinion_entries(reading, findings, rules),
        )

    def parts(self) -> Iterator[tuple[OpinionGroup, list[str]]]:
        """Each group with its paragraphs: what fits on the page, and how much more there is in the reviewed copy."""
        kept = self._kept()
        numbers = {
            id(entry): number
            for number, entry in enumerate(
                (each for each in kept if each.group is not OpinionGroup.CONSIDER), 1
            )
        }
        for group in OpinionGroup:
            lines = [
                f"{numbers[id(each)]}．{each.text}" if id(each) in numbers else f"·{each.text}"
                for each in kept
                if each.group is group
            ]
            if group is OpinionGroup.CONSIDER:
                lines += _questions(kept, numbers)
            left = sum(e.findings for e in self.entries if e.group is group and e not in kept)
            if left:
                lines.append(left_out(left))
            yield group, lines or [NOTHING]

    def _kept(self) -> list[OpinionEntry]:
        """The entries that the page holds, in their order: first some of each group, then the most important."""
        room = self._lines_of_findings - len(OpinionGroup)
        kept = set()
        for at in self._by_claim():
            cost = _lines(self.entries[at])
            if cost <= room:
                room -= cost
                kept.add(at)
        return [self.entries[at] for at in sorted(kept)]

    def _by_claim(self) -> list[int]:
        """The numbers of the entries in the order in which they claim the page."""
        counts = dict.fromkeys(OpinionGroup, 0)
        claims = []
        for at, entry in enumerate(self.entries):
            counts[entry.group] += 1
            is_reserved = counts[entry.group] <= RESERVED[entry.group]
            # The layout takes two lines, and one command mends it.
            claims.append((not entry.is_layout, not is_reserved, at))
        return [at for *_, at in sorted(claims)]

    def spare_lines(self) -> int:
        """The lines of the page that stay free for the reviewer's own words."""
        used = sum(lines_of(line) for _, lines in self.parts() for line in lines)
        return LINES_OF_REMARKS + max(self._lines_of_findings - used, 0)

    @property
    def _lines_of_findings(self) -> int:
        """The lines of the page for findings: fewer where fields at its head take two lines."""
        pairs = ((self.unit, self.person), (self.post, self.file))
        taken = sum(max(lines_of(each, CHARACTERS_OF_FIELD) for each in pair) for pair in pairs)
        taken += sum(lines_of(each, CHARACTERS_OF_TITLE) for each in (self.title, self.occasion))
        return LINES_OF_FINDINGS + 4 - taken


def _occasion(reading: Reading) -> str:
    """The meeting of the campaign; nothing for a text that shows none."""
    profile = reading.statement.profile
    return "" if profile.id == GENERIC_PROFILE else profile.title


def _questions(kept: list[OpinionEntry], numbers: Mapping[int, int]) -> Iterator[str]:
    """The questions to the entries of the first two groups, each once, with the numbers of these entries."""
    asked: dict[str, list[int]] = {}
    for entry in kept:
        if entry.asks and id(entry) in numbers:
            asked.setdefault(entry.asks, []).append(numbers[id(entry)])
    for question, entries in asked.items():
        yield f"·第 {'、'.join(map(str, entries))} 条：{question}"


def _lines(entry: OpinionEntry) -> int:
    question = lines_of(f"·第 99 条：{entry.asks}") if entry.asks else 0
    return lines_of(f"99．{entry.text}") + question


def lines_of(text: str, characters: int = CHARACTERS_OF_LINE) -> int:
    """The lines that a paragraph takes on the page, of so many characters each."""
    return max(ceil(width(text) / characters), 1)


def _short(text: str, longest: int = LONGEST_FIELD) -> str:
    """The text on one line, cut where it is too long for its field."""
    words = on_one_line(" ".join(text.split()))
    return words if width(words) <= longest else f"{words[: longest - 1]}…"
