"""A missing optional part is named with a command that adds it to this very installation."""

from __future__ import annotations

import importlib.metadata
import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from duizhao.errors import MissingTool

ROOT = Path(__file__).resolve().parents[2]
EXTRA = re.compile(r"without_extra\([^)]*?\"(\w+)\"\)")


class Installed:
    """What pip has noted about an installation."""

    def __init__(self, origin: str | None) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        return self.origin


@pytest.fixture
def installed_from(monkeypatch: pytest.MonkeyPatch):
    def install(origin: str | None) -> None:
        monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Installed(origin))

    return install


def hint() -> str:
    return str(MissingTool.without_extra("写电子表格要用 XlsxWriter", "xlsx"))


def test_checkout_is_named_with_its_python(installed_from) -> None:
    installed_from(f'{{"dir_info": {{"editable": true}}, "url": "{ROOT.as_uri()}"}}')
    said = re.fullmatch("写电子表格要用 XlsxWriter，尚未安装；请在 (.+) 里运行：(.+)", hint())
    assert said
    assert Path(said[1]) == ROOT
    python, *rest = shlex.split(said[2])
    assert (ROOT / python).samefile(sys.executable)
    assert rest == ["-m", "pip", "install", "-e", ".[xlsx]"]


@pytest.mark.parametrize(
    "origin", [None, "{}", '{"url": "file:///usb/duizhao-0.1-py3-none-any.whl"}', "?"]
)
def test_wheels_are_taken_from_their_folder_and_never_from_the_net(installed_from, origin) -> None:
    installed_from(origin)
    assert hint().endswith(
        f"请运行：{sys.executable} -m pip install --no-index --find-links 安装包所在的文件夹 'duizhao[xlsx]'"
    )


def test_folder_that_offices_get_has_no_pip_to_name(installed_from, monkeypatch) -> None:
    installed_from(None)
    monkeypatch.setattr("duizhao.installation.find_spec", lambda name: None)
    assert hint().endswith("尚未安装；这个安装包里没有带，要用请找给你安装包的人")


def test_windows_is_given_its_own_quotes(installed_from, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_from(None)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", "C:/Program Files/py/python.exe")
    assert '"C:/Program Files/py/python.exe" -m pip' in hint()
    assert hint().endswith('"duizhao[xlsx]"')


def test_hints_name_extras_that_there_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
    named = {extra for text in texts for extra in EXTRA.findall(text)}
    assert named == {"xlsx", "pdf", "lsp", "screen", "duckdb", "spark", "web", "postgresql"}
    assert named <= project["optional-dependencies"].keys()
    for place in (*ROOT.glob("docs/**/*.md"), *ROOT.glob("README*.md")):
        assert "pip install 'duizhao[" not in place.read_text(encoding="utf-8"), place
