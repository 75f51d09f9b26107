"""Plan → PDF, with the typesetter typst inside."""

from duizhao.typeset.pdf.press import Press, Printed, press

__all__ = ["Press", "Printed", "press"]
