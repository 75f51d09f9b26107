"""A Spark session of our own: quiet, without its web pages, and gone with its Java process afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from duizhao.errors import DuizhaoError, MissingTool

MISSING_JAVA = (
    "Spark 要用 Java 17 或更新，尚未安装；请先安装（Debian、Ubuntu 的包名 default-jre-headless）"
)
MIN_HEAP = 512 << 20
"""Bytes; with less, Spark refuses to start."""

SETTINGS = {
    "spark.app.name": "duizhao",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # A batch of texts for the workers: with the default of 10,000 they would hold 100 MB and more.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "512",
}
LOOPBACK = {"127.0.0.1", "localhost"}
LOCAL_DRIVER = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}


@contextmanager
def open_session(master: str, memory: int, scratch: Path) -> Iterator[Any]:
    """A session at `master`: local, local[n] or spark://host:port. Raises MissingTool, DuizhaoError.

    Where nothing is set here, Spark's own spark-defaults.conf holds. On this machine it listens on 127.0.0.1 alone.
    Workers run this Python, or the one in PYSPARK_PYTHON.
    """
    if not _java():
        raise MissingTool(MISSING_JAVA)
    if master.startswith("spark://"):
        _require_connection(master)
    log = scratch / "spark.log"
    gateway, session = _started(_settings(master, memory, scratch), log)
    try:
        yield session
    finally:
        session.stop()
        _stop(gateway)


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return bool(shutil.which("java", path=f"{home}/bin" if home else None))


def _require_connection(master: str) -> None:
    """Raise DuizhaoError at once where nothing answers: Spark itself would wait for minutes."""
    where = urlsplit(master)
    try:
        socket.create_connection((where.hostname or "", where.port or 7077), timeout=5).close()
    except (OSError, ValueError) as fault:
        raise DuizhaoError(f"{master}：连不上（{fault}），请检查地址和集群") from fault


def _settings(master: str, memory: int, scratch: Path) -> dict[str, str]:
    settings = SETTINGS | {"spark.master": master}
    if master.startswith("local") or urlsplit(master).hostname in LOOPBACK:
        settings |= LOCAL_DRIVER
    if master.startswith("local"):
        settings["spark.driver.memory"] = f"{max(memory, MIN_HEAP) >> 20}m"
        # Spark takes a comma for the end of a name; its own choice is /tmp.
        if "," not in str(scratch):
            settings["spark.local.dir"] = str(scratch)
        settings["spark.sql.shuffle.partitions"] = "16"
    return settings


def _started(settings: dict[str, str], log: Path) -> tuple[Any, Any]:
    from py4j.protocol import Py4JError
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkRuntimeError
    from pyspark.sql import SparkSession

    if SparkContext._active_spark_context:
        raise DuizhaoError("这个进程里已经开着一个 Spark，请先关掉")
    conf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    try:
        gateway = _launched(conf, log)
    except (PySparkRuntimeError, OSError) as fault:
        raise DuizhaoError(f"Spark 没有启动：{_first_fault(log)}") from fault
    try:
        context = SparkContext(conf=conf, gateway=gateway)
    except Py4JError as fault:
        _stop(gateway)
        raise DuizhaoError(f"Spark 没有启动：{_first_fault(log)}") from fault
    context.pythonExec = os.environ.get("PYSPARK_PYTHON", sys.executable)
    return gateway, SparkSession(context)


def _launched(conf: Any, log: Path) -> Any:
    from pyspark.java_gateway import launch_gateway

    # Java's own messages would mix with our output.
    with log.open("wb") as out:
        return launch_gateway(conf, {"stdout": out, "stderr": out})


def _first_fault(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n") if log.exists() else []
    faults = [line.strip() for line in lines if "Error" in line or "Exception" in line]
    return faults[0] if faults else "请检查 Java 版本（要 17 或更新）"


def _stop(gateway: Any) -> None:
    """End the Java process, which would live as long as ours and hold its memory."""
    from pyspark import SparkContext

    gateway.shutdown()
    gateway.proc.stdin.close()
    try:
        gateway.proc.wait(timeout=20)
    except subprocess.TimeoutExpired:
        gateway.proc.kill()
    SparkContext._gateway = None
    SparkContext._jvm = None
