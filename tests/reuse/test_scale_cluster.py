"""A Spark cluster of one machine, started here: a master, a worker, and what it takes to speak to them."""

from __future__ import annotations

import json
import os
import random
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from bench.scale.pairs import candidate_pairs_of_texts

pyspark = pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
if not shutil.which("java"):
    pytest.skip("Spark needs Java 17: default-jre-headless", allow_module_level=True)
if not os.environ.get("DUIZHAO_CLUSTER"):
    pytest.skip("four Javas take their time: set DUIZHAO_CLUSTER=1", allow_module_level=True)

# Ibis calls what DuckDB means to drop; our ranges hold the two together.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ibis.backends.duckdb")

HERE = "127.0.0.1"
MOST = 64
PATIENCE = 120
"""Seconds: Java starts slowly where others are at work."""


@pytest.fixture
def master(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Its address; a worker has joined it, or will."""
    home = Path(pyspark.__file__).parent
    address = f"spark://{HERE}:{free_port()}"
    shared = ["--host", HERE, "--webui-port", "0"]
    parts = [
        ["master.Master", *shared, "--port", address.rpartition(":")[2]],
        ["worker.Worker", *shared, "--cores", "1", "--memory", "1g", address],
    ]
    environment = os.environ | {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": HERE,
        "SPARK_WORKER_DIR": str(tmp_path / "worker"),
    }
    (tmp_path / "spark-defaults.conf").write_text("spark.sql.shuffle.partitions 4\n")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    with (tmp_path / "cluster.log").open("wb") as log:
        running = [
            subprocess.Popen(
                [home / "bin" / "spark-class", f"org.apache.spark.deploy.{part}", *arguments],
                env=environment,
                stdout=log,
                stderr=log,
            )
            for part, *arguments in parts
        ]
        try:
            wait_for(address)
            yield address
        finally:
            for each in running:
                each.terminate()
            for each in running:
                each.wait()


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    port = int(address.rpartition(":")[2])
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with closing(socket.socket()) as probe:
            if not probe.connect_ex((HERE, port)):
                return
        time.sleep(0.2)
    pytest.fail(f"{address} did not come up")


def write_texts(path: Path) -> None:
    """300 texts, among them a template of 40 and thirty clones."""
    chance = random.Random(7)
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
    own = ["".join(chance.choices(letters, k=400)) for _ in range(300)]
    template = "".join(chance.choices(letters, k=200))
    own[:40] = [text + template for text in own[:40]]
    own[40:70] = own[70:100]
    with path.open("w", encoding="utf-8") as file:
        for document, text in enumerate(own):
            file.write(json.dumps({"document": document, "text": text}) + "\n")


def test_cluster_finds_what_duckdb_finds(master: str, tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    write_texts(texts)
    cluster, here = (
        candidate_pairs_of_texts(texts, MOST, engine, scratch=tmp_path)
        for engine in (master, "duckdb")
    )
    planted = {(0, other) for other in range(1, 40)} | {(at, at + 30) for at in range(40, 70)}
    assert planted <= set(zip(here.left.tolist(), here.right.tolist(), strict=True))
    for one, other in zip(
        (cluster.left, cluster.right, cluster.shared),
        (here.left, here.right, here.shared),
        strict=True,
    ):
        assert one.tolist() == other.tolist()
