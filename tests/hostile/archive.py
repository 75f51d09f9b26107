"""Zip files by hand, because zipfile will not write the wrong ones; bombs are made without ever being inflated."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

STORED, DEFLATED = 0, 8


@dataclass(frozen=True)
class Entry:
    """One entry as it will stand in the file: `packed` bytes, and what the headers claim about them."""

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = DEFLATED
    flags: int = 0x800

    def header(self) -> tuple[int, ...]:
        name = self.name.encode()
        return (
            20,
            self.flags,
            self.method,
            0,
            0x21,
            self.crc,
            len(self.packed),
            self.size,
            len(name),
            0,
        )


def entry(name: str, content: str | bytes) -> Entry:
    """An honest entry."""
    data = content.encode() if isinstance(content, str) else content
    return Entry(name, deflated((data, 1)), len(data), zlib.crc32(data))


def bomb(name: str, *blocks: tuple[bytes, int], size: int | None = None) -> Entry:
    """Blocks repeated so many times; `size` is what it claims, the truth unless told."""
    truth = sum(len(block) * times for block, times in blocks)
    return Entry(name, deflated(*blocks), truth if size is None else size, _checksum(blocks, truth))


def _checksum(blocks: Iterable[tuple[bytes, int]], size: int) -> int:
    crc = 0
    # Nobody inflates a large one to its end: its checksum is never compared.
    for block, times in blocks if size < 20_000_000 else ():
        for _ in range(times):
            crc = zlib.crc32(block, crc)
    return crc


def deflated(*blocks: tuple[bytes, int]) -> bytes:
    # A full flush forgets what came before: the packed block may be repeated as it stands.
    packed = b""
    for block, times in blocks:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed += (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)) * times
    return packed + b"\x03\x00"


def write(path: Path, entries: Iterable[Entry], overlaps: int = 0) -> Path:
    """The archive; with `overlaps`, that many more names share the bytes of the document."""
    body: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for one in entries:
        local = (
            b"PK\x03\x04"
            + struct.pack("<HHHHHIIIHH", *one.header())
            + one.name.encode()
            + one.packed
        )
        shared = overlaps if one.name == "word/document.xml" else 0
        directory += [
            _listed(one, alias, place)
            for alias in (one.name, *(f"{one.name}{at}" for at in range(shared)))
        ]
        body.append(local)
        place += len(local)
    count = min(len(directory), 0xFFFF)
    listed = b"".join(directory)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listed), place, 0)
    path.write_bytes(b"".join(body) + listed + b"PK\x05\x06" + end)
    return path


def _listed(one: Entry, alias: str, place: int) -> bytes:
    header = (*one.header()[:-2], len(alias.encode()), 0)
    packed = struct.pack("<HHHHHHIIIHHHHHII", 20, *header, 0, 0, 0, 0, place)
    return b"PK\x01\x02" + packed + alias.encode()
