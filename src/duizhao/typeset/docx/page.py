"""The section of a .docx: paper, margins, grid, and the two footers with the page number."""

from __future__ import annotations

from duizhao.layout import Layout
from duizhao.typeset.docx.measures import pitch, twips
from duizhao.typeset.docx.styles import HEAD, JUSTIFICATION, WORD
from duizhao.typeset.docx.text import content

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DASH = 0.5
"""Where a dash stands in its line, from below, as a part of the line's height."""


def section(layout: Layout) -> str:
    """w:sectPr. The namespace of `r:id` is declared at the root."""
    paper, margins = layout.paper, layout.margins
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/>'
        '<w:footerReference w:type="even" r:id="rIdEven"/>'
        f'<w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"/>'
        f'<w:pgMar w:top="{twips(margins.top)}" w:right="{twips(margins.right)}" '
        f'w:bottom="{twips(margins.bottom)}" w:left="{twips(margins.left)}" '
        f'w:header="{min(851, twips(margins.top))}" w:footer="{_footer_edge(layout)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{pitch(layout)}"/></w:sectPr>'
    )


def _footer_edge(layout: Layout) -> int:
    """From the edge of the page to the footer's lower edge: its dashes stand `below` the type area."""
    number = layout.page_number
    return max(0, twips(layout.margins.bottom - number.below) - round(number.size * 20 * DASH))


def footer(layout: Layout, side: str) -> str:
    """A footer part whose number stands on one `side`: left, center or right."""
    number = layout.page_number
    before, _, after = number.form.partition("{}")
    chars, length = round(number.indent * 100), round(number.indent * number.size * 20)
    indent = (
        f'<w:ind w:{side}Chars="{chars}" w:{side}="{length}"/>' if side in ("left", "right") else ""
    )
    return (
        f'{HEAD}<w:ftr xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}'
        f'<w:jc w:val="{JUSTIFICATION[side]}"/></w:pPr>{_run(content(before))}'
        f"{_run(_field('begin'))}{_run(INSTRUCTION)}{_run(_field('separate'))}{_run(content('1'))}"
        f"{_run(_field('end'))}{_run(content(after))}</w:p></w:ftr>"
    )


INSTRUCTION = '<w:instrText xml:space="preserve"> PAGE </w:instrText>'


def _field(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _run(inner: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{inner}</w:r>'
