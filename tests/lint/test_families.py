"""Every family has a folder, a hundred of codes and a name, and takes new rules."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

import new_rule
import pytest

import duizhao.rules
from duizhao.lint import (
    Family,
    Linter,
    Rule,
    Severity,
    Strength,
    collect,
    family_label,
    family_order,
)
from duizhao.profiles import shipped
from duizhao.text import Source

RULES = Path(duizhao.rules.__file__).parent


def test_families_are_the_folders_of_the_rules() -> None:
    folders = {path.parent.name for path in RULES.glob("*/__init__.py")}
    assert {family.folder for family in Family} == folders


MODULES = sorted(path for path in RULES.glob("*/*.py") if path.name != "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_module_holds_rules_unless_its_name_is_private(path: Path) -> None:
    module = importlib.import_module(f"duizhao.rules.{path.parent.name}.{path.stem}")
    own = [each for each in vars(module).values() if isinstance(each, Rule)]
    assert bool(own) != path.name.startswith("_")


def test_pages_are_those_of_the_rules() -> None:
    assert {rule.page_path for rule in collect(duizhao.rules)} == set(RULES.glob("*/*.md"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_private_module_is_used_by_its_own_family_alone(path: Path) -> None:
    used = re.findall(r"from duizhao\.rules\.(\w+)\._", path.read_text(encoding="utf-8"))
    assert set(used) <= {path.parent.name}


@pytest.mark.parametrize("family", Family)
def test_family_is_found_by_code_and_by_folder(family: Family) -> None:
    assert Family.from_code(f"DZ{family.hundred}12") is family
    assert Family.get(family.folder) is family
    assert family_label(family.folder) == family.label
    assert family_order(family.folder) == list(Family).index(family) + 1


@pytest.mark.parametrize("code", ["DZ900", "DZ012", "DZ41", "DZ4123", "X412", "dz412", ""])
def test_other_codes_belong_to_no_family(code: str) -> None:
    assert Family.from_code(code) is None


def test_folder_that_is_not_ours_keeps_its_name_and_comes_last() -> None:
    assert family_label("house_style") == "house_style"
    assert family_order("house_style") > max(family_order(family.folder) for family in Family)


@pytest.mark.parametrize("family", Family)
def test_new_rule_is_laid_out_in_every_family(
    family: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_rule, "RULES", tmp_path)
    (tmp_path / family.folder).mkdir()
    code = f"DZ{family.hundred}99"
    new_rule.main(code, "some-fault")
    function, page = (tmp_path / family.folder / f"some_fault.{end}" for end in ("py", "md"))
    assert page.read_text(encoding="utf-8").startswith(f"# {code} ")
    names: dict[str, object] = {"__name__": f"duizhao.rules.{family.folder}.some_fault"}
    exec(compile(function.read_text(encoding="utf-8"), str(function), "exec"), names)
    made = names["some_fault"]
    assert isinstance(made, Rule)
    assert (made.code, made.name, made.family) == (code, "some-fault", family.folder)
    assert (made.severity, made.strength) == (Severity.HINT, Strength.EVIDENT)
    assert bool(made.criteria) == (family in new_rule.JUDGING)
    # The example on the page is one sentence, and no statement.
    assert Linter([made], shipped().all()).check(Source("一句有⟨锚⟩的话")).findings


@pytest.mark.parametrize(
    ("code", "name", "reason"),
    [
        ("DZ912", "some-fault", "8 重复"),
        ("412", "some-fault", "要写 DZ 加三位数"),
        ("DZ499", "Some_Fault", "要小写英文"),
        ("DZ401", "some-fault", "已经有了"),
        ("DZ499", "no-figure", "已经有了"),
    ],
)
def test_new_rule_refuses_what_is_malformed_or_taken(code: str, name: str, reason: str) -> None:
    with pytest.raises(SystemExit, match=reason):
        new_rule.main(code, name)


def test_schema_of_json_names_every_family() -> None:
    schema = (RULES.parent / "report/schema/check-1.json").read_text(encoding="utf-8")
    names = re.findall(
        r"\w+", json.loads(schema)["$defs"]["finding"]["properties"]["family"]["description"]
    )
    assert {family.folder for family in Family} <= set(names)
