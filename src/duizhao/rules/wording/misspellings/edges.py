"""The characters that a simple pattern can begin and end with: a look at one character spares most searches.

Known are literals, sets, groups, alternatives, repeats and looks around, which the tables of neighbours are written in.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Characters = frozenset[str] | None
"""The characters that may stand there, "" for a border of the text; None for any."""
NONE: frozenset[str] = frozenset()
TOKEN = re.compile(
    r"(?P<look>\(\?<?[!=])|(?P<open>\(\?:)|(?P<close>\))|(?P<either>\|)|(?P<border>[$^])"
    r"|(?P<set>\[[^\]^\\-]+\])|(?P<any>\[(?:[^\]\\]|\\.)+\]|\\.|\.)|(?P<literal>[^()|*+?{}\\.\[\]])"
)
REPEAT = re.compile(r"(?P<none>\*|\?|\{0?,\d+\})|\+|\{[1-9]\d*(?:,\d*)?\}")


class Edges(NamedTuple):
    """What a pattern begins with and ends with, and whether it can be empty."""

    first: Characters
    last: Characters
    is_empty: bool


EMPTY = Edges(NONE, NONE, True)


def edges_of(pattern: str) -> Edges:
    """The edges of a pattern. Raises `ValueError` for what is not known of regular expressions."""
    edges, at = _either(pattern, 0)
    if at != len(pattern):
        raise ValueError(pattern)
    return edges


def _either(pattern: str, at: int) -> tuple[Edges, int]:
    found, sequence = None, EMPTY
    while at < len(pattern):
        token = TOKEN.match(pattern, at)
        if token is None:
            raise ValueError(pattern)
        if token["close"]:
            break
        at = token.end()
        if token["either"]:
            found, sequence = _or(found, sequence), EMPTY
            continue
        edges, at = _piece(pattern, at, token)
        if repeat := REPEAT.match(pattern, at):
            at = repeat.end()
            edges = edges._replace(is_empty=edges.is_empty or bool(repeat["none"]))
        sequence = _then(sequence, edges)
    return _or(found, sequence), at


def _piece(pattern: str, at: int, token: re.Match[str]) -> tuple[Edges, int]:
    if token["look"] or token["open"]:
        edges, end = _either(pattern, at)
        return (EMPTY if token["look"] else edges), end + 1
    if token["any"]:
        return Edges(None, None, False), at
    literal = token["literal"] or (token["set"] or "")[1:-1]
    characters = frozenset(literal or ("", "\n"))
    return Edges(characters, characters, False), at


def _or(one: Edges | None, other: Edges) -> Edges:
    if one is None:
        return other
    first, last = _union(one.first, other.first), _union(one.last, other.last)
    return Edges(first, last, one.is_empty or other.is_empty)


def _then(one: Edges, other: Edges) -> Edges:
    first = _union(one.first, other.first) if one.is_empty else one.first
    last = _union(one.last, other.last) if other.is_empty else other.last
    return Edges(first, last, one.is_empty and other.is_empty)


def _union(one: Characters, other: Characters) -> Characters:
    return None if one is None or other is None else one | other
