"""The measures of last year's statement of which this year's account of them has no word."""

from __future__ import annotations

from duizhao.document import parse
from duizhao.lint import Reading
from duizhao.statement import ChapterKind, interpret
from duizhao.statement.links.word_pairs import telling_pairs
from duizhao.text import Source, Span
from duizhao.text.pattern import LazyPattern

MIN_ACCOUNT = 40
"""Characters of an account that goes through measures one by one, and not in one sentence for all."""
MIN_TAKEN_UP = 2
"""So many measures must be found in the account: it goes through them, then, and in words like theirs."""
MIN_PAIRS = 3
"""Pairs of characters of its own that a measure must have: otherwise nothing can be said of it."""
# A sentence for all of them.
WHOLE = LazyPattern("全部(?:整改|完成|落实|办结|销号)|均已|都已经?|逐[项条一](?:整改|落实|完成)")


def dropped_measures(reading: Reading, earlier: str) -> tuple[Span, tuple[str, ...]] | None:
    """Where a reading gives account of last year, and the measures of the text `earlier` that it leaves out.

    None where it gives no account, or none that goes through the measures one by one.
    """
    chapter = next(iter(reading.statement.chapters_of(ChapterKind.LAST_YEAR)), None)
    if chapter is None or chapter.section is None:
        return None
    title = chapter.section.heading.title
    account = reading.text[title.end : chapter.span.end]
    if len(account) < MIN_ACCOUNT or WHOLE.search(account):
        return None
    promised = interpret(parse(Source(earlier)), reading.profile).measures
    told = telling_pairs(account)
    own = [(each.action.of(earlier), telling_pairs(each.action.of(earlier))) for each in promised]
    dropped = [words for words, pairs in own if len(pairs) >= MIN_PAIRS and pairs.isdisjoint(told)]
    taken_up = sum(len(pairs & told) > 1 for _, pairs in own)
    return (title, tuple(dropped)) if dropped and taken_up >= MIN_TAKEN_UP else None
