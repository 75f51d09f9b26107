"""How a finding that somebody has put aside is recognised in later versions of its text."""

from __future__ import annotations

from duizhao.lint.finding import Finding
from duizhao.lint.fingerprint import fingerprint
from duizhao.lint.formatted_document import FormattedDocument
from duizhao.lint.rule import Rule
from duizhao.statement import Statement
from duizhao.text import Source
from duizhao.text.pattern import LazyPattern

ABOUT_WHOLE = (Statement, FormattedDocument)
"""What rules look at where a finding is about the document, and hangs on its title or on an example."""
COUNT = LazyPattern(r"\d+")


def lasting_key(finding: Finding, source: Source, rule: Rule) -> tuple[str, str]:
    """The code, and a digest: of the words found and those around them, and of the message without its counts.

    The message distinguishes two findings at the same words. A finding about the whole document goes by it alone.
    """
    from hashlib import blake2b

    place = "" if rule.on in ABOUT_WHOLE else fingerprint(finding, source)[1]
    said = f"{place}\0{COUNT.sub('', finding.message)}".encode("utf-8", "surrogatepass")
    return finding.code, blake2b(said, digest_size=8).hexdigest()
