"""The figures of a page by GB/T 9704, each with its source, and a unit's own deviations from them."""

from duizhao.layout.field import LayoutField, layout_fields
from duizhao.layout.load import load_layout, standard_layout
from duizhao.layout.model import (
    Basis,
    CharacterGrid,
    FigureStrength,
    Gaps,
    Layout,
    Look,
    Margins,
    PageNumber,
    Paper,
    SignaturePlace,
    TextColour,
)
from duizhao.role import Role

__all__ = [
    "Basis",
    "CharacterGrid",
    "FigureStrength",
    "Gaps",
    "Layout",
    "LayoutField",
    "Look",
    "Margins",
    "PageNumber",
    "Paper",
    "Role",
    "SignaturePlace",
    "TextColour",
    "layout_fields",
    "load_layout",
    "standard_layout",
]
