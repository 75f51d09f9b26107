"""The names that programs import from `duizhao.api`, some of which are fetched only when asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from duizhao import api
from duizhao.api import names
from duizhao.api.names.late import SUBJECT_OF


def shown() -> Iterator[tuple[str, str]]:
    """Each name that a module of `api.names` shows, with the name of that module."""
    for module in iter_modules(names.__path__):
        if module.name != "late":
            subject = import_module(f"{names.__name__}.{module.name}")
            yield from ((name, module.name) for name in vars(subject) if not name.startswith("_"))


def test_every_name_stands_in_one_subject() -> None:
    assert sorted(name for name, _ in shown()) == api.__all__


def test_late_names_are_all_names_of_their_subjects() -> None:
    late = set(SUBJECT_OF.values())
    assert {name: subject for name, subject in shown() if subject in late} == SUBJECT_OF


def test_every_name_is_there_and_none_is_hidden_by_a_module() -> None:
    for _ in range(2):  # once imported, a module stands in the package under its own name
        found = {name: getattr(api, name) for name in api.__all__}
        assert not [name for name, value in found.items() if isinstance(value, ModuleType)]


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        api.no_such_name  # noqa: B018 – asking is what is tested


def test_a_check_of_a_text_fetches_nothing_that_prints_or_typesets() -> None:
    code = (
        "import sys; from duizhao import api; api.check_source(api.Source('对照'))\n"
        "print(*(name for name in sys.modules if name.startswith('duizhao.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in out.stdout.split()}
    assert "rules" in loaded
    assert not loaded & {"typeset", "review", "ledger", "reuse", "lsp", "layout"}
    assert "duizhao.api.typesetting" not in out.stdout.split()
