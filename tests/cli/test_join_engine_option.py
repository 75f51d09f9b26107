"""`duizhao screen join --engine`: another engine, the same answer."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import COPIED, prose

from duizhao.cli.commands import run

# Ibis calls what DuckDB means to drop; our ranges hold the two together.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ibis.backends.duckdb")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three texts from one template, and two that share a passage."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "材料"
    folder.mkdir()
    template = prose(50)
    texts = [template + prose(number, 300) for number in range(3)]
    texts += [prose(number, 500) + COPIED * 2 for number in (7, 8)]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assert run(["screen", "add", "材料", "--index", "查重"]) == 0
    return tmp_path / "查重"


def joined(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["screen", "join", "--index", "查重", "--format", "json", *options])
    return code, capsys.readouterr().out


def test_duckdb_answers_what_numpy_answers(index: Path, capsys) -> None:
    pytest.importorskip("ibis", reason="the extra `duckdb` is not installed")
    before = sorted(path.name for path in index.iterdir())
    wanted = joined(capsys)
    assert wanted[0] == 1
    assert "4.txt" in wanted[1]
    assert joined(capsys, "--engine", "duckdb") == wanted
    assert sorted(path.name for path in index.iterdir()) == before


def test_unknown_engine_is_one_line(index: Path, capsys) -> None:
    assert run(["screen", "join", "--index", "查重", "--engine", "hadoop"]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert "没有名为 hadoop 的引擎" in said
