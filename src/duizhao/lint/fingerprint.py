"""How a finding is recognised in another version of its text: by baselines and by platforms that read SARIF."""

from __future__ import annotations

from duizhao.lint.finding import Finding
from duizhao.text import Source, Span

CONTEXT = 16
"""Characters on each side of the finding, of its own line: other paragraphs may change."""


def fingerprint(finding: Finding, source: Source) -> tuple[str, str]:
    """The code, and a digest of the words found with the words around them, blanks left out.

    Baseline files hold these digests: computed in another way, they would recognise nothing.
    """
    # Imported here: only a baseline and SARIF need it.
    from hashlib import blake2b

    words = words_around(finding.span, source.text).encode("utf-8", "surrogatepass")
    return finding.code, blake2b(words, digest_size=8).hexdigest()


def words_around(span: Span, text: str) -> str:
    """The words of a span with those around it on its line, blanks left out; a NUL stands at both its ends."""
    start, end = span
    before = _without_blanks(text[text.rfind("\n", 0, start) + 1 : start])[-CONTEXT:]
    after = _without_blanks(text[end : end + 4 * CONTEXT].partition("\n")[0])[:CONTEXT]
    return f"{before}\0{_without_blanks(text[start:end])}\0{after}"


def _without_blanks(text: str) -> str:
    return "".join(text.split())
