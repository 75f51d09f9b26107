"""Which packages a bundle has, what is left out of them, and what is told of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bundle_samples import wheel
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools.bundle import licences, sbom
from tools.bundle.bytecode import compile_packages
from tools.bundle.lock import closure, required_by_us
from tools.bundle.prune import is_left_out, prune
from tools.bundle.target import ROOT, TARGETS
from tools.bundle.wheels import unpack

LOCKS = [(target, python) for target in TARGETS.values() for python in target.python_versions]


@pytest.mark.parametrize(("target", "python"), LOCKS, ids=lambda each: getattr(each, "name", each))
def test_lock_has_what_the_program_asks_for(target, python: str) -> None:
    lines = target.lock(python).read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[a-z0-9-]+==\S+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    locked = dict(line.split(" ")[0].split("==") for line in lines)
    for requirement in map(Requirement, [*required_by_us(), *target.extra_packages]):
        assert locked[canonicalize_name(requirement.name)] in requirement.specifier


def test_packages_of_the_other_system_are_followed_by_its_markers(tmp_path: Path) -> None:
    site = wheel(
        tmp_path,
        "site",
        {},
        more='Requires-Dist: zones; sys_platform == "win32"\nRequires-Dist: x; extra == "y"\n',
    )
    wheels = {"site": site}
    assert set(closure(["site>=1"], wheels, TARGETS["win_amd64"], "3.11")) == {"site>=1", "zones"}
    assert set(closure(["site>=1"], wheels, TARGETS["manylinux_x86_64"], "3.11")) == {"site>=1"}
    assert "x" in set(closure(["site[y]"], wheels, TARGETS["win_amd64"], "3.11"))


@pytest.mark.parametrize(
    "name",
    [
        "numpy/_core/tests/test_umath.py",
        "numpy/__init__.pyi",
        "win32com/test/testShell.py",
        "django/conf/locale/fr/LC_MESSAGES/django.mo",
        "django/conf/locale/zh_Hans/LC_MESSAGES/django.po",
        "lxml/objectify.cp311-win_amd64.pyd",
        "pythonwin/scintilla.dll",
        "tzdata/zoneinfo/Europe/Berlin",
    ],
)
def test_what_nobody_needs_is_left_out(name: str) -> None:
    assert is_left_out(name)


@pytest.mark.parametrize(
    "name",
    [
        "numpy/_core/multiarray.py",
        "numpy/_pytesttester.py",
        "numpy/ma/core.py",
        "django/contrib/admin/sites.py",
        "django/contrib/admin/templatetags/admin_urls.py",
        "django/contrib/sitemaps/__init__.py",
        "django/contrib/syndication/views.py",
        "django/conf/locale/zh_Hans/LC_MESSAGES/django.mo",
        "django/conf/locale/__init__.py",
        "lxml/etree.cp311-win_amd64.pyd",
        "win32com/client/dynamic.py",
        "tzdata/zoneinfo/Asia/Shanghai",
        "duizhao/rules/numbering/skipped_number.md",
    ],
)
def test_what_is_needed_stays(name: str) -> None:
    assert not is_left_out(name)


def test_unpacked_wheels_are_pruned_and_their_licences_gathered(tmp_path: Path) -> None:
    files = {
        "one/__init__.py": "",
        "one/tests/test_x.py": "",
        "one-1.0.data/purelib/two.py": "",
        "one-1.0.data/scripts/x": "",
        "one-1.0.dist-info/sboms/one.json": '{\n  "bomFormat": "CycloneDX"\n}\n',
    }
    unpacked = tmp_path / "lib"
    page = "Requires-Dist: two\n\n# One\n\nDoes one thing.\n"
    unpack([wheel(tmp_path, "one", files, more=page)], unpacked)
    licences.gather(unpacked, b"PSF", tmp_path / "许可证")
    prune(unpacked)
    left = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert left == {"one/__init__.py", "two.py", "one-1.0.dist-info/METADATA"}
    fields = (unpacked / "one-1.0.dist-info" / "METADATA").read_text(encoding="utf-8")
    assert fields.splitlines()[-1] == "Requires-Dist: two"
    assert (tmp_path / "许可证" / "one" / "LICENSE").exists()
    bill = tmp_path / "许可证" / "one" / "sboms" / "one.json"
    assert bill.read_text(encoding="utf-8") == '{"bomFormat":"CycloneDX"}'
    assert "one 1.0: MIT" in (tmp_path / "许可证" / licences.INDEX).read_text(encoding="utf-8")


def test_bill_of_materials_names_each_package_with_its_digest(tmp_path: Path) -> None:
    made = wheel(tmp_path, "one", {"one.py": ""})
    unpack([made], tmp_path / "lib")
    packages = licences.packages(tmp_path / "lib")
    first, second = (sbom.bill("0.1.0", packages, [made], None) for _ in range(2))
    assert first == second
    (component,) = json.loads(first)["components"]
    assert component["purl"] == "pkg:pypi/one@1.0"
    assert component["licenses"] == [{"expression": "MIT"}]
    assert re.fullmatch("[0-9a-f]{64}", component["hashes"][0]["content"])


PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
CODE = '"""A title."""\nWORDS = {"一", "二", "three", "four", "five"}\n\n\ndef at(x): return x in {"a", "b", "c"}\n'


def test_compiled_modules_are_the_same_each_time_and_wherever_they_lie(tmp_path: Path) -> None:
    for place in ("here", "there/deeper"):
        for name in ("duizhao", "other"):
            (tmp_path / place / name).mkdir(parents=True)
            (tmp_path / place / name / "__init__.py").write_text(CODE, encoding="utf-8")
        compile_packages(tmp_path / place, PYTHON)
    for name in ("duizhao", "other"):
        made = tmp_path / "here" / name / "__init__.pyc"
        assert made.read_bytes() == (tmp_path / "there/deeper" / name / "__init__.pyc").read_bytes()
        assert not made.with_suffix(".py").exists()
    code = "import duizhao, other; print(duizhao.__doc__, other.__doc__, sorted(other.WORDS)[0])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path / "here",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["A", "title.", "None", "five"]


def test_another_python_than_that_of_the_folder_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"要用 Python 3\.9"):
        compile_packages(tmp_path, "3.9")


def test_program_that_is_started_by_its_file_is_named_where_it_is() -> None:
    from tools.bundle.bytecode import RUN_BY_PATH

    assert all((ROOT / "src" / name).exists() for name in RUN_BY_PATH)
    by_path = re.compile(r'with_name\("\w+\.py"\)')
    sources = (ROOT / "src").rglob("*.py")
    started = [path for path in sources if by_path.search(path.read_text(encoding="utf-8"))]
    assert len(started) == len(RUN_BY_PATH)
