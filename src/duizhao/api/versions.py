"""Two versions of a text: which findings of the first are gone in the second, which are left, which are new."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial

from duizhao import __version__
from duizhao.api.checker import Checker, default_checker
from duizhao.api.outcome import apply_baseline
from duizhao.api.returned_opinions import comments_in, followed
from duizhao.lint import (
    ABOUT_WHOLE,
    CheckedSource,
    Finding,
    FormattedDocument,
    Rule,
    words_around,
)
from duizhao.report.versions import VersionComparison
from duizhao.report.versions.followed_opinion import ReturnedOpinion
from duizhao.statement import Cause, Measure, Problem
from duizhao.text import Source

LEAST_ALIKE = 0.6
"""The share of words, in order, that a sentence keeps when its author rewrites it and leaves the fault in it."""
SHORTEST_REWRITTEN = 8
"""Characters. Shorter words that are changed are other words: the name of another blank, another slip."""
LONGEST_REWRITTEN = 200
"""Characters of a finding that are compared."""
MAX_PAIRS = 2_000
"""Pairs of findings of one rule that are compared; a text with more is not a version of the other."""

ABOUT_PARAGRAPH = (Problem, Cause, Measure)
WordsByRule = Mapping[str, Sequence[tuple[Finding, str]]]


def compare_versions(
    first: Source,
    second: Source,
    checker: Checker | None = None,
    *,
    opinions: Iterable[ReturnedOpinion] = (),
    package: bytes | None = None,
) -> VersionComparison:
    """The second version of a text against the first. No finding is left out for being one of many.

    Findings belong together by what they are about: the same rule at the same words, wherever they stand, or at a
    sentence that was rewritten and has the fault still; one about the whole document by its message. The findings of
    the configured baseline are left out. The comments of the first version, and further `opinions` on it, are followed
    to their places in the second. `package` holds the bytes of the first, if it was not read from a path.
    """
    by = checker or default_checker()
    is_layout_compared = (first.typography is None) == (second.typography is None)
    before, after = (_checked(each, by, with_layout=is_layout_compared) for each in (first, second))
    mended, new = _behind_same_beginning(before, after)
    # Of several alike, those with the same words around them belong together.
    for key in (_rule_and_words_around, _rule_and_words):
        mended, new = _unmatched(mended, first, new, second, key)
    mended, new = _without_rewritten(mended, first, new, second, by.by_code)
    whole = partial(_about_whole, rules=by.by_code)
    mended, new = _unmatched(mended, first, new, second, whole)
    is_new = set(map(id, new))
    left = tuple(finding for finding in after.findings if id(finding) not in is_new)
    compared = VersionComparison(before, after, mended, left, new, is_layout_compared, __version__)
    return replace(
        compared,
        opinions=followed(dict.fromkeys((*comments_in(first, package), *opinions)), compared),
    )


def _checked(source: Source, checker: Checker, *, with_layout: bool) -> CheckedSource:
    """Every finding that counts in a version."""
    found = checker.check(source, most=None)
    if not with_layout:
        kept = (f for f in found.findings if checker.by_code[f.code].on is not FormattedDocument)
        found = replace(found, findings=tuple(kept))
    (outcome,) = apply_baseline([found], checker.config.baseline)
    assert isinstance(outcome, CheckedSource)
    return outcome


def _behind_same_beginning(
    before: CheckedSource, after: CheckedSource
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings of both without the first ones, which are the same at the same places of the same paragraphs."""
    first, second = before.source.text, after.source.text
    lengths = range(1, min(len(first), len(second)) + 1)
    alike = bisect_left(lengths, True, key=lambda length: not second.startswith(first[:length]))
    same = first.rfind("\n", 0, alike) + 1
    done = 0
    for one, other in zip(before.findings, after.findings, strict=False):
        if one.code != other.code or one.span != other.span or one.span.end >= same:
            break
        done += 1
    return before.findings[done:], after.findings[done:]


def _unmatched(
    mended: tuple[Finding, ...],
    first: Source,
    new: tuple[Finding, ...],
    second: Source,
    key: Callable[[Finding, Source], Hashable],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Both without the findings that have one of the same key in the other; each of those answers one."""
    if not mended or not new:
        return mended, new
    before = [key(finding, first) for finding in mended]
    after = [key(finding, second) for finding in new]
    return _beyond(mended, before, after), _beyond(new, after, before)


def _beyond(
    findings: Sequence[Finding], keys: Iterable[Hashable], others: Iterable[Hashable]
) -> tuple[Finding, ...]:
    """The findings whose keys, in order, are more than there are among the others."""
    known = Counter(others)
    rest = []
    for finding, key in zip(findings, keys, strict=True):
        known[key] -= 1
        if known[key] < 0:
            rest.append(finding)
    return tuple(rest)


def _rule_and_words_around(finding: Finding, source: Source) -> Hashable:
    return finding.code, words_around(finding.span, source.text)


def _rule_and_words(finding: Finding, source: Source) -> Hashable:
    return finding.code, _words(finding, source)


def _about_whole(finding: Finding, source: Source, rules: Mapping[str, Rule]) -> Hashable:
    """The rule and the message of a finding about a whole document: the words that it hangs on do not matter."""
    if rules[finding.code].on in ABOUT_WHOLE:
        return finding.code, finding.message
    return source.name, id(finding)


def _words(finding: Finding, source: Source) -> str:
    return "".join(finding.span.of(source.text).split())


def _without_rewritten(
    mended: tuple[Finding, ...],
    first: Source,
    new: tuple[Finding, ...],
    second: Source,
    rules: Mapping[str, Rule],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Both without the findings of one rule at words that were rewritten, the most alike first."""
    done: set[int] = set()
    for _, before, after in sorted(
        _rewritten(_long_by_rule(mended, first, rules), _long_by_rule(new, second, rules)),
        key=lambda pair: -pair[0],
    ):
        if id(before) not in done and id(after) not in done:
            done |= {id(before), id(after)}
    return (
        tuple(finding for finding in mended if id(finding) not in done),
        tuple(finding for finding in new if id(finding) not in done),
    )


def _rewritten(before: WordsByRule, after: WordsByRule) -> Iterator[tuple[float, Finding, Finding]]:
    """The pairs of findings of one rule at words that are alike, with how much they are."""
    for code in before.keys() & after.keys():
        if len(before[code]) * len(after[code]) > MAX_PAIRS:
            continue
        # The matcher keeps what it has learnt about its second text.
        for finding, words in before[code]:
            matcher = SequenceMatcher(None, b=words, autojunk=False)
            for other, other_words in after[code]:
                matcher.set_seq1(other_words)
                if matcher.quick_ratio() >= LEAST_ALIKE and matcher.ratio() >= LEAST_ALIKE:
                    yield matcher.ratio(), finding, other


def _long_by_rule(
    findings: Iterable[Finding], source: Source, rules: Mapping[str, Rule]
) -> WordsByRule:
    """The findings at words long enough to be rewritten, with these words, by rule.

    A finding in a problem, a cause or a measure concerns its whole paragraph.
    """
    long = defaultdict(list)
    for finding in findings:
        if rules[finding.code].on in ABOUT_PARAGRAPH:
            line = source.line(source.position(finding.span.start).line)
            words = "".join(line.of(source.text).split())
        else:
            words = _words(finding, source)
        if len(words) >= SHORTEST_REWRITTEN:
            long[finding.code].append((finding, words[:LONGEST_REWRITTEN]))
    return long
