"""The styles part: one paragraph style for each role, each with a character style for runs that stand elsewhere."""

from __future__ import annotations

from duizhao.layout import Layout, Look, Role
from duizhao.typeset.docx.measures import character, half_points, pitch, tracking
from duizhao.typeset.docx.text import escaped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Word's own names where it has one, so that its panes and its table of contents know them; else the Chinese.
IDS = {
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


def styles(layout: Layout) -> str:
    """The whole part."""
    roles = "".join(_paragraph(role, layout) + _character(role, layout) for role in Role)
    return (
        f'{HEAD}<w:styles xmlns:w="{WORD}">{_defaults(layout)}'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{_lines(layout)}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{roles}{_footer(layout)}</w:styles>"
    )


def fonts(layout: Layout, face: str) -> str:
    """The four fonts of a run, all named: a theme's would win over what is left out (17.3.2.26)."""
    chinese = escaped(layout.font(face))
    latin = escaped(layout.text.latin) or chinese
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def look(layout: Layout, each: Look) -> str:
    """The run properties of a role."""
    size = half_points(each.size)
    return (
        f"{fonts(layout, each.face)}{'<w:b/><w:bCs/>' if each.bold else ''}"
        f'<w:color w:val="{layout.text.colour}"/>'
        f'<w:spacing w:val="{tracking(layout, each.size)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _defaults(layout: Layout) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{look(layout, layout.roles[Role.BODY])}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _lines(layout: Layout) -> str:
    # No line of a page stays free for the sake of widows. A mark at the end may hang out, as in any Chinese file of
    # Word, so that lines keep their count; LibreOffice 7.4 takes w:overflowPunct the wrong way round and keeps it in.
    # In the style and not among the defaults: LibreOffice does not look for them there.
    return (
        '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{pitch(layout)}" w:lineRule="exact"/></w:pPr>'
    )


def _paragraph(role: Role, layout: Layout) -> str:
    id, name = IDS[role]
    return (
        f'<w:style w:type="paragraph"{_custom(role)} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{_next(role)}"/><w:link w:val="{id}Char"/><w:qFormat/>'
        f"<w:pPr>{_place(role, layout)}</w:pPr><w:rPr>{look(layout, layout.roles[role])}</w:rPr></w:style>"
    )


def _place(role: Role, layout: Layout) -> str:
    """The paragraph properties of a role, in the order of the schema (17.3.1.26)."""
    each = layout.roles[role]
    keep = role in KEPT_WITH_NEXT or (role.level and layout.grid.keep_headings)
    # On the grid LibreOffice gives a large character two lines, exact or not.
    off_grid = each.size > layout.roles[Role.BODY].size
    return (
        ("<w:keepNext/>" if keep else "")
        + ('<w:snapToGrid w:val="0"/>' if off_grid else "")
        + first_line(each.first, layout)
        + f'<w:jc w:val="{JUSTIFICATION[each.align]}"/>'
        + (f'<w:outlineLvl w:val="{role.level - 1}"/>' if role.level else "")
    )


def _character(role: Role, layout: Layout) -> str:
    id, name = IDS[role]
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id}Char"><w:name w:val="{name} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{id}"/>'
        f"<w:rPr>{look(layout, layout.roles[role])}</w:rPr></w:style>"
    )


def _custom(role: Role) -> str:
    return ' w:customStyle="1"' if IDS[role][1] == role.label else ""


def _next(role: Role) -> str:
    return "Date" if role is Role.SIGNATURE else "BodyText"


def first_line(characters: float, layout: Layout) -> str:
    """The indent of a first line, said twice: LibreOffice takes the length, Word the characters."""
    if not characters:
        return ""
    length = round(characters * character(layout))
    return f'<w:ind w:firstLineChars="{round(characters * 100)}" w:firstLine="{length}"/>'


def _footer(layout: Layout) -> str:
    number = layout.page_number
    size = half_points(number.size)
    # A line as high as its characters, so that the dashes' place on the page is known.
    return (
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:spacing w:line="{round(number.size * 20)}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{fonts(layout, number.face)}"
        f'<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
