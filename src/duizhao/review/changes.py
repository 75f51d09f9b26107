"""Certain fixes → tracked changes: what goes is marked as deleted, what comes as inserted."""

from __future__ import annotations

import re

from duizhao.office.xml_text import TagWriter, escaped, local_name
from duizhao.review.anchors import Spot
from duizhao.review.body import Body
from duizhao.review.comments import AUTHOR
from duizhao.review.cuts import Deletion, Mark, Rank
from duizhao.review.letters import SHOWING
from duizhao.review.skeleton import Run
from duizhao.text import Edit, Span

RECORDED = re.compile(r"<([^\s/>]*:)?rPrChange[\s>].*?</\1rPrChange>", re.DOTALL)
PIECE = re.compile("[^\t\n]+|[\t\n]")
BREAKS = {"\t": "tab", "\n": "br"}


def trimmed(edit: Edit, text: str) -> Edit:
    """An edit without the characters at its ends that it puts back as they were."""
    (start, end), new = edit.span, edit.replacement
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Edit(Span(start, end), new)


class Changes:
    """Puts tracked changes into a body, all of one moment."""

    def __init__(self, body: Body, moment: str) -> None:
        self._body, self._moment = body, moment

    def put(self, edit: Edit) -> bool:
        """Mark an edit; False where the document has no place for it, and it is left out."""
        body = self._body
        pieces = list(body.anchors.pieces(edit.span))
        covered = sum(end.at - start.at for start, end in pieces)
        if covered < edit.span.end - edit.span.start:
            return False
        spot = pieces[-1][1] if pieces else body.anchors.beside(edit.span.start)
        if spot is None or (edit.replacement and body.skeleton.runs[spot.key].is_buried):
            return False
        for start, end in pieces:
            body.check(start, end)
            if not self._can_go(start, end):
                return False
        for start, end in pieces:
            self._delete(start, end)
        if edit.replacement:
            self._insert(spot, edit.replacement)
        return True

    def _can_go(self, start: Spot, end: Spot) -> bool:
        """Is each character part of a text, or all that its element shows?"""
        for child in self._body.letters(start.key).children:
            if child.at < end.offset and start.offset < child.stop and not child.is_text:
                is_whole = start.offset <= child.at and child.stop <= end.offset
                if not is_whole or local_name(child.element.name) not in SHOWING:
                    return False
        return True

    def _delete(self, start: Spot, end: Spot) -> None:
        names = self._body.names
        deletion = Deletion(
            Span(start.offset, end.offset),
            lambda: names.start("del", **self._signed()) + ">",
            f"</{names.prefix}:del>",
        )
        self._body.delete(start.key, deletion)

    def _insert(self, spot: Spot, text: str) -> None:
        run = self._body.skeleton.runs[spot.key]
        inserted = self._body.names.around(self._run(spot, text), "ins", **self._signed())
        self._body.mark(spot.key, Mark(spot.offset, Rank.INSERTED, self._parting(run, inserted)))

    def _run(self, spot: Spot, text: str) -> str:
        """A run that looks as the one it goes beside."""
        plain = TagWriter(self._body.names.prefix)
        said = "".join(
            plain.empty(BREAKS[piece])
            if piece in BREAKS
            else f'<{plain.prefix}:t xml:space="preserve">{escaped(piece)}</{plain.prefix}:t>'
            for piece in PIECE.findall(text)
        )
        return plain.around(RECORDED.sub("", self._body.letters(spot.key).properties) + said, "r")

    def _parting(self, run: Run, inserted: str) -> str:
        """An insertion does not lie in another: somebody else's is parted around it."""
        if not run.insertion:
            return inserted
        name = run.insertion[1:].split(None, 1)[0].rstrip(">")
        again = re.sub(
            r"""(:id\s*=\s*["'])\d+""",
            lambda found: f"{found[1]}{self._body.fresh()}",
            run.insertion,
        )
        return f"</{name}>{inserted}{again}"

    def _signed(self) -> dict[str, object]:
        return {"id": self._body.fresh(), "author": AUTHOR, "date": self._moment}
