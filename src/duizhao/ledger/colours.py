"""The colours of the ledger's sheets."""

from __future__ import annotations

from duizhao.process import Colour

WANTED, UNSURE = "#FFF3D6", "#EDEDED"
GREEN, YELLOW, RED, BLUE = "#D9EFD9", "#FFE699", "#F8CBC6", "#CFE2F3"
SOON = "#F1F5C8"
"""Of a deadline that is approaching, where there are two steps: between green and yellow."""
SHADES = {Colour.GREEN: GREEN, Colour.YELLOW: YELLOW, Colour.RED: RED, Colour.BLUE: BLUE}
