"""A zip with some members replaced, added or dropped. Every other member keeps its bytes, compressed as they are."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

# The records of a zip (APPNOTE.TXT 4.3): before each member, its row in the directory, the end of the directory.
LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
VERSION = 20
UTF8_NAME = 0x800
DEFLATED = 8
EPOCH = (0, 33)
"""Midnight of 1 January 1980 as a zip writes it: the same parts give the same bytes."""


class Member(NamedTuple):
    """A member of the new zip: its header and data, and its row of the directory, except for its offset."""

    raw: bytes
    row: bytes


def with_parts(
    data: bytes, parts: Mapping[str, bytes], dropped: Collection[str] = frozenset()
) -> bytes:
    """The zip `data` with `parts` in place of its members of these names, or added, and without those `dropped`.

    Names are compared in lower case. `data` has passed the checks of `Package`: no name twice, no overlaps, no ZIP64.
    """
    wanted = {name.lower(): (name, content) for name, content in parts.items()}
    with ZipFile(BytesIO(data)) as archive:
        infos, directory = archive.infolist(), archive.start_dir
        comment = archive.comment
    rows = dict(zip(infos, _directory_rows(data, directory), strict=False))
    # A member reaches to the next one: a descriptor may follow its data, and no header gives the length of that.
    starts = sorted(info.header_offset for info in infos)
    ends = dict(zip(starts, [*starts[1:], directory], strict=True))
    members: list[Member] = []
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.filename.lower() in dropped:
            continue
        start = info.header_offset
        new = wanted.pop(info.filename.lower(), None)
        members.append(
            Member(data[start : ends[start]], rows[info])
            if new is None
            else _replaced(info, rows[info], new[1])
        )
    members += (_new(name, content) for name, content in wanted.values())
    return _archive(data[: starts[0]] if starts else b"", members, comment)


def _archive(prefix: bytes, members: list[Member], comment: bytes) -> bytes:
    """The members one behind the other, and the directory with the places that they have now."""
    end = len(prefix)
    pieces, table = [prefix], []
    for member in members:
        # The offset of the member is the field at 42 of its row.
        table.append(member.row[:42] + struct.pack("<L", end) + member.row[46:])
        pieces.append(member.raw)
        end += len(member.raw)
    size = sum(map(len, table))
    closing = END.pack(b"PK\5\6", 0, 0, len(table), len(table), size, end, len(comment))
    return b"".join((*pieces, *table, closing, comment))


def _directory_rows(data: bytes, at: int) -> Iterator[bytes]:
    """The rows of the directory that begins at `at`, in its order."""
    while data[at : at + 4] == b"PK\1\2":
        name, extra, comment = struct.unpack_from("<3H", data, at + 28)
        end = at + CENTRAL.size + name + extra + comment
        yield data[at:end]
        at = end


def _replaced(info: ZipInfo, row: bytes, content: bytes) -> Member:
    """A member with other content, and its old name, time and attributes."""
    fields = CENTRAL.unpack_from(row)
    name = row[CENTRAL.size : CENTRAL.size + fields[10]]
    packed = _packed(content)
    # Of the flags only the one for UTF-8 names stays: sizes stand in the header now, so there is no descriptor.
    flags, time, date = fields[3] & UTF8_NAME, fields[5], fields[6]
    sizes = (zlib.crc32(content), len(packed), len(content))
    head = LOCAL.pack(b"PK\3\4", VERSION, flags, DEFLATED, time, date, *sizes, len(name), 0)
    remark = row[CENTRAL.size + fields[10] + fields[11] :]
    new = CENTRAL.pack(
        b"PK\1\2", fields[1], VERSION, flags, DEFLATED, time, date, *sizes,
        len(name), 0, len(remark), 0, *fields[14:16], 0,
    )  # fmt: skip
    return Member(head + name + packed, new + name + remark)


def _new(called: str, content: bytes) -> Member:
    name, packed = called.encode(), _packed(content)
    sizes = (zlib.crc32(content), len(packed), len(content))
    common = (VERSION, UTF8_NAME if not called.isascii() else 0, DEFLATED, *EPOCH, *sizes)
    head = LOCAL.pack(b"PK\3\4", *common, len(name), 0)
    row = CENTRAL.pack(b"PK\1\2", VERSION, *common, len(name), *(0,) * 6)
    return Member(head + name + packed, row + name)


def _packed(content: bytes) -> bytes:
    # Raw deflate, as a zip holds it: no header and no checksum of zlib's own.
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return deflate.compress(content) + deflate.flush()
