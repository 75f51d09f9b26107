"""What an official document looks like, in figures, each with what it rests on; a unit's own deviations laid over."""

from duizhao.layout.load import load, standard
from duizhao.layout.model import (
    Basis,
    Gaps,
    Grid,
    Layout,
    Look,
    Margins,
    PageNumber,
    Paper,
    Role,
    SignaturePlace,
    TextColour,
)

__all__ = [
    "Basis",
    "Gaps",
    "Grid",
    "Layout",
    "Look",
    "Margins",
    "PageNumber",
    "Paper",
    "Role",
    "SignaturePlace",
    "TextColour",
    "load",
    "standard",
]
