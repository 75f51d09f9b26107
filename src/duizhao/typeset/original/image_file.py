"""Image files: what they are by their first bytes, and how large."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import NamedTuple

PNG = b"\x89PNG\r\n\x1a\n"


class ImageFormat(NamedTuple):
    """A format of image files: its suffix, its type, and whether a PDF can hold it as it is."""

    suffix: str
    media_type: str
    prints: bool = False


FORMATS = {
    "png": ImageFormat("png", "image/png", True),
    "jpeg": ImageFormat("jpeg", "image/jpeg", True),
    "gif": ImageFormat("gif", "image/gif", True),
    "webp": ImageFormat("webp", "image/webp", True),
    "bmp": ImageFormat("bmp", "image/bmp"),
    "tiff": ImageFormat("tiff", "image/tiff"),
    "emf": ImageFormat("emf", "image/x-emf"),
    "wmf": ImageFormat("wmf", "image/x-wmf"),
}


@dataclass(frozen=True, slots=True)
class ImageFile:
    """The bytes of an image file, its format, and its size in pixels: 0 × 0 where the format has none."""

    data: bytes
    format: ImageFormat
    pixels: tuple[int, int] = (0, 0)

    def __hash__(self) -> int:
        # The same object stands for all places of a picture.
        return id(self)


def image_file(data: bytes) -> ImageFile | None:
    """An image file from its bytes; None if they are no image that Word shows."""
    kind = _kind(data[:64])
    if kind is None:
        return None
    try:
        return ImageFile(data, FORMATS[kind], _pixels(kind, data))
    except (struct.error, IndexError):
        return None


def _kind(head: bytes) -> str | None:
    if head.startswith(PNG):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head.startswith(b"BM"):
        return "bmp"
    if head.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    if head.startswith(b"\1\0\0\0") and head[40:44] == b" EMF":
        return "emf"
    return "wmf" if head.startswith((b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0", b"\2\0\x09\0")) else None


def _pixels(kind: str, data: bytes) -> tuple[int, int]:
    if kind == "png":
        return struct.unpack(">II", data[16:24])
    if kind == "gif":
        return struct.unpack("<HH", data[6:10])
    if kind == "jpeg":
        return _jpeg_pixels(data)
    if kind == "bmp":
        width, height = struct.unpack("<ii", data[18:26])
        return abs(width), abs(height)
    return _webp_pixels(data) if kind == "webp" else (0, 0)


def _jpeg_pixels(data: bytes) -> tuple[int, int]:
    """The size in the frame header (ITU-T T.81 B.2.2); segments before it are skipped by their lengths."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        # SOF0–SOF15, without DHT, JPG and DAC, which stand among them.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 1 if marker == 0xFF else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    raise IndexError(at)


def _webp_pixels(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        return (
            int.from_bytes(data[24:27], "little") + 1,
            int.from_bytes(data[27:30], "little") + 1,
        )
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[26:30])
    return width & 0x3FFF, height & 0x3FFF
