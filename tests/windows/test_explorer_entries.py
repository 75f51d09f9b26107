"""“发送到”, the menu of the right mouse button and the desktop: what is added is whole, and goes again."""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from duizhao import api

SOURCE = (
    Path(__file__).resolve().parents[2] / "packaging" / "windows" / "python" / "explorer_entries.py"
)


class Registry(ModuleType):
    """The keys of one user, as winreg shows them."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.keys: dict[str, dict[str | None, str]] = {}

    @contextmanager
    def CreateKey(self, root: str, name: str):  # noqa: N802
        assert root == self.HKEY_CURRENT_USER
        yield self.keys.setdefault(name, {})

    def SetValueEx(self, key, name, _, kind, value) -> None:  # noqa: N802
        assert kind == self.REG_SZ
        key[name] = value

    def DeleteKey(self, root: str, name: str) -> None:  # noqa: N802
        if name not in self.keys:
            raise FileNotFoundError(name)
        assert not [each for each in self.keys if each.startswith(f"{name}\\")]
        del self.keys[name]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry()
    monkeypatch.setitem(sys.modules, "winreg", made)
    shell = SimpleNamespace(SHChangeNotify=lambda *_: None)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    return made


@pytest.fixture
def entries(registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("explorer_entries", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    program = tmp_path / "对照 100% & 新" / "对照.exe"
    program.parent.mkdir()
    program.write_bytes(b"")
    monkeypatch.setattr(module, "PROGRAM", program)
    monkeypatch.setattr(module, "_known_folder", lambda each: tmp_path / each)
    monkeypatch.setattr(module, "_write_link", lambda place: place.write_bytes(b"link"))
    for each in (module.SEND_TO, module.DESKTOP):
        (tmp_path / each).mkdir()
    return module


def links(folder: Path) -> list[Path]:
    return list(folder.rglob("*.lnk"))


def test_entries_name_the_program_and_one_file(
    entries: ModuleType, registry: Registry, tmp_path: Path
) -> None:
    assert entries.main("add") == 0
    assert len(links(tmp_path)) == 2
    menu = registry.keys[r"Software\Classes\SystemFileAssociations\.docx\shell\duizhao"]
    assert (menu[None], menu["MultiSelectModel"]) == ("用对照检查", "Single")
    command = registry.keys[r"Software\Classes\Directory\shell\duizhao\command"]
    assert command[None] == f'"{entries.PROGRAM}" "%1"'


def test_removing_leaves_nothing(entries: ModuleType, registry: Registry, tmp_path: Path) -> None:
    registry.keys[r"Software\Classes\Directory\shell\别的"] = {}
    entries.main("add")
    assert entries.main("remove") == 0
    assert registry.keys == {r"Software\Classes\Directory\shell\别的": {}}
    assert links(tmp_path) == []
    assert entries.main("remove") == 0


def test_folder_that_is_not_whole_adds_nothing(
    entries: ModuleType, registry: Registry, capsys: pytest.CaptureFixture[str]
) -> None:
    entries.PROGRAM.unlink()
    assert entries.main("add") == 1
    assert "请在解压好的整个文件夹里运行" in capsys.readouterr().out
    assert registry.keys == {}


def test_menu_is_there_for_what_the_desk_takes(entries: ModuleType) -> None:
    assert set(entries.SUFFIXES) <= {*api.readable_suffixes(), ".zip"}


@pytest.mark.parametrize("name", ["添加右键菜单.cmd", "去掉右键菜单.cmd"])
def test_what_is_double_clicked_is_read_the_same_in_every_code_page(name: str) -> None:
    text = (SOURCE.parents[1] / name).read_bytes()
    assert text.isascii()
    assert text.count(b"\r\n") == text.count(b"\n") == 2
    # Where the folder is the current one, its path is not looked at: not every cmd takes a % in it.
    assert text.count(b"python\\python.exe -m explorer_entries ") == 1
    assert text.count(b'"%~dp0python\\python.exe" -m explorer_entries ') == 1
