"""Text files that are too long, or no text."""

from __future__ import annotations

from pathlib import Path


def save(folder: Path, data: bytes, name: str = "张三.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def one_long_line(folder: Path) -> Path:
    """50 MB without a line break."""
    return save(folder, "学习不深".encode() * (50_000_000 // 12))


def one_line_up_to_the_limit(folder: Path) -> Path:
    return save(folder, "学习不深".encode("gbk") * 75_000)


def nothing_but_lines(folder: Path) -> Path:
    return save(folder, b"\n" * 300_000)


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
