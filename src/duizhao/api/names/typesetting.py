"""Texts set by GB/T 9704 or by the layout of a unit, and printed."""

from duizhao.api.fonts_found import FontsFound, find_fonts
from duizhao.api.printing import Pdf, PdfPrinter
from duizhao.api.typesetting import TYPESET_FORMS, Typesetter, TypesetText, load_layout
