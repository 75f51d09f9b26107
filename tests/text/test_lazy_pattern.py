"""A pattern is compiled when it is first used, and then does what a pattern does."""

from __future__ import annotations

import re

from duizhao.text.pattern import LazyPattern


def test_broken_pattern_is_noticed_at_the_first_use_alone() -> None:
    pattern = LazyPattern("(")
    try:
        pattern.match("(")
    except re.error:
        return
    raise AssertionError


def test_it_matches_as_a_compiled_pattern_does() -> None:
    pattern, compiled = LazyPattern("甲+", re.ASCII), re.compile("甲+", re.ASCII)
    text = "乙甲甲丙甲"
    assert pattern.match(text) is compiled.match(text) is None
    for ours, theirs in (
        (pattern.match(text, 1), compiled.match(text, 1)),
        (pattern.search(text), compiled.search(text)),
    ):
        assert ours
        assert theirs
        assert ours.span() == theirs.span()
    assert pattern.sub("丁", text) == compiled.sub("丁", text)
    assert pattern.findall(text) == compiled.findall(text)
    assert [each.span() for each in pattern.finditer(text)] == [(1, 3), (4, 5)]
