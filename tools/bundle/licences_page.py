"""The page of licences, written where the locks are: docs/licences.md"""

from __future__ import annotations

from collections.abc import Iterable

from tools.bundle.licences import Package
from tools.bundle.target import ROOT

PAGE = ROOT / "docs" / "licences.md"
BEGINNING = """\
# Licences

What the folders for offices hold besides duizhao itself (Apache-2.0), with the licence that each package states.
The texts lie in `许可证/` of each folder, versions and digests in its `sbom.cdx.json`. Written by
`python -m tools.bundle.lock`; what our own files are derived from stands in [NOTICE](../NOTICE).

| package | licence |
|---|---|
"""
ENDING = """
The folder for Windows also holds CPython (PSF-2.0). psycopg, which is under the LGPL, is used through Python's import
alone, and can be replaced in its folder. hatchling, packaging, pathspec, pluggy and trove-classifiers build our wheel
and are in no folder.
"""


def licences_page(packages: Iterable[Package]) -> str:
    """A row for each package, whatever its version, in the order of their names."""
    stated = {each.name.lower().replace("_", "-"): each.licence for each in packages}
    rows = [f"| {name} | {stated[name]} |\n" for name in sorted(stated)]
    return "".join([BEGINNING, *rows, ENDING])
