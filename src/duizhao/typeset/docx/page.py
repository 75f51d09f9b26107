"""The section of a .docx (paper, margins, grid) and its two footers with the page number."""

from __future__ import annotations

from duizhao.layout import Layout
from duizhao.office.new_word_package import word_root
from duizhao.typeset.docx.measures import line_pitch, twips
from duizhao.typeset.docx.styles import JUSTIFICATION
from duizhao.typeset.docx.text import run_content

DASH_HEIGHT = 0.5
"""The height of a dash above the bottom of its line, as a fraction of the line's height."""


def section(layout: Layout) -> str:
    """The w:sectPr element. The root element declares the namespace of `r:id`."""
    paper, margins = layout.paper, layout.margins
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/>'
        '<w:footerReference w:type="even" r:id="rIdEven"/>'
        f'<w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"/>'
        f'<w:pgMar w:top="{twips(margins.top)}" w:right="{twips(margins.right)}" '
        f'w:bottom="{twips(margins.bottom)}" w:left="{twips(margins.left)}" '
        f'w:header="{min(851, twips(margins.top))}" w:footer="{_footer_edge(layout)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{line_pitch(layout)}"/></w:sectPr>'
    )


def _footer_edge(layout: Layout) -> int:
    """The distance from the edge of the page to the lower edge of the footer, so that the dashes stand as far below the
    type area as the layout asks for."""
    number = layout.page_number
    return max(
        0, twips(layout.margins.bottom - number.below) - round(number.size * 20 * DASH_HEIGHT)
    )


def footer(layout: Layout, side: str) -> str:
    """A footer part with its page number on one `side`: left, center or right."""
    number = layout.page_number
    before, _, after = number.form.partition("{}")
    chars, length = round(number.indent * 100), round(number.indent * number.size * 20)
    indent = (
        f'<w:ind w:{side}Chars="{chars}" w:{side}="{length}"/>' if side in ("left", "right") else ""
    )
    inner = (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}'
        f'<w:jc w:val="{JUSTIFICATION[side]}"/></w:pPr>{_run(run_content(before))}'
        f"{_run(_field('begin'))}{_run(PAGE_FIELD)}{_run(_field('separate'))}{_run(run_content('1'))}"
        f"{_run(_field('end'))}{_run(run_content(after))}</w:p>"
    )
    return word_root("ftr", inner)


PAGE_FIELD = '<w:instrText xml:space="preserve"> PAGE </w:instrText>'


def _field(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _run(inner: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{inner}</w:r>'
