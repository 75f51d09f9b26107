"""The faces of the standard → fonts on this machine."""

from duizhao.typeset.fonts.choose import FontChoice, FontRank, choose_fonts
from duizhao.typeset.fonts.face import Face, Font, faces

__all__ = ["Face", "Font", "FontChoice", "FontRank", "choose_fonts", "faces"]
