"""The core runs with nothing installed but what it names, offline, and starts without its heavy parts."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BLOCK = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {extras}:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Missing())
import socket
socket.socket = None
"""

CHECK = """
from duizhao import api
checked = api.check_source(api.Source("个人对照检查材料\\n一、存在的问题\\n推进xx工作不力。\\n"))
assert checked.findings
print(api.ReportWriter().render_part(checked, api.Checker()).content)
print(sorted(name for name in sys.modules if "." not in name))
"""


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def extras() -> set[str]:
    """The modules that only extras bring."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [name for extra in project["optional-dependencies"].values() for name in extra]
    plain = {re.split(r"[\[><=~!]", name)[0] for name in named} - {"duizhao"}
    modules = {
        "python-docx": "docx",
        "autocorrect-py": "autocorrect_py",
        "ibis-framework": "ibis",
        "import-linter": "importlinter",
        "XlsxWriter": "xlsxwriter",
    }
    return {modules.get(name, name.replace("-", "_")) for name in plain}


def test_check_needs_no_extra_and_no_network() -> None:
    assert "xlsxwriter" in extras()
    output = python(BLOCK.format(extras=extras()) + CHECK)
    assert "推进xx工作不力" in output


def test_version_waits_for_nothing_but_python() -> None:
    code = (
        "import sys; before = set(sys.modules); sys.argv = ['duizhao', '--version']\n"
        "from duizhao.cli import main; main(); print(*set(sys.modules) - before)"
    )
    version, loaded = python(code).splitlines()
    assert re.fullmatch(r"duizhao \d+\.\d+\.\d+", version)
    assert set(loaded.split()) <= {
        "__future__",
        "duizhao",
        "duizhao.cli",
        "duizhao.version",
        "types",
    }


def test_help_waits_for_nothing_heavy() -> None:
    code = "import sys, duizhao.cli.commands; print(*sys.modules)"
    loaded = set(python(code).split())
    assert not loaded & {
        "duizhao.api",
        "duizhao.lint",
        "lxml",
        "tomllib",
        "ahocorasick_rs",
        "difflib",
    }


def test_text_file_does_not_wait_for_what_it_does_not_use() -> None:
    code = f"{BLOCK.format(extras=extras())}{CHECK}"
    modules = set(re.findall(r"'(\w+)'", python(code).splitlines()[-1]))
    assert not modules & {"lxml", "zipfile", "multiprocessing", "sqlite3", "asyncio"}


REVIEW = """
from pathlib import Path
from tempfile import TemporaryDirectory
from duizhao.cli.commands import run
with TemporaryDirectory() as folder:
    texts = Path(folder, "材料")
    texts.mkdir()
    (texts / "甲.txt").write_text("个人对照检查材料\\n一、存在的问题\\n推进xx工作不力。\\n", encoding="utf-8")
    assert run(["review", str(texts), "-o", str(Path(folder, "审阅"))]) == 0
    print(*sorted(path.name for path in Path(folder, "审阅").iterdir()))
"""


def test_folder_is_reviewed_without_an_extra() -> None:
    made = python(BLOCK.format(extras=extras()) + REVIEW).split()
    assert made[-2:] == ["审阅汇总.html", "甲（审阅稿）.docx"]
