"""Rules are collected from a package, wherever they stand in it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from duizhao.lint import collect

RULE = """\
from duizhao.document import Document
from duizhao.lint import Severity, Strength, rule

@rule("{code}", on=Document, severity=Severity.HINT, source="约定", strength=Strength.LOCAL)
def {name}(document, reading):
    \'\'\'试验\'\'\'
    return ()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    folder = tmp_path / "unit_rules"
    (folder / "local").mkdir(parents=True)
    for init in (folder / "__init__.py", folder / "local/__init__.py"):
        init.touch()
    return folder


def plant(folder: Path, name: str, code: str) -> None:
    path = folder / "local" / f"{name}.py"
    path.write_text(RULE.format(code=code, name=name), encoding="utf-8")
    path.with_suffix(".md").write_text(f"# {code} 试验\n", encoding="utf-8")


def imported() -> ModuleType:
    for name in [name for name in sys.modules if name.partition(".")[0] == "unit_rules"]:
        del sys.modules[name]
    return importlib.import_module("unit_rules")


def test_rules_are_in_the_order_of_their_codes(package: Path) -> None:
    plant(package, "late_fault", "XX202")
    plant(package, "soon_fault", "XX201")
    rules = collect(imported())
    assert [(rule.code, rule.name, rule.family) for rule in rules] == [
        ("XX201", "soon-fault", "local"),
        ("XX202", "late-fault", "local"),
    ]
    assert [rule.page for rule in rules] == ["# XX201 试验\n", "# XX202 试验\n"]


def test_package_without_rules_has_none(package: Path) -> None:
    assert collect(imported()) == ()


def test_rule_that_another_module_imports_counts_once(package: Path) -> None:
    plant(package, "some_fault", "XX201")
    again = package / "local" / "other.py"
    again.write_text("from unit_rules.local.some_fault import some_fault\n", encoding="utf-8")
    assert [rule.name for rule in collect(imported())] == ["some-fault"]


def test_two_rules_with_one_code_are_refused(package: Path) -> None:
    plant(package, "some_fault", "XX201")
    plant(package, "other_fault", "XX201")
    with pytest.raises(ValueError, match=r"XX201: both \w+-fault and \w+-fault"):
        collect(imported())
