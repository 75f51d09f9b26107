"""Text files that are too long, or no text."""

from __future__ import annotations

from pathlib import Path

from duizhao.read import MAX_CHARACTERS, MAX_PARAGRAPHS


def save(folder: Path, data: bytes, name: str = "张三.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def longest(opening: str, unit: str) -> str:
    """The longest text that is read: an opening, and one unit again and again."""
    left = MAX_CHARACTERS - len(opening), MAX_PARAGRAPHS - 1 - opening.count("\n")
    times = min(left[0] // len(unit), left[1] // max(1, unit.count("\n")))
    return opening + unit * times


def one_long_line(folder: Path) -> Path:
    """50 MB without a line break."""
    return save(folder, "学习不深".encode() * (50_000_000 // 12))


def one_line_up_to_the_limit(folder: Path) -> Path:
    return save(folder, "学习不深".encode("gbk") * 75_000)


def nothing_but_lines(folder: Path) -> Path:
    return save(folder, b"\n" * (MAX_PARAGRAPHS - 1))


def too_many_lines(folder: Path) -> Path:
    return save(folder, b"\r\n" * MAX_PARAGRAPHS)


def of_holes(folder: Path) -> Path:
    """50 GB that take no room on the disk."""
    path = folder / "张三.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    return path


def nul(folder: Path) -> Path:
    return save(folder, "党员\0干部".encode())


def lone_surrogate(folder: Path) -> Path:
    return save(folder, "党员\ud800干部，学习不深".encode("utf-8", "surrogatepass"))


def lone_surrogate_in_utf_16(folder: Path) -> Path:
    return save(folder, "\ufeff党员\ud800干部".encode("utf-16-le", "surrogatepass"))


def noise(folder: Path) -> Path:
    return save(folder, bytes((at * at * 7 + at // 3) % 255 + 1 for at in range(1_000_000)))


def direction_and_zero_width_marks(folder: Path) -> Path:
    return save(folder, "党\u200b员\u202e\u2066干部\ufeff".encode())


def empty_docx(folder: Path) -> Path:
    return save(folder, b"", "张三.docx")
