"""The data of misspelt words: wrong forms with the right ones, by how sure they are.

certain.txt and borders.txt hold what guides list as common mistakes; variants.txt what is better written otherwise;
suspected.txt and standing_alone.txt what a tool made of usual words with one character exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from duizhao.rules.wording.misspellings.pair_table import PairTable

DATA = Path(__file__).parent


@cache
def certain() -> Mapping[str, str]:
    """Forms that are wrong as they stand, with the right ones."""
    return _pairs("certain.txt")


@cache
def at_borders() -> Mapping[str, str]:
    """Wrong forms that also come about where two right words meet."""
    return _pairs("borders.txt")


@cache
def variants() -> Mapping[str, str]:
    """Spellings that are better replaced, with the recommended ones."""
    return _pairs("variants.txt")


@cache
def suspected() -> PairTable:
    """Two-character forms that correct prose never has, with the words that are likely meant."""
    return PairTable(" ".join(entries("suspected.txt")))


@cache
def wrong_alone() -> PairTable:
    """Two-character forms that are wrong where they stand alone as a word, with the words that are likely meant."""
    return PairTable(" ".join(entries("standing_alone.txt")))


@cache
def exceptions() -> tuple[str, ...]:
    """Longer strings in which a wrong form is right."""
    return tuple(entries("exceptions.txt"))


def _pairs(name: str) -> Mapping[str, str]:
    words = " ".join(entries(name)).replace(">", " ").split()
    return MappingProxyType(dict(zip(words[::2], words[1::2], strict=True)))


def entries(name: str) -> list[str]:
    """The lines of a data file without comments."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]
