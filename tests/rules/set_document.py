"""Builds the Word file that a `docx` example of a rule's page describes.

Without a word everything is set as GB/T 9704 asks: the first line is the title, `一、` stands in 黑体 and `（一）` in
楷体 up to the first full stop, the rest in 仿宋. 〔 〕 says what differs, in words that readers of the page know:

    〔纸张 215.9×279.4〕 〔页边距 上25.4 左31.7〕     on a line of its own: the page, in mm
    〔无页码〕 〔页码居中〕 〔页码字号9〕 〔页码“-#-”〕 〔网格15.6〕  pages, too; the grid's pitch in points
    〔页脚17.5〕 〔分栏2〕 〔字符网格-842〕             the footer's edge in mm; columns; what the grid adds
    〔宋体 五号 居左〕一、存在的问题                  at the head of a line: all of it, and its paragraph
    〔字距0磅〕 〔大纲无〕 〔另面〕 〔段前1行〕         spacing, no outline level though a heading, a new page, a gap
    一是学习〔红色〕不够〔〕深入。                     inside a line: from here to the next 〔 〕
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from read.made import OFFICE, document, package, relations

SIZES = {
    "一号": 26,
    "二号": 22,
    "小二": 18,
    "三号": 16,
    "小三": 15,
    "四号": 14,
    "小四": 12,
    "五号": 10.5,
}
COLOURS = {"红色": "FF0000", "蓝色": "0000FF", "黑色": "000000"}
ALIGNMENTS = {"居中": "center", "居左": "left", "居右": "right", "两端": "both"}
DIRECTION = re.compile("〔([^〕]*)〕")
PAGE_LINE = re.compile(r"^(?:〔[^〕]*〕[ ]*)+\n", re.MULTILINE)
HEADINGS = (
    (re.compile("[一二三四五六七八九十]+、[^。]*。?"), "黑体"),
    (re.compile("（[一二三四五六七八九十]+）[^。]*。?"), "楷体"),
)
MILLIMETRE = 1440 / 25.4


@dataclass(frozen=True)
class Look:
    """How a paragraph, or characters in it, are set; sizes in points, indents in characters, `line` as Word writes."""

    face: str = "仿宋_GB2312"
    size: float = 16
    align: str = "both"
    first: float = 2
    left: float = 0
    right: float = 0
    line: tuple[str, int] = ("exact", 579)
    colour: str = "auto"
    bold: bool = False
    themed: bool = False
    western: str = ""
    spacing: float = -0.25
    outlined: bool = True
    new_page: bool = False
    before: float = 0


@dataclass
class Page:
    """The page, in mm."""

    width: float = 210
    height: float = 297
    margins: dict[str, float] = field(
        default_factory=lambda: {"上": 37, "下": 35, "左": 28, "右": 26}
    )
    number: str = "— # —"
    sides: tuple[str, str] = ("right", "left")
    number_size: float = 14
    number_face: str = "宋体"
    grid: float = 0
    footer: float = 25.5
    columns: int = 1
    char_space: int | None = None


TITLE = Look("方正小标宋简体", 22, "center", 0, spacing=0)


def without_directions(body: str) -> str:
    """The example as text: what a reader of the Word file sees, still with ⟦ ⟧."""
    return DIRECTION.sub("", PAGE_LINE.sub("", body))


def built(body: str) -> bytes:
    """The Word file of an example."""
    page = Page()
    for line in PAGE_LINE.findall(body):
        for words in DIRECTION.findall(line):
            _set_page(page, words)
    lines = re.sub("[⟦⟧]", "", PAGE_LINE.sub("", body)).split("\n")
    content = "".join(_paragraph(line, is_title=at == 0) for at, line in enumerate(lines))
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    parts = {
        "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": relations(
            {
                "odd.xml": "footer",
                "even.xml": "footer",
                "settings.xml": "settings",
                "styles.xml": "styles",
                "theme.xml": "theme",
            }
        ),
        "word/document.xml": document(content + _section(page)),
        "word/settings.xml": document(
            '<w:themeFontLang w:eastAsia="zh-CN"/>'
            + ("<w:evenAndOddHeaders/>" if page.sides[0] != page.sides[1] else ""),
            "settings",
            inner="",
        ),
        "word/styles.xml": document(styles, "styles", inner=""),
        "word/theme.xml": THEME,
    }
    for name, side in zip(("odd", "even"), page.sides, strict=True):
        parts[f"word/{name}.xml"] = document(_footer(page, side), "ftr", inner="")
    return package(dict(parts))


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
    '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
)


def _set_page(page: Page, words: str) -> None:
    first, *others = words.split()
    if first == "纸张":
        page.width, page.height = map(float, others[0].split("×"))
    elif first == "页边距":
        page.margins |= {word[0]: float(word[1:]) for word in others}
    elif first == "无页码":
        page.number = ""
    elif first == "页码居中":
        page.sides = ("center", "center")
    elif first.startswith("页码字号"):
        page.number_size = float(first[4:])
    elif first.startswith("页码字体"):
        page.number_face = first[4:]
    elif first.startswith("页码"):
        page.number = first[2:].strip("“”")
    elif first.startswith("网格"):
        page.grid = float(first[2:])
    elif first.startswith("字符网格"):
        page.char_space = int(first[4:])
    elif first.startswith("页脚"):
        page.footer = float(first[2:])
    elif first.startswith("分栏"):
        page.columns = int(first[2:])
    else:
        raise ValueError(words)


def _section(page: Page) -> str:
    names = {"上": "top", "下": "bottom", "左": "left", "右": "right"}
    margins = " ".join(f'w:{names[k]}="{round(v * MILLIMETRE)}"' for k, v in page.margins.items())
    references = "".join(
        f'<w:footerReference xmlns:r="{OFFICE[:-1]}" w:type="{kind}" r:id="r{at}"/>'
        for at, kind in enumerate(("default", "even"))
    )
    margins += f' w:footer="{round(page.footer * MILLIMETRE)}"'
    columns = f'<w:cols w:num="{page.columns}"/>'
    paper = (
        f'<w:pgSz w:w="{round(page.width * MILLIMETRE)}" w:h="{round(page.height * MILLIMETRE)}"/>'
    )
    return f"<w:sectPr>{references}{paper}<w:pgMar {margins}/>{columns}{_grid(page)}</w:sectPr>"


def _grid(page: Page) -> str:
    if page.char_space is not None:
        return (
            f'<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="{page.char_space}"/>'
        )
    return f'<w:docGrid w:type="lines" w:linePitch="{round(page.grid * 20)}"/>' if page.grid else ""


def _footer(page: Page, side: str) -> str:
    if not page.number:
        return "<w:p/>"
    fonts = f'<w:rFonts w:ascii="{page.number_face}" w:eastAsia="{page.number_face}"/>'
    look = f'<w:rPr>{fonts}<w:sz w:val="{round(page.number_size * 2)}"/></w:rPr>'
    before, after = page.number.split("#")
    indent = f'<w:ind w:{side}Chars="100"/>' if side != "center" else ""
    field = f'<w:fldSimple w:instr=" PAGE "><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>'
    runs = f'<w:r>{look}<w:t xml:space="preserve">{before}</w:t></w:r>{field}<w:r>{look}<w:t>{after}</w:t></w:r>'
    return f'<w:p><w:pPr><w:jc w:val="{side}"/>{indent}</w:pPr>{runs}</w:p>'


def _paragraph(line: str, *, is_title: bool) -> str:
    base = TITLE if is_title else Look()
    words = DIRECTION.sub("", line)
    directed = DIRECTION.match(line)
    whole = _directed(base, directed[1]) if directed else base
    looks = [whole] * len(words)
    for pattern, face in HEADINGS:
        found = pattern.match(words)
        if found and not is_title and whole.face == base.face:
            looks[: found.end()] = [replace(whole, face=face)] * found.end()
    at = 0
    for piece in re.split("(〔[^〕]*〕)", line[directed.end() :] if directed else line):
        direction = DIRECTION.fullmatch(piece)
        if direction and direction[1]:
            looks[at:] = [_directed(look, direction[1]) for look in looks[at:]]
        elif direction:
            looks[at:] = [whole] * len(looks[at:])
        else:
            at += len(piece)
    runs = "".join(_run(words[a:b], looks[a]) for a, b in _equal(looks))
    level = next((n for n, (pattern, _) in enumerate(HEADINGS) if pattern.match(words)), None)
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None and whole.outlined else ""
    return f"<w:p>{_properties(whole, outline)}{runs}</w:p>"


def _equal(looks: list[Look]) -> list[tuple[int, int]]:
    """Stretches of one look; cut in two besides, so that no example needs its words in one run."""
    cuts = [at for at in range(1, len(looks)) if looks[at] != looks[at - 1]] + [len(looks) // 2]
    edges = sorted({0, len(looks), *cuts})
    return list(pairwise(edges))


def _directed(look: Look, words: str) -> Look:
    for word in words.split():
        if word in SIZES:
            look = replace(look, size=SIZES[word])
        elif word in COLOURS:
            look = replace(look, colour=COLOURS[word])
        elif word in ALIGNMENTS:
            look = replace(look, align=ALIGNMENTS[word])
        elif word == "加粗":
            look = replace(look, bold=True)
        elif word == "大纲无":
            look = replace(look, outlined=False)
        elif found := re.fullmatch(r"段前([\d.]+)行", word):
            look = replace(look, before=float(found[1]))
        elif word == "另面":
            look = replace(look, new_page=True)
        elif found := re.fullmatch(r"字距(-?[\d.]+)磅", word):
            look = replace(look, spacing=float(found[1]))
        elif word == "主题字体":
            look = replace(look, themed=True)
        elif found := re.fullmatch(r"(缩进|左空|右空)(-?[\d.]+)字", word):
            side = {"缩进": "first", "左空": "left", "右空": "right"}[found[1]]
            look = replace(look, **{side: float(found[2])})  # type: ignore[arg-type]
        elif found := re.fullmatch(r"行距([\d.]+)(磅|倍)", word):
            rule, unit = ("exact", 20) if found[2] == "磅" else ("auto", 240)
            look = replace(look, line=(rule, round(float(found[1]) * unit)))
        elif word.startswith("西文"):
            look = replace(look, western=word[2:])
        elif found := re.fullmatch(r"([\d.]+)磅", word):
            look = replace(look, size=float(found[1]))
        else:
            look = replace(look, face=word)
    return look


def _properties(look: Look, outline: str) -> str:
    rule, line = look.line
    indents = "".join(
        f' w:{name}Chars="{round(characters * 100)}"'
        for name, characters in (
            ("firstLine", look.first),
            ("left", look.left),
            ("right", look.right),
        )
    )
    return (
        f"<w:pPr>{'<w:pageBreakBefore/>' if look.new_page else ''}"
        f'<w:spacing w:beforeLines="{round(look.before * 100)}" w:line="{line}" w:lineRule="{rule}"/>'
        f"<w:ind{indents}/>"
        f'<w:jc w:val="{look.align}"/>{outline}</w:pPr>'
    )


def _run(words: str, look: Look) -> str:
    western = look.western or look.face
    hint = "" if look.western else ' w:hint="eastAsia"'
    named = f'<w:rFonts w:ascii="{western}" w:hAnsi="{western}" w:eastAsia="{look.face}"{hint}/>'
    face = "" if look.themed else named
    bold = "<w:b/>" if look.bold else ""
    properties = (
        f'{face}{bold}<w:color w:val="{look.colour}"/><w:spacing w:val="{round(look.spacing * 20)}"/>'
        f'<w:sz w:val="{round(look.size * 2)}"/>'
    )
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
