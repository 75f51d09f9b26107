"""A baseline: findings that are known already, so that only new ones are shown.

The file holds no text of the document, only fingerprints: {"version": 1, "findings": {"DZ301": {"3f…": 2}}}.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from duizhao.errors import BadConfiguration
from duizhao.lint import Finding, fingerprint
from duizhao.text import Source

VERSION = 1
Known = Counter[tuple[str, str]]


def new_findings(
    findings: Iterable[Finding], source: Source, known: Known
) -> tuple[tuple[Finding, ...], Known]:
    """The findings that `known` does not record, and what is left of `known`: each record hides one finding."""
    left, new = known.copy(), []
    for finding in findings:
        print_ = fingerprint(finding, source)
        if left[print_] > 0:
            left[print_] -= 1
        else:
            new.append(finding)
    return tuple(new), +left


def read_baseline(path: Path) -> Known:
    """The findings recorded in a baseline file. Raises BadConfiguration."""
    import json

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise BadConfiguration(
                f"{path}：基线文件的版本是 {data['version']}，请用 --write-baseline 重写"
            )
        return Counter(
            {
                (code, print_): int(count)
                for code, prints in data["findings"].items()
                for print_, count in prints.items()
            }
        )
    except OSError as fault:
        raise BadConfiguration(f"{path}：打不开基线文件，请先用 --write-baseline 写一个") from fault
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise BadConfiguration(f"{path}：不是基线文件，请用 --write-baseline 重写") from fault


def baseline_text(known: Known) -> str:
    """What a baseline file holds for these findings, in a stable order."""
    import json

    findings: dict[str, dict[str, int]] = {}
    for (code, print_), count in sorted(known.items()):
        findings.setdefault(code, {})[print_] = count
    data = {"version": VERSION, "findings": findings}
    return json.dumps(data, indent=1) + "\n"
