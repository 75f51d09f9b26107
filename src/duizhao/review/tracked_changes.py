"""Certain fixes → tracked changes: removed characters are marked as deleted, new ones as inserted."""

from __future__ import annotations

import re

from duizhao.office.xml_text import escaped, local_name
from duizhao.review.anchors import Spot
from duizhao.review.docx_body import DocxBody
from duizhao.review.run_index import RunSpan
from duizhao.review.run_splitter import Deletion, Rank, RunMark
from duizhao.review.run_text import SHOWING
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


class TrackedChanges:
    """Puts tracked changes into a body, all with one author and one time."""

    def __init__(self, body: DocxBody, author: str, moment: str) -> None:
        self._body = body
        writer = body.writer
        self._signature = writer.attributes(author=author, date=moment)
        # A copy may have seventeen thousand changes: what is the same in each is written once.
        self._starts = {name: writer.start(name) for name in ("ins", "del")}
        self._inside = writer.inside
        self._text_start = f'<{writer.prefix}:t xml:space="preserve">'
        self._text_end = f"</{writer.prefix}:t>"

    def put(self, edit: Edit) -> bool:
        """Mark an edit. Returns False, and marks nothing, if the document has no place for it."""
        body = self._body
        stretches = list(body.anchors.stretches(edit.span))
        in_runs = sum(end.at - start.at for start, end in stretches)
        if in_runs < edit.span.end - edit.span.start:
            return False
        spot = stretches[-1][1] if stretches else body.anchors.spot_between(edit.span.start)
        if spot is None or (edit.replacement and body.index.runs[spot.key].is_buried):
            return False
        for start, end in stretches:
            body.check(start, end)
            if not self._can_delete(start, end):
                return False
        for start, end in stretches:
            self._delete(start, end)
        if edit.replacement:
            self._insert(spot, edit.replacement)
        return True

    def _can_delete(self, start: Spot, end: Spot) -> bool:
        """Is each character part of a text, or all that its element shows?"""
        for child in self._body.text_of(start.key).children:
            if child.at < end.offset and start.offset < child.stop and not child.is_text:
                is_whole = start.offset <= child.at and child.stop <= end.offset
                if not is_whole or local_name(child.element.name) not in SHOWING:
                    return False
        return True

    def _delete(self, start: Spot, end: Spot) -> None:
        writer = self._body.writer
        # A deletion that is parted by a picture gets a start tag, and an id, for each part.
        deletion = Deletion(
            Span(start.offset, end.offset),
            lambda: self._start("del"),
            f"</{writer.prefix}:del>",
        )
        self._body.delete(start.key, deletion)

    def _insert(self, spot: Spot, text: str) -> None:
        run = self._body.index.runs[spot.key]
        prefix = self._body.writer.prefix
        inserted = f"{self._start('ins')}{self._new_run(spot, text)}</{prefix}:ins>"
        mark = RunMark(spot.offset, Rank.INSERTION, self._beside_insertion(run, inserted))
        self._body.mark(spot.key, mark)

    def _new_run(self, spot: Spot, text: str) -> str:
        """A run with the look of the one in which `spot` is."""
        inside = self._inside
        content = "".join(
            [
                inside.empty(BREAKS[piece])
                if piece in BREAKS
                else f"{self._text_start}{escaped(piece)}{self._text_end}"
                for piece in PIECE.findall(text)
            ]
        )
        look = self._body.text_of(spot.key).properties
        if "rPrChange" in look:
            # The new run does not record the changes of format that the old one does.
            look = RECORDED.sub("", look)
        return inside.around(look + content, "r")

    def _beside_insertion(self, run: RunSpan, inserted: str) -> str:
        """Close the w:ins around a run and open it again behind ours: one insertion cannot lie in another."""
        if not run.insertion:
            return inserted
        name = run.insertion[1:].split(None, 1)[0].rstrip(">")
        again = re.sub(
            r"""(:id\s*=\s*["'])\d+""",
            lambda found: f"{found[1]}{self._body.fresh()}",
            run.insertion,
        )
        return f"</{name}>{inserted}{again}"

    def _start(self, name: str) -> str:
        """The start tag of a change, with an id of its own."""
        body = self._body
        return f'{self._starts[name]} {body.writer.prefix}:id="{body.fresh()}"{self._signature}>'
