"""The chain as a picture: the problems in the middle, for every link begins at one; causes left, measures right.

The style sheet of the page colours it: it has classes and presentation attributes alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.page import attribute
from duizhao.report.chain.box import BOX_WIDTH, SHELF, ChainBox, ChainDrawing, draw
from duizhao.report.chain.chain_facts import CAUSE, MEASURE, PROBLEM, ChainFacts
from duizhao.text.wrap import fitting

GAP_WIDTH = 230
WIDTH = 3 * BOX_WIDTH + 2 * GAP_WIDTH
LEFT = {CAUSE: 0, PROBLEM: BOX_WIDTH + GAP_WIDTH, MEASURE: 2 * (BOX_WIDTH + GAP_WIDTH)}
HEADS = {CAUSE: "原因：为什么", PROBLEM: "问题：查摆了什么", MEASURE: "措施：打算怎么改"}
WORDS_COLUMNS = 21
BEND = (GAP_WIDTH - SHELF) / 2


def chain_picture(facts: ChainFacts, article: str, number: int) -> str:
    """The picture, as SVG; `number` distinguishes several on one page."""
    drawing = draw(facts)
    height = drawing.height + 2
    return (
        f'<svg class="chain-picture" viewBox="-1 0 {WIDTH + 2} {height:.0f}" width="{WIDTH + 2}" height="{height:.0f}" '
        f'role="group" aria-labelledby="chain-{number}"><title id="chain-{number}">'
        f"问题、原因、措施的对应图；同样的内容见下面的表</title>{''.join(_parts(drawing, article))}</svg>"
    )


def _parts(drawing: ChainDrawing, article: str) -> Iterator[str]:
    for kind, left in LEFT.items():
        yield f'<text class="head" x="{left + BOX_WIDTH / 2:.0f}" y="18" text-anchor="middle">{HEADS[kind]}</text>'
    for problem in drawing.problems:
        lines = "".join(_lines(drawing, problem))
        # A group each: a problem that is pointed at lights its lines.
        yield f'<g class="answers">{lines}{_box(problem, PROBLEM, article)}</g>'
    for kind, boxes in drawing.sides.items():
        for box in boxes:
            yield _box(box, kind, article)
            for words, at in box.ports.items():
                yield _words(kind, words, box.top + at)


def _box(box: ChainBox, kind: str, article: str) -> str:
    left = LEFT[kind]
    classes = "node missing" if box.is_dashed else "node"
    dashed = ' stroke-dasharray="5 4"' if box.is_dashed else ""
    shape = (
        f'<rect class="{classes}" x="{left}" y="{box.top:.1f}" width="{BOX_WIDTH}" '
        f'height="{box.height:.1f}" rx="4"{dashed}/>'
    )
    name = f"{box.point.name}　{box.point.place}" if box.point else ""
    if box.remark:
        name = f"{name}　{box.remark}" if name else box.remark
    rows = [f'<text class="name" x="{left + 10}" y="{box.top + 19:.1f}">{attribute(name)}</text>']
    rows += [
        f'<text x="{left + 10}" y="{box.top + 39 + 18 * at:.1f}">{attribute(line)}</text>'
        for at, line in enumerate(box.lines)
    ]
    inner = shape + "".join(rows)
    if box.point is None:
        return inner
    tip = f"<title>{attribute(box.point.words)}</title>"
    return f'<a href="{article}-{box.point.line}">{tip}{inner}</a>'


def _words(kind: str, words: str, y: float) -> str:
    """The words of a link, above its line where it reaches the answer."""
    cut = (
        words
        if len(words) == fitting(words, WORDS_COLUMNS)
        else f"{words[: fitting(words, WORDS_COLUMNS - 2)]}…"
    )
    x = LEFT[CAUSE] + BOX_WIDTH + 6 if kind == CAUSE else LEFT[MEASURE] - 6
    anchor = "start" if kind == CAUSE else "end"
    return (
        f'<text class="by" x="{x}" y="{y - 3:.1f}" text-anchor="{anchor}">'
        f"<title>{attribute(words)}</title>{attribute(cut)}</text>"
    )


def _lines(drawing: ChainDrawing, problem: ChainBox) -> Iterator[str]:
    start = problem.middle
    for kind, y, is_dashed in drawing.ends_of(problem):
        dashed = ' class="missing" stroke-dasharray="5 4"' if is_dashed else ""
        yield f'<path d="{_path(kind, start, y)}" fill="none"{dashed}/>'


def _path(kind: str, start: float, end: float) -> str:
    """From the edge of a problem in a bend to the shelf on which the words of the link stand, and on to its answer."""
    from_x = LEFT[PROBLEM] if kind == CAUSE else LEFT[PROBLEM] + BOX_WIDTH
    to_x = LEFT[CAUSE] + BOX_WIDTH if kind == CAUSE else LEFT[MEASURE]
    shelf = to_x + SHELF if kind == CAUSE else to_x - SHELF
    sign = -1 if kind == CAUSE else 1
    return (
        f"M{from_x} {start:.1f}C{from_x + sign * BEND:.0f} {start:.1f} {shelf - sign * BEND:.0f} {end:.1f} "
        f"{shelf} {end:.1f}H{to_x}"
    )
