"""Colours and weights of text on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

Paint = Callable[[str, str], str]
"""A text and the name of a look → the text with the codes that a terminal draws it by."""
Looks = Mapping[str, Mapping[str, bool | str]]
"""What each look is, as keywords of `click.style`."""


def painter(looks: Looks, colour: bool) -> Paint:
    """A function that gives text one of the looks; without `colour` it returns text as it is."""
    if not colour:
        return lambda text, _: text
    return lambda text, look: click.style(text, **looks[look]) if text else ""  # type: ignore[arg-type]
