"""Faces of the standard → fonts on this machine."""

from duizhao.typeset.fonts.choose import Choice, choose
from duizhao.typeset.fonts.face import Face, faces
from duizhao.typeset.fonts.font import Font

__all__ = ["Choice", "Face", "Font", "choose", "faces"]
