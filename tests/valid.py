"""Word packages held against the schema of WordprocessingML, as Microsoft's Open XML SDK has it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from openxml_audit import OpenXmlValidator

OPTIONAL = "A required relationship type"
"""Said of themes and font tables, of which a package has “at most one” (ECMA-376-1, 11.3.5 and 14.2.7)."""


class Fault(NamedTuple):
    """What the schema forbids, in which part. Its place is left out: in a copy it may be another."""

    part: str
    said: str


def faults(data: bytes) -> set[Fault]:
    """Everything in a package that the schema forbids."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.docx")
        file.write_bytes(data)
        # A new one for each package: it remembers what it has seen of one by the place of the package in memory.
        found = OpenXmlValidator(max_errors=0).validate(file).errors
    said = (Fault(each.part_uri or "", each.description) for each in found)
    return {fault for fault in said if not fault.said.startswith(OPTIONAL)}


def brought_in(copy: bytes, original: bytes) -> set[Fault]:
    """What the schema forbids in a copy and not in the original."""
    found = faults(copy)
    return found - faults(original) if found else found
