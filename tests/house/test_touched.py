"""`make quick` runs the tests that belong to what was touched, and leaves the slow ones to `make test`."""

from __future__ import annotations

from pathlib import Path

from touched import suite_for


def quick_tests(*names: str) -> set[str]:
    """The tests that are run because of files, besides those of the house."""
    return {test for test in suite_for(map(Path, names)) if not test.startswith("tests/house/")}


def test_module_brings_the_suite_for_its_package() -> None:
    found = quick_tests("src/duizhao/document/parser.py")
    assert "tests/document/test_cases.py" in found
    assert {Path(test).parts[1] for test in found} == {"document"}


def test_changed_test_is_its_own() -> None:
    assert quick_tests("tests/text/test_scan.py") == {"tests/text/test_scan.py"}


def test_shared_sample_brings_the_suite_for_its_folder() -> None:
    assert "tests/cli/test_speaking.py" in quick_tests("tests/cli/calling.py")


def test_slow_tests_are_left_out() -> None:
    found = quick_tests("src/duizhao/cli/check.py", "src/duizhao/lsp/server.py")
    assert "tests/cli/test_hostile_check.py" not in found
    assert "tests/lsp/test_neovim.py" not in found


def test_page_of_the_docs_brings_the_suite_for_the_house_alone() -> None:
    assert not quick_tests("docs/glossary.md", "README.md")
    assert "tests/house/test_documented.py" in suite_for([Path("docs/glossary.md")])
