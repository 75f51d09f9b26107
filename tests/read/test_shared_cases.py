"""The Word files of ../shared/cases/docx_failures.py, where it is: made after real ones that were once read wrongly."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from duizhao import api
from duizhao.errors import UnreadableDocument
from duizhao.read import read_bytes

CASES = Path(__file__).parents[3] / "shared" / "cases" / "docx_failures.py"
pytestmark = pytest.mark.skipif(
    not CASES.exists(), reason="../shared/cases/docx_failures.py is not here"
)
OTHER_TEXTS = {
    "field_fraction": "占1/2以上",
    "field_form_choices": "级别：副科 ☒已整改",
    "symbol_font_is_not_garbled": "☑已整改，☞见附件，☎：办公室",
}
"""What their docstrings ask for, as we read it."""
REFUSED = {"subdocument": "子文档", "encrypted_by_a_guard": "加密"}


@cache
def cases() -> ModuleType:
    found = importlib.util.spec_from_file_location("docx_failures", CASES)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def made() -> Mapping[str, Callable[[], bytes]]:
    return {each.__name__: each for each in cases().CASES}


def test_every_text_is_as_it_should_be() -> None:
    right = {**cases().TEXT, **OTHER_TEXTS}
    assert {name: read_bytes(made()[name](), "试.docx").text for name in right} == right


def test_files_that_hold_no_whole_text_are_refused_with_the_reason() -> None:
    for name, reason in REFUSED.items():
        with pytest.raises(UnreadableDocument, match=reason):
            read_bytes(made()[name](), "试.docx")


def test_every_other_file_is_reviewed_and_keeps_its_text(tmp_path: Path) -> None:
    checker = api.Checker()
    for name, make in made().items():
        if name in REFUSED:
            continue
        path = tmp_path / f"{name}.docx"
        path.write_bytes(make())
        copy = api.review_file(path, checker, fix=True)
        assert copy.before == copy.after, name
        assert "DZ318" not in {finding.code for finding in copy.checked.findings}, name
