"""The boxes of the picture of a chain, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from duizhao.report.chain.chain_facts import CAUSE, MEASURE, ChainFacts, ChainPoint
from duizhao.report.chain.chain_table import missing
from duizhao.report.chain.columns import near, spread
from duizhao.text.wrap import fitting, wrap

BOX_WIDTH, SHELF = 250, 136
TOP = 30
"""Below the heads of the columns."""
GAP = 12
NAME_HEIGHT, LINE_HEIGHT, PORT_HEIGHT, MARGIN = 26, 18, 17, 8
LINE_COLUMNS, MAX_LINES = 35, 2
NO_PROBLEM = "没有看出对应的问题"


@dataclass(slots=True)
class ChainBox:
    """A point, or the place of one that is missing. `ports` are the heights at which lines reach it, by their words."""

    point: ChainPoint | None
    remark: str = ""
    lines: Sequence[str] = ()
    ports: Mapping[str, float] = field(default_factory=dict)
    top: float = 0.0

    @property
    def is_dashed(self) -> bool:
        return bool(self.remark)

    @property
    def height(self) -> float:
        text = NAME_HEIGHT + LINE_HEIGHT * len(self.lines) + (MARGIN if self.lines else 2)
        return max(text, PORT_HEIGHT * len(self.ports) + MARGIN)

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class ChainDrawing:
    """All boxes, and which of the sides a problem's lines lead to."""

    problems: Sequence[ChainBox]
    sides: Mapping[str, Sequence[ChainBox]]
    ends: Mapping[ChainPoint, Sequence[tuple[str, ChainBox, str]]]
    """For each problem: the side, the box there, and the words of the link; empty for a missing answer."""

    @property
    def height(self) -> float:
        boxes = [*self.problems, *(box for side in self.sides.values() for box in side)]
        return max(box.top + box.height for box in boxes)

    def ends_of(self, problem: ChainBox) -> Iterator[tuple[str, float, bool]]:
        """The side of each line, its height at the end, and whether an answer is missing there."""
        if problem.point is None:
            return
        reached = set()
        for kind, box, words in self.ends.get(problem.point, ()):
            end = box.top + box.ports[words] if words else box.middle
            if (kind, end) not in reached:
                reached.add((kind, end))
                yield kind, end, not words


def draw(facts: ChainFacts) -> ChainDrawing:
    """Lay out the chain: problems in the middle, causes and measures on either side of them."""
    problems = [ChainBox(each, lines=_lines(each)) for each in facts.problems]
    ends: dict[ChainPoint, list[tuple[str, ChainBox, str]]] = {each: [] for each in facts.problems}
    sides = {kind: _side(facts, kind, ends) for kind in (CAUSE, MEASURE)}
    room = max(_room(each) for each in (problems, *sides.values()))
    heights = [box.height for box in problems]
    for box, top in zip(problems, spread(heights, GAP, room), strict=True):
        box.top = top
    places = {box.point: box.middle for box in problems}
    for kind, boxes in sides.items():
        linked: dict[int, list[float]] = {}
        for problem, found in ends.items():
            for side, box, _ in found:
                if side == kind:
                    linked.setdefault(id(box), []).append(places[problem])
        sides[kind] = _placed(boxes, linked)
    everything = [*problems, *(box for boxes in sides.values() for box in boxes)]
    down = TOP - min(box.top for box in everything)
    for box in everything:
        box.top += down
    return ChainDrawing(problems, sides, ends)


def _side(
    facts: ChainFacts, kind: str, ends: dict[ChainPoint, list[tuple[str, ChainBox, str]]]
) -> list[ChainBox]:
    """The boxes of one side: the points, then a place for each answer that is missing."""
    words: dict[ChainPoint, list[str]] = {}
    for link in facts.links:
        if link.answer.kind == kind and link.words not in words.setdefault(link.answer, []):
            words[link.answer].append(link.words)
    boxes = {each: _answer(each, words.get(each, [])) for each in facts.of(kind)}
    for link in facts.links:
        if link.answer.kind == kind:
            ends[link.problem].append((kind, boxes[link.answer], link.words))
    gaps: list[ChainBox] = []
    for problem in facts.problems:
        if not facts.answers(problem, kind):
            # Where the text has no answers of this kind at all, one place says so.
            if not gaps or boxes:
                gaps.append(ChainBox(None, missing(facts, kind)))
            ends[problem].append((kind, gaps[-1], ""))
    return [*boxes.values(), *gaps]


def _answer(point: ChainPoint, words: Sequence[str]) -> ChainBox:
    box = ChainBox(point, "" if words else NO_PROBLEM, _lines(point))
    box.ports = dict.fromkeys(words, 0.0)
    first = (box.height - PORT_HEIGHT * len(words)) / 2
    box.ports = {each: first + PORT_HEIGHT * (at + 0.75) for at, each in enumerate(words)}
    return box


def _lines(point: ChainPoint) -> list[str]:
    lines = wrap(point.words, LINE_COLUMNS)
    if len(lines) > MAX_LINES:
        last = lines[MAX_LINES - 1]
        lines[MAX_LINES - 1 :] = [f"{last[: fitting(last, LINE_COLUMNS - 2)].rstrip('…')}…"]
    return lines


def _room(boxes: Sequence[ChainBox]) -> float:
    return sum(box.height + GAP for box in boxes) - GAP


def _placed(boxes: Sequence[ChainBox], linked: Mapping[int, Sequence[float]]) -> list[ChainBox]:
    """The boxes near what they are linked with; those without a problem come last."""
    last = max((max(each) for each in linked.values()), default=0.0) + 1

    def wanted(box: ChainBox) -> float:
        found = linked.get(id(box), ())
        return sum(found) / len(found) if found else last

    ordered = sorted(boxes, key=wanted)
    heights = [box.height for box in ordered]
    tops = near([wanted(box) - box.height / 2 for box in ordered], heights, GAP)
    for box, top in zip(ordered, tops, strict=True):
        box.top = top
    return ordered
