"""Tables and pictures of a Word file with their places in its text, and the image files of the pictures."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from duizhao.errors import UnreadableDocument
from duizhao.office.limits import MAX_PACKAGE_BYTES
from duizhao.office.package import Package, Relationship
from duizhao.text import AsideKind, Edit, Moves, Origin, Source, Span
from duizhao.typeset.original.image_file import ImageFile, image_file
from duizhao.typeset.original.lost import Lost
from duizhao.typeset.original.shapes import PictureShape, TableShape
from duizhao.typeset.original.tables import MAX_COLUMNS, bordered_styles, type_area
from duizhao.typeset.original.walk import FoundObjects, ObjectWalk

KINDS = frozenset((AsideKind.TABLE, AsideKind.PICTURE))
MAX_MEDIA_BYTES = 64_000_000
"""All image files together; the file that they come from has no more."""

MAX_TABLE_DEPTH = 3
"""Tables in cells of tables; narrower ones could not be read."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the text, and the paragraph that it begins in."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, its image file, and its offset in the text. `is_alone`: no words stand in its paragraph."""

    shape: PictureShape
    image: ImageFile
    offset: int
    is_alone: bool


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, the lines of text that stand in it, and its pictures."""

    shape: TableShape
    lines: tuple[PlacedLine, ...]
    pictures: tuple[PlacedPicture, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


@dataclass(frozen=True, slots=True)
class PlacedObjects:
    """The tables and the pictures outside of them, in text order, and how many objects are left out."""

    tables: tuple[PlacedTable, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    lost: Counter[Lost] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.tables or self.pictures)

    def moved(self, edits: Sequence[Edit]) -> PlacedObjects:
        """The same objects in the text after `edits`."""
        span = Moves(edits).span

        def picture(each: PlacedPicture) -> PlacedPicture:
            return replace(each, offset=span(Span(each.offset, each.offset)).start)

        tables = tuple(
            replace(
                table,
                lines=tuple(replace(line, span=span(line.span)) for line in table.lines),
                pictures=tuple(map(picture, table.pictures)),
            )
            for table in self.tables
        )
        return replace(self, tables=tables, pictures=tuple(map(picture, self.pictures)))


def placed_objects(source: Source, package: bytes | None) -> PlacedObjects:
    """The tables and pictures in `package`, the Word file that `source` was read from.

    A file known to have none is not read again. Raises UnreadableDocument.
    """
    if package is None or not source.origins:
        return PlacedObjects()
    reader = MediaPackage(io.BytesIO(package), source.name)
    part = source.origins[0].part
    relationships = reader.relationships(part)
    in_headers = _images_in_headers(reader, relationships)
    if not any(aside.kind in KINDS for aside in source.asides):
        return PlacedObjects(lost=in_headers)
    targets = {each.key: each.target for each in relationships}
    styles = next((each.target for each in relationships if each.kind == "styles"), "")
    root = reader.tree(part)
    assert root is not None
    bordered = bordered_styles(reader.tree(styles))
    found = ObjectWalk(targets, bordered, type_area(root), reader.refuse).read(root)
    found.lost.update(in_headers)
    del root
    return _placed(source, found, _Images(reader, found.lost))


def _images_in_headers(package: Package, relationships: list[Relationship]) -> Counter[Lost]:
    """The images that headers and footers refer to."""
    parts = {each.target for each in relationships if each.kind in ("header", "footer")}
    targets = {
        each.target
        for part in parts
        for each in package.relationships(part)
        if each.kind == "image"
    }
    return Counter({Lost.IN_HEADER: len(targets)} if targets else {})


class MediaPackage(Package):
    """A Word file of which the image files are read too."""

    package_bytes = MAX_PACKAGE_BYTES + MAX_MEDIA_BYTES


class _Images:
    """The image files of a package, each read once."""

    def __init__(self, package: Package, lost: Counter[Lost]) -> None:
        self._package, self._lost = package, lost
        self._read: dict[str, ImageFile | Lost] = {}
        self._left = MAX_MEDIA_BYTES

    def get(self, part: str) -> ImageFile | None:
        """The image file in a part; one that cannot be had is counted among the lost."""
        found = self._read.get(part)
        if found is None:
            found = self._read[part] = self._file(part)
        if isinstance(found, Lost):
            self._lost[found] += 1
            return None
        return found

    def _file(self, part: str) -> ImageFile | Lost:
        if self._left <= 0:
            return Lost.TOO_LARGE
        try:
            data = self._package.read(part)
        except UnreadableDocument as fault:
            # The limit was reached, or the entry is broken; each such attempt costs what the limit allows.
            self._left -= self._package.part_bytes
            return Lost.TOO_LARGE if "解压后超过" in fault.reason else Lost.MISSING
        if data is None:
            return Lost.MISSING
        self._left -= len(data)
        return image_file(data) or Lost.UNKNOWN


def _placed(source: Source, found: FoundObjects, images: _Images) -> PlacedObjects:
    lines = list(_lines(source))
    tables = [table for table in found.tables if _can_be_kept(table, found.lost)]
    firsts = [table.first for table in tables]

    def table_of(paragraph: int) -> int:
        """The number of the table that a paragraph stands in; -1 for none."""
        at = bisect_right(firsts, paragraph) - 1
        return at if at >= 0 and paragraph < tables[at].end else -1

    inside: dict[int, list[PlacedLine]] = {}
    for at, group in groupby(lines, key=lambda line: table_of(line.paragraph)):
        # A table has one place: words that stand in it once more, behind others, are body text.
        inside.setdefault(at, list(group))
    place = _Places(source, lines)
    pictures: dict[int, list[PlacedPicture]] = {}
    for shape in found.pictures:
        if (image := images.get(shape.part)) is not None:
            at = table_of(shape.paragraph)
            at = at if at in inside else -1
            pictures.setdefault(at, []).append(place.picture(shape, image))
    placed = (
        PlacedTable(table, tuple(inside[at]), tuple(pictures.get(at, ())))
        for at, table in enumerate(tables)
        if at in inside
    )
    alone = sorted(pictures.get(-1, ()), key=lambda each: each.offset)
    return PlacedObjects(tuple(placed), tuple(alone), found.lost)


def _can_be_kept(table: TableShape, lost: Counter[Lost], depth: int = 1) -> bool:
    """Whether a table can stay one. Takes those out of its cells that cannot, and counts them."""
    columns = (row.before + sum(cell.columns for cell in row.cells) for row in table.rows)
    if max(columns) > MAX_COLUMNS or depth > MAX_TABLE_DEPTH:
        lost[Lost.DEEP_TABLE if depth > MAX_TABLE_DEPTH else Lost.WIDE_TABLE] += 1
        return False
    for row in table.rows:
        for cell in row.cells:
            cell.tables = [each for each in cell.tables if _can_be_kept(each, lost, depth + 1)]
    return True


def _is_break(origin: Origin, text: str) -> bool:
    return origin.generated and origin.span.of(text) == "\n"


def _lines(source: Source) -> Iterator[PlacedLine]:
    """The lines of a text as its paragraphs make them; a line break inside a paragraph makes none."""
    start = 0
    paragraph: int | None = None
    for origin in source.origins:
        if paragraph is None:
            paragraph = origin.paragraph
        if _is_break(origin, source.text):
            yield PlacedLine(Span(start, origin.span.start), paragraph)
            start, paragraph = origin.span.end, None
    if paragraph is not None:
        yield PlacedLine(Span(start, len(source.text)), paragraph)


class _Places:
    """Finds the offsets of pictures in a text."""

    def __init__(self, source: Source, lines: Sequence[PlacedLine]) -> None:
        self._source = source
        self._lines = lines
        self._line_starts = [line.span.start for line in lines]
        self._runs: dict[int, list[tuple[int, int]]] = {}
        self._ends: dict[int, int] = {}
        for origin in source.origins:
            if _is_break(origin, source.text):
                self._ends[origin.paragraph] = origin.span.start
            elif not origin.generated:
                runs = self._runs.setdefault(origin.paragraph, [])
                runs.append((origin.run, origin.span.start))
        self._ended = sorted(self._ends)

    def picture(self, shape: PictureShape, image: ImageFile) -> PlacedPicture:
        offset = self._offset(shape)
        at = max(bisect_right(self._line_starts, offset) - 1, 0)
        line = self._lines[at].span.of(self._source.text) if self._lines else ""
        return PlacedPicture(shape, image, offset, shape.is_floating or not line.strip())

    def _offset(self, shape: PictureShape) -> int:
        runs = self._runs.get(shape.paragraph, [])
        at = bisect_left(runs, (shape.run + shape.is_after_text, 0))
        if at < len(runs):
            return runs[at][1]
        # Behind the last words of its paragraph, or where a paragraph without words ends.
        following = bisect_left(self._ended, shape.paragraph)
        if following == len(self._ended):
            return len(self._source.text)
        return self._ends[self._ended[following]]
