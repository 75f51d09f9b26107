"""Two-character forms that correct prose never has: words of the field with one character exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from duizhao.rules.wording.misspellings import at_borders, certain, entries, variants


@cache
def suspected() -> Mapping[str, str]:
    """The forms with the words that are likely meant."""
    forms: dict[str, str] = {}
    for line in entries("suspected.txt"):
        word, wrong = line[:2], line[3:]
        first, _, second = wrong.partition("|")
        for other in first:
            forms[other + word[1]] = word
        for other in second:
            forms[word[0] + other] = word
    for table in (certain(), at_borders(), variants()):
        for listed in forms.keys() & table.keys():
            del forms[listed]
    return MappingProxyType(forms)
