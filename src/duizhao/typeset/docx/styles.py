"""The styles part: one paragraph style for each role, each with a character style for runs that stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.layout import Layout, Look, Role
from duizhao.office.new_word_package import word_root
from duizhao.office.xml_text import escaped
from duizhao.typeset.docx.measures import character_width, half_points, line_pitch, tracking

# The built-in name where Word has one, so that its panes and its table of contents know it; else the Chinese name.
STYLE_IDS = {
    Role.TITLE: ("Title", "Title"),
    Role.ROLE_LINE: ("RoleLine", Role.ROLE_LINE.label),
    Role.DATE_LINE: ("DateLine", Role.DATE_LINE.label),
    Role.SALUTATION: ("Salutation", "Salutation"),
    Role.HEADING_1: ("Heading1", "heading 1"),
    Role.HEADING_2: ("Heading2", "heading 2"),
    Role.HEADING_3: ("Heading3", "heading 3"),
    Role.HEADING_4: ("Heading4", "heading 4"),
    Role.BODY: ("BodyText", "Body Text"),
    Role.ATTACHMENT_NOTE: ("AttachmentNote", Role.ATTACHMENT_NOTE.label),
    Role.SIGNATURE: ("Signature", "Signature"),
    Role.DATE: ("Date", "Date"),
    Role.ATTACHMENT_LABEL: ("AttachmentLabel", Role.ATTACHMENT_LABEL.label),
    Role.ATTACHMENT_TITLE: ("AttachmentTitle", Role.ATTACHMENT_TITLE.label),
}
JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}

KEPT_WITH_NEXT = (Role.TITLE, Role.SIGNATURE, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)

LINE_OF_SIZE = 1.4
"""The line pitch of text in a table, as a multiple of its size."""


def styles(layout: Layout, table_sizes: Iterable[float] = ()) -> str:
    """The XML of the part. `table_sizes` are those of text in tables, in pt."""
    roles = "".join(
        _paragraph_style(role, layout) + _character_style(role, layout) for role in Role
    )
    tables = "".join(_table_style(size) for size in sorted(table_sizes))
    inner = (
        f"{_defaults(layout)}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{_line_properties(layout)}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{roles}{tables}{_footer_style(layout)}"
    )
    return word_root("styles", inner)


def run_fonts(layout: Layout, face: str) -> str:
    """The four fonts of a run. All are named, because a theme font would replace one that is left out (17.3.2.26)."""
    chinese = escaped(layout.font(face))
    latin = escaped(layout.text.latin) or chinese
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def run_properties(layout: Layout, each: Look) -> str:
    """The run properties of a role."""
    size = half_points(each.size)
    return (
        f"{run_fonts(layout, each.face)}{'<w:b/><w:bCs/>' if each.bold else ''}"
        f'<w:color w:val="{layout.text.colour}"/>'
        f'<w:spacing w:val="{tracking(layout, each.size)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _defaults(layout: Layout) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run_properties(layout, layout.roles[Role.BODY])}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _line_properties(layout: Layout) -> str:
    # Without widow control every line of a page is used. A punctuation mark at the end of a line may hang out, as in
    # any Chinese file of Word, so that lines keep their count of characters; LibreOffice 7.4 reads w:overflowPunct
    # the wrong way round. These stand in the style, because LibreOffice ignores them among the defaults.
    return (
        '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line_pitch(layout)}" w:lineRule="exact"/></w:pPr>'
    )


def _paragraph_style(role: Role, layout: Layout) -> str:
    id, name = STYLE_IDS[role]
    return (
        f'<w:style w:type="paragraph"{_custom_style(role)} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{_next_style(role)}"/><w:link w:val="{id}Char"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(role, layout)}</w:pPr>"
        f"<w:rPr>{run_properties(layout, layout.roles[role])}</w:rPr></w:style>"
    )


def _paragraph_properties(role: Role, layout: Layout) -> str:
    """The paragraph properties of a role, in the order of the schema (17.3.1.26)."""
    each = layout.roles[role]
    keep = role in KEPT_WITH_NEXT or (role.level and layout.grid.keep_headings)
    # LibreOffice gives a large character two lines of the grid, even where the line height is exact.
    off_grid = each.size > layout.roles[Role.BODY].size
    return (
        ("<w:keepNext/>" if keep else "")
        + ('<w:snapToGrid w:val="0"/>' if off_grid else "")
        + first_line_indent(each.first, layout)
        + f'<w:jc w:val="{JUSTIFICATION[each.align]}"/>'
        + (f'<w:outlineLvl w:val="{role.level - 1}"/>' if role.level else "")
    )


def _character_style(role: Role, layout: Layout) -> str:
    id, name = STYLE_IDS[role]
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id}Char"><w:name w:val="{name} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{id}"/>'
        f"<w:rPr>{run_properties(layout, layout.roles[role])}</w:rPr></w:style>"
    )


def _custom_style(role: Role) -> str:
    return ' w:customStyle="1"' if STYLE_IDS[role][1] == role.label else ""


def _next_style(role: Role) -> str:
    return "Date" if role is Role.SIGNATURE else "BodyText"


def first_line_indent(characters: float, layout: Layout) -> str:
    """The indent of a first line, given twice: LibreOffice takes the length, Word the characters."""
    if not characters:
        return ""
    length = round(characters * character_width(layout))
    return f'<w:ind w:firstLineChars="{round(characters * 100)}" w:firstLine="{length}"/>'


def table_style_id(size: float) -> str:
    """The id of the style of text of a size in tables."""
    return f"TableText{half_points(size)}"


def _table_style(size: float) -> str:
    """The style of text of a size in tables: that of body text without its grid, its indent and its tracking."""
    points = half_points(size)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{table_style_id(size)}">'
        f'<w:name w:val="表格文字 {size:g} 磅"/><w:basedOn w:val="BodyText"/><w:qFormat/>'
        f'<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="{round(size * LINE_OF_SIZE * 20)}" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
        f'<w:rPr><w:spacing w:val="0"/><w:sz w:val="{points}"/><w:szCs w:val="{points}"/></w:rPr></w:style>'
    )


def _footer_style(layout: Layout) -> str:
    number = layout.page_number
    size = half_points(number.size)
    # The line is as high as its characters, so that the place of the dashes on the page is known.
    return (
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:spacing w:line="{round(number.size * 20)}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{run_fonts(layout, number.face)}"
        f'<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
