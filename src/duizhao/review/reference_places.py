"""Where the reference of a comment may stand, so that LibreOffice 7.4 keeps the words around it.

One that stands in the first paragraph of a content control takes away what the control has before it; one in the result
of a field puts the words of the comment into the text. Behind the control or field nothing is lost, and the range of
the comment still ends where it ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from duizhao.office.xml_text import ATTRIBUTES, NO_TAG, XmlElement, attribute, children, local_name
from duizhao.review.run_index import BODY, RunIndex

CUE = re.compile("sdtContent|fldChar|fldSimple")
NAMES = ("sdtContent", "fldChar", "fldSimple", "instrText")
END_TAG = re.compile(r"\s*</[^<>]*>")
FIELD_KIND = re.compile(r"\s*([A-Za-z]+)")
MAX_KIND = 100
"""Characters of an instruction in which its kind stands."""
KEPT_FIELDS = frozenset(("TOC", "HYPERLINK", "INDEX", "INCLUDETEXT"))
"""LibreOffice keeps their results as they are. Some are pages long, and a comment would stand far from its words."""


class _Stretch(NamedTuple):
    """References between `start` and `end`, both left out, have to go to `target`."""

    start: int
    end: int
    target: int


class ReferencePlaces:
    """The places of references in a part."""

    def __init__(self, xml: str, index: RunIndex, prefixes: Iterable[str]) -> None:
        found = _StretchFinder(xml, index, prefixes).found if CUE.search(xml) else []
        self._stretches = list(_joined(sorted(found)))
        self._starts = [each.start for each in self._stretches]

    def elsewhere(self, at: int) -> int | None:
        """Where a reference goes that would stand at `at`; None if it may stand there."""
        place = None
        while True:
            before = bisect_left(self._starts, at) - 1
            if before < 0 or not at < self._stretches[before].end:
                return place
            place = at = self._stretches[before].target


def content_start(xml: str, paragraph: XmlElement) -> int:
    """Behind the properties of a paragraph, which must stay its first child (ISO 29500-1 17.3.1.26)."""
    first = next(children(xml, paragraph.inner, paragraph.outer), None)
    is_properties = first is not None and local_name(first.name) == "pPr"
    return first.end if first is not None and is_properties else paragraph.inner


def _joined(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Stretches that overlap as one, which leads behind them all."""
    last: _Stretch | None = None
    for each in stretches:
        if last is None or last.end <= each.start:
            if last is not None:
                yield last
            last = each
        else:
            last = _Stretch(last.start, max(last.end, each.end), max(last.target, each.target))
    if last is not None:
        yield last


class _Field:
    """A field whose end has not come yet."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.instruction = ""


class _StretchFinder:
    """One walk over the tags of controls and fields. `found` is the result."""

    def __init__(self, xml: str, index: RunIndex, prefixes: Iterable[str]) -> None:
        self.found: list[_Stretch] = []
        self._xml = xml
        self._paragraphs = [each for _, each in sorted(index.paragraphs.items())]
        self._paragraph_starts = [each.element.start for each in self._paragraphs]
        self._runs = sorted(index.runs.values(), key=lambda run: run.element.start)
        self._run_starts = [run.element.start for run in self._runs]
        self._open: list[re.Match[str]] = []
        self._fields: dict[int, list[_Field]] = defaultdict(list)
        self._following = self._paragraphs_behind()
        for tag in _pattern(prefixes).finditer(xml):
            # A comment or an instruction has no name.
            if tag[2] is None:
                continue
            if not tag[1] and tag[2] == "fldChar":
                self._read_field(tag)
            if tag[1]:
                self._close(self._open.pop(), tag)
            elif not tag[3].endswith("/"):
                self._open.append(tag)

    def _paragraphs_behind(self) -> list[XmlElement | None]:
        """For each paragraph the next one of its story that has two tags."""
        following: list[XmlElement | None] = []
        last: dict[int, XmlElement] = {}
        for each in reversed(self._paragraphs):
            following.append(last.get(each.story))
            if not each.element.is_one_tag:
                last[each.story] = each.element
        return following[::-1]

    def _close(self, opened: re.Match[str], tag: re.Match[str]) -> None:
        if tag[2] == "instrText":
            fields = self._fields[self._story(opened.start())]
            if fields and len(fields[-1].instruction) < MAX_KIND:
                fields[-1].instruction += self._xml[opened.end() : tag.start()]
        elif tag[2] == "fldSimple":
            self._add_field(attribute(opened[0], "instr") or "", opened.start(), tag.end())
        elif tag[2] == "sdtContent":
            self._add_control(opened.start(), tag.end())

    def _add_control(self, start: int, end: int) -> None:
        at = bisect_left(self._paragraph_starts, start)
        first = self._paragraphs[at] if at < len(self._paragraphs) else None
        if first is not None and first.element.start < end and first.story < start:
            behind = self._following[at]
            if behind is not None:
                begin = content_start(self._xml, first.element)
                target = content_start(self._xml, behind)
                self.found.append(_Stretch(begin, first.element.end, target))
        else:
            control = END_TAG.match(self._xml, end)
            if control is not None:
                self.found.append(_Stretch(start, control.end(), control.end()))

    def _read_field(self, tag: re.Match[str]) -> None:
        run = self._run(tag.start())
        if run is None:
            return
        fields = self._fields[self._story(tag.start())]
        kind = attribute(tag[0], "fldCharType")
        if kind == "begin":
            fields.append(_Field(run.start))
        elif kind == "end" and fields:
            field = fields.pop()
            self._add_field(field.instruction, field.start, run.end)

    def _add_field(self, instruction: str, start: int, end: int) -> None:
        kind = FIELD_KIND.match(instruction)
        if kind is None or kind[1].upper() not in KEPT_FIELDS:
            self.found.append(_Stretch(start, end, end))

    def _run(self, at: int) -> XmlElement | None:
        before = bisect_right(self._run_starts, at) - 1
        run = self._runs[before].element if before >= 0 else None
        return run if run is not None and at < run.end else None

    def _story(self, at: int) -> int:
        before = bisect_right(self._run_starts, at) - 1
        return self._runs[before].story if before >= 0 else BODY


def _pattern(prefixes: Iterable[str]) -> re.Pattern[str]:
    written = "|".join(re.escape(f"{each}:" if each else "") for each in sorted(prefixes))
    # Groups: 1 the slash of an end tag, 2 the name, 3 the attributes.
    return re.compile(
        rf"{NO_TAG}|<(/?)(?:{written})({'|'.join(NAMES)})(?=[\s/>])({ATTRIBUTES})>", re.DOTALL
    )
