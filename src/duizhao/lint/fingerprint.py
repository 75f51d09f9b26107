"""How a finding is recognised in another version of its text: by baselines and by platforms that read SARIF."""

from __future__ import annotations

from duizhao.lint.finding import Finding
from duizhao.text import Source

CONTEXT = 16
"""Characters on each side of the finding, of its own line: other paragraphs may change."""


def fingerprint(finding: Finding, source: Source) -> tuple[str, str]:
    """The code, and a digest of the words found with the words around them, blanks left out.

    Baseline files hold these digests: computed in another way, they would recognise nothing.
    """
    # Imported here: only a baseline and SARIF need it.
    from hashlib import blake2b

    text, (start, end) = source.text, finding.span
    before = _without_blanks(text[text.rfind("\n", 0, start) + 1 : start])[-CONTEXT:]
    after = _without_blanks(text[end : end + 4 * CONTEXT].partition("\n")[0])[:CONTEXT]
    found = _without_blanks(text[start:end])
    words = f"{before}\0{found}\0{after}".encode("utf-8", "surrogatepass")
    return finding.code, blake2b(words, digest_size=8).hexdigest()


def _without_blanks(text: str) -> str:
    return "".join(text.split())
