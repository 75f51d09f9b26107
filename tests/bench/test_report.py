"""A table of measurements stands once in its page, however often it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import report

BEFORE = "# Benchmarks\n\n## load on SQLite, 2 processes: 50 people\n\nkept\n\n## pdf: 200 statements\n\nkept too\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("load on SQLite: 20 units", "load on SQLite: 200 units"),
        ("faults on SQLite", "faults on SQLite"),
        ("opinions on SQLite: 10 people", "opinions on SQLite: 1000 people"),
    ],
)
def test_later_figures_take_the_place_of_earlier_ones(
    first: str, second: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", page)
    report.show(first, [report.Row("lost", 7, "", 0)], write=True)
    report.show(second, [report.Row("lost", 0, "", 0)], write=True)
    written = page.read_text(encoding="utf-8")
    assert written.startswith(BEFORE.rstrip())
    assert written.count(f"## {second}\n") == 1
    assert written.count("| lost |") == 1
    assert "| lost | 0  | ≤ 0 ✓ |" in written
