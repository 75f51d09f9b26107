"""What a bundle is made of, as a CycloneDX document: https://cyclonedx.org/docs/1.6/json/"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tools.bundle.archive import digest
from tools.bundle.embedded_python import EmbeddedPython
from tools.bundle.licences import Package

BILL = "sbom.cdx.json"
"""Its name in a folder."""
FORMAT, VERSION = "CycloneDX", "1.6"
DATE = "2025-01-01T00:00:00Z"


def bill(
    version: str, packages: Iterable[Package], wheels: Iterable[Path], python: EmbeddedPython | None
) -> str:
    """The document; the same parts give the same text."""
    digests = defaultdict[str, list[str]](list)
    for wheel in wheels:
        digests[_wheel_name(wheel)].append(digest(wheel))
    components = [_library(package, digests) for package in packages if package.name != "duizhao"]
    if python:
        components.insert(0, _python(python))
    main = {"type": "application", "bom-ref": f"duizhao@{version}", "name": "duizhao"}
    document: dict[str, Any] = {
        "bomFormat": FORMAT,
        "specVersion": VERSION,
        "version": 1,
        "metadata": {
            "timestamp": DATE,
            "component": main | {"version": version, "licenses": [_stated("Apache-2.0")]},
        },
        "components": components,
    }
    serial = uuid5(NAMESPACE_URL, json.dumps(document, ensure_ascii=False))
    document["serialNumber"] = f"urn:uuid:{serial}"
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _library(package: Package, digests: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    name = package.name.lower().replace("_", "-").replace(".", "-")
    address = f"pkg:pypi/{name}@{package.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "purl": address,
        "licenses": [_stated(package.licence)],
        "hashes": [{"alg": "SHA-256", "content": each} for each in digests[name]],
    }


def _python(python: EmbeddedPython) -> dict[str, Any]:
    return {
        "type": "platform",
        "bom-ref": f"python@{python.version}",
        "name": "CPython",
        "version": python.version,
        "licenses": [_stated("PSF-2.0")],
        "hashes": [{"alg": "SHA-256", "content": python.digest}],
        "description": python.source,
    }


def _stated(licence: str) -> dict[str, Any]:
    """An expression of SPDX has no blanks but those around its operators; anything else is a name."""
    words = licence.split(" ")
    is_expression = all(word in {"AND", "OR", "WITH"} for word in words[1::2]) and licence.isascii()
    return {"expression": licence} if is_expression else {"license": {"name": licence}}


def _wheel_name(wheel: Path) -> str:
    return wheel.name.split("-")[0].lower().replace("_", "-").replace(".", "-")
