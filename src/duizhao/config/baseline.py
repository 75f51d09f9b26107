"""A baseline: the findings that are known already, so that only new ones are shown.

The file holds no text of the document, only fingerprints: {"version": 1, "findings": {"DZ301": {"3f…": 2}}}.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from duizhao.errors import BadConfiguration
from duizhao.files import write_whole
from duizhao.lint import Finding
from duizhao.text import Source

VERSION = 1
CONTEXT = 16
"""Characters beside the words, of their own line: what stands in the next paragraph has no part in it."""

Known = Counter[tuple[str, str]]


def fingerprint(finding: Finding, source: Source) -> tuple[str, str]:
    """What stays the same when the text around changes: the code, and a digest of the words with a few beside them."""
    text, (start, end) = source.text, finding.span
    from hashlib import blake2b

    before = _plain(text[text.rfind("\n", 0, start) + 1 : start])[-CONTEXT:]
    after = _plain(text[end : end + 4 * CONTEXT].partition("\n")[0])[:CONTEXT]
    words = f"{before}\0{_plain(text[start:end])}\0{after}".encode("utf-8", "surrogatepass")
    return finding.code, blake2b(words, digest_size=8).hexdigest()


def _plain(text: str) -> str:
    return "".join(text.split())


def new_findings(
    findings: Iterable[Finding], source: Source, known: Known
) -> tuple[tuple[Finding, ...], Known]:
    """The findings that `known` does not hold, and what is left of `known`: recorded twice, it hides two."""
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


def write_baseline(path: Path, known: Known) -> None:
    """Record findings, in a stable order. Raises Unwritable."""
    import json

    findings: dict[str, dict[str, int]] = {}
    for (code, print_), count in sorted(known.items()):
        findings.setdefault(code, {})[print_] = count
    data = {"version": VERSION, "findings": findings}
    write_whole(path, (json.dumps(data, indent=1) + "\n").encode())
