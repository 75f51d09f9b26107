"""Candidates from DuckDB and from Spark are the same, to the pair, as a plain count of shared fingerprints gives."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")
pytest.importorskip("ibis", reason="the extra `duckdb` is not installed")
pytest.importorskip("duckdb", reason="the extra `duckdb` is not installed")

import crowded_index
import numpy as np
from bench.scale.pairs import CandidatePairs, candidate_pairs, candidate_pairs_of_texts

from duizhao.errors import DuizhaoError, MissingTool, UnknownName
from duizhao.reuse.candidates import ALL_PAIRS_UP_TO, candidates
from duizhao.reuse.collinear_seeds import MIN_SEEDS
from duizhao.reuse.scale import engine as engines
from duizhao.reuse.scale import spark_session
from duizhao.reuse.scale.candidate_query import candidate_query
from duizhao.reuse.scale.index_candidates import find_seeds, sort_seeds
from duizhao.reuse.scale.texts import texts_at
from duizhao.reuse.winnow import Fingerprints, all_grams, fingerprints

# Ibis calls what DuckDB means to drop; our ranges hold the two together.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ibis.backends.duckdb")

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
DOCUMENTS = 2000
MOST = 100
"""Documents beyond which wording is common here: a template of 40 is not, a sentence of 300 is."""

try:
    import pyspark
except ImportError:
    pyspark = None
needs_spark = pytest.mark.skipif(
    pyspark is None or not spark_session._java(),
    reason="the extra `spark` is not installed"
    if pyspark is None
    else "Spark needs Java 17: apt-get install default-jre-headless",
)


def prose(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


def corpus() -> list[str]:
    """Own words, with crowds of every size about the bounds, five templates of 40, clones, and common wording."""
    chance = random.Random(4)
    texts = [prose(chance, 500) for _ in range(DOCUMENTS)]
    order = chance.sample(range(DOCUMENTS), DOCUMENTS)
    crowds = (
        [40] * 5
        + [2] * 200
        + [
            3,
            5,
            10,
            ALL_PAIRS_UP_TO - 1,
            ALL_PAIRS_UP_TO,
            ALL_PAIRS_UP_TO + 1,
            MOST - 1,
            MOST,
            MOST + 1,
        ]
    )
    for size in crowds:
        shared = prose(chance, 240)
        for _ in range(size):
            texts[order.pop()] += shared
    common = prose(chance, 240)
    for number in range(0, DOCUMENTS, 6):
        texts[number] = common + texts[number]
    return texts


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return corpus()


@pytest.fixture(scope="module")
def prints(texts: list[str]) -> Fingerprints:
    return fingerprints(texts)


@pytest.fixture(scope="module")
def table(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts as JSON lines in two files."""
    folder = tmp_path_factory.mktemp("texts") / "材料 [1] {2024}"
    folder.mkdir()
    for part in (0, 1):
        with (folder / f"{part}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(part, len(texts), 2):
                file.write(json.dumps({"document": number, "text": texts[number]}) + "\n")
    return folder


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """One for all tests, as Java starts slowly; neither its process nor its files outlive it."""
    with engines.open_engine("local[2]") as (opened, folder):
        java = Path(f"/proc/{opened.session.sparkContext._gateway.proc.pid}")
        yield opened
        assert java.exists()
    assert not java.exists()
    assert not folder.exists()


def counted(prints: Fingerprints) -> list[tuple[int, int, int]]:
    """The definition, in plain Python."""
    crowds = defaultdict(list)
    for value, document in zip(prints.hash.tolist(), prints.text.tolist(), strict=True):
        crowds[value].append(document)
    pairs: Counter[tuple[int, int]] = Counter()
    for crowd in map(sorted, crowds.values()):
        if len(crowd) <= ALL_PAIRS_UP_TO:
            pairs.update(combinations(crowd, 2))
        elif len(crowd) <= MOST:
            pairs.update((crowd[0], other) for other in crowd[1:])
    return sorted((*pair, shared) for pair, shared in pairs.items() if shared >= MIN_SEEDS)


def rows(found: CandidatePairs) -> list[tuple[int, int, int]]:
    return list(
        zip(*(each.tolist() for each in (found.left, found.right, found.shared)), strict=True)
    )


def written(folder: Path) -> Iterator[tuple[int, ...]]:
    import pyarrow.parquet as pq

    for file in folder.glob("*.parquet"):
        yield from zip(*pq.read_table(file).to_pydict().values(), strict=True)


def listening(java: int) -> set[str]:
    """Addresses that a process listens on, in the hexadecimal of /proc."""
    links = (os.readlink(each) for each in Path(f"/proc/{java}/fd").iterdir() if each.is_symlink())
    sockets = {link[8:-1] for link in links if link.startswith("socket:[")}
    lines = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/{java}/net/{name}").read_text().splitlines()[1:]
    ]
    return {line[1].partition(":")[0] for line in lines if line[3] == "0A" and line[9] in sockets}


def test_crowds_of_every_kind_are_in_the_corpus(prints: Fingerprints) -> None:
    _, sizes = np.unique(prints.hash, return_counts=True)
    assert {2, ALL_PAIRS_UP_TO, ALL_PAIRS_UP_TO + 1, 40, MOST, MOST + 1} <= set(sizes.tolist())
    assert max(sizes) > 300


def test_duckdb_finds_what_is_counted(prints: Fingerprints, table: Path) -> None:
    wanted = counted(prints)
    halves = [(prints.hash[at::2], prints.text[at::2]) for at in (0, 1)]
    assert rows(candidate_pairs(halves, MOST)) == wanted
    assert rows(candidate_pairs_of_texts(table, MOST)) == wanted


@needs_spark
def test_spark_finds_the_same_pairs(
    spark: Any, prints: Fingerprints, table: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "查重 [1] 50%"
    spark.write(spark.prints_of(texts_at(table)), folder)
    made = spark.prints_in(folder)
    pairs = spark.result(candidate_query(made, MOST))
    assert sorted(written(folder)) == sorted(
        zip(prints.hash.tolist(), prints.text.tolist(), prints.place.tolist(), strict=True)
    )
    duckdb = candidate_pairs_of_texts(table, MOST)
    assert list(zip(*pairs.to_pydict().values(), strict=True)) == rows(duckdb) == counted(prints)


@needs_spark
def test_spark_finds_in_an_index_what_numpy_finds(spark: Any, tmp_path: Path) -> None:
    given, own = crowded_index.segments(), all_grams([crowded_index.OWN])
    seeds = find_seeds(spark, tmp_path, given, crowded_index.MOST, own)
    with ExitStack() as stack:
        there = sort_seeds(seeds, 1 << 29, stack, tmp_path)
        here = stack.enter_context(candidates(given, crowded_index.MOST, 1 << 29, own=own))
        assert crowded_index.listed(there) == crowded_index.listed(here)


@needs_spark
def test_fault_in_a_worker_is_one_line(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("个人对照检查材料", encoding="utf-8")
    (tmp_path / "乙.docx").write_bytes(b"PK\x03\x04" + bytes(50))
    with pytest.raises(DuizhaoError, match=r"乙\.docx：") as fault:
        spark.result(spark.prints_of(texts_at(tmp_path)))
    assert "\n" not in str(fault.value)


@needs_spark
def test_spark_here_listens_to_this_machine_alone(spark: Any) -> None:
    addresses = listening(spark.session.sparkContext._gateway.proc.pid)
    assert addresses
    # 127.0.0.1, and the same in IPv6.
    assert addresses <= {"0100007F", "0000000000000000FFFF00000100007F"}


@needs_spark
def test_second_spark_in_one_process_is_refused(spark: Any) -> None:
    with pytest.raises(DuizhaoError, match="已经开着一个 Spark"):
        candidate_pairs([], MOST, "local[1]")
    assert spark.session.range(3).count() == 3


def test_documents_are_counted_in_the_order_of_their_names(tmp_path: Path) -> None:
    chance = random.Random(1)
    shared = prose(chance, 200)
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(prose(chance, 200) + shared, encoding="utf-8")
    (tmp_path / "b.txt").write_text(prose(chance, 400), encoding="utf-8")
    assert [row[:2] for row in rows(candidate_pairs_of_texts(tmp_path, MOST))] == [(0, 2)]


def test_own_wording_is_left_out(tmp_path: Path) -> None:
    shared = prose(random.Random(2), 200)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(shared, encoding="utf-8")
    assert rows(candidate_pairs_of_texts(tmp_path, MOST))
    assert not rows(candidate_pairs_of_texts(tmp_path, MOST, wording={"本单位": [shared]}))


@pytest.mark.parametrize(
    "records",
    [
        [{"document": 1}],
        [{"document": 1, "text": "甲"}, {"document": None, "text": "乙"}],
        [{"document": 1.5, "text": "甲"}],
        [{"document": "1", "text": "甲"}],
    ],
)
def test_record_without_number_or_text_is_refused(tmp_path: Path, records: list[object]) -> None:
    lines = (json.dumps(each) + "\n" for each in records)
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    with pytest.raises(DuizhaoError, match=r"document（整数编号）"):
        candidate_pairs_of_texts(tmp_path, MOST)


def test_memory_that_does_not_suffice_is_one_line(prints: Fingerprints) -> None:
    with pytest.raises(DuizhaoError, match="DuckDB 没有算完") as fault:
        candidate_pairs([(prints.hash, prints.text)], MOST, memory=1 << 20)
    assert "\n" not in str(fault.value)


def test_unknown_engine_names_those_there_are() -> None:
    with pytest.raises(UnknownName, match="spark://主机:端口"):
        candidate_pairs([], MOST, "hadoop")


@pytest.mark.parametrize(
    ("absent", "name", "extra"),
    [("pyspark", "local", "spark"), ("ibis", "local[2]", "spark"), ("duckdb", "duckdb", "duckdb")],
)
def test_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, absent: str, name: str, extra: str
) -> None:
    there: Sequence[str] = [each for each in ("ibis", "duckdb", "pyspark") if each != absent]
    monkeypatch.setattr(engines, "find_spec", lambda module: module in there)
    with pytest.raises(MissingTool, match=rf"尚未安装；请.+\[{extra}\]"):
        candidate_pairs([], MOST, name)


@pytest.mark.skipif(pyspark is None, reason="the extra `spark` is not installed")
def test_missing_java_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(MissingTool, match="default-jre-headless"):
        candidate_pairs([], MOST, "local")


@pytest.mark.skipif(
    pyspark is None or not shutil.which("java"), reason="the extra `spark` or Java is not there"
)
def test_cluster_that_does_not_answer_is_one_line() -> None:
    with pytest.raises(DuizhaoError, match=r"spark://127\.0\.0\.1:1：连不上"):
        candidate_pairs([], MOST, "spark://127.0.0.1:1")
